#!/usr/bin/env python3
"""Refuses workflows that trust more than they must, and a renovate.json that would not see what it is to renew.

Usage: workflows.py <checkout>
"""
import json
import pathlib
import re
import sys

import yaml

PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")
LOCAL = re.compile(r"uses: \./\.github/workflows/[a-z]+\.yml$")
# Who may write what, and nobody else anything.
MAY_WRITE = {("release.yml", "publish"): {"id-token"}, ("release.yml", "dev"): {"contents"}}
# Who may keep the token that it checked out with.
MAY_PUSH = {("release.yml", "dev")}


class Loader(yaml.SafeLoader):
    """Leaves `on` the word that it is."""


Loader.yaml_implicit_resolvers = {
    key: [one for one in resolvers if one[0] != "tag:yaml.org,2002:bool"]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def written(permissions):
    return {key for key, value in (permissions or {}).items() if value == "write"}


def faults(path):
    text = path.read_text()
    for number, line in enumerate(text.splitlines(), 1):
        if "uses:" in line and not (PINNED.search(line) or LOCAL.search(line)):
            yield f"{path.name}:{number} an action is named by its full commit, with its version as a comment"
    told = yaml.load(text, Loader)
    if told.get("permissions") != {"contents": "read"}:
        yield f"{path.name}: may read the code by default, and nothing else"
    for name, job in told["jobs"].items():
        excess = written(job.get("permissions")) - MAY_WRITE.get((path.name, name), set())
        if excess:
            yield f"{path.name}, {name}: may not write {', '.join(sorted(excess))}"
        if "uses" not in job and "timeout-minutes" not in job:
            yield f"{path.name}, {name}: may run for ever"
        for step in job.get("steps", []):
            kept = "checkout@" in step.get("uses", "") and step.get("with", {}).get("persist-credentials") != "false"
            if kept and (path.name, name) not in MAY_PUSH:
                yield f"{path.name}, {name}: keeps a token that it has no use for"
            if "${{" in step.get("run", ""):
                yield f"{path.name}, {name}: what others may choose comes into a script by its environment only"


def renewed(checkout):
    told = json.loads((checkout / "renovate.json").read_text())
    if not re.fullmatch(r"([5-9]|\d\d+) days", told.get("minimumReleaseAge", "")):
        yield "renovate.json: what is new has to be some days old"
    managers = [(re.compile(pattern.strip("/")), [re.compile(one.replace("(?<", "(?P<")) for one in manager["matchStrings"]])
                for manager in told["customManagers"] for pattern in manager["managerFilePatterns"]]
    files = [*checkout.glob("gitops/platform/*/application.yaml"), *checkout.glob(".ci/*/crds.txt"), *checkout.glob(".ci/*/charts.txt")]
    for path in files:
        name = str(path.relative_to(checkout))
        text = path.read_text()
        if path.suffix == ".yaml" and 'repository: ""' in text:
            continue
        found = [match for pattern, strings in managers if pattern.search(name) for one in strings for match in one.finditer(text)]
        entries = 1 if path.suffix == ".yaml" else len([line for line in text.splitlines() if line and line[0] != "#"])
        if len(found) != entries:
            yield f"renovate.json sees {len(found)} of {entries} versions in {name}"


def main():
    checkout = pathlib.Path(sys.argv[1])
    paths = sorted(checkout.glob(".github/workflows/*.yml"))
    wrong = [line for path in paths for line in faults(path)] + list(renewed(checkout))
    for line in wrong:
        print(line)
    print(f"{len(paths)} workflows and renovate.json: {len(wrong)} faults")
    sys.exit(1 if wrong or not paths else 0)


if __name__ == "__main__":
    main()
