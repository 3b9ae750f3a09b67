#!/usr/bin/env python3
"""Holds what gitops/ names against what is there, and renders every application of our own charts, twice.

Usage: tree.py <checkout> <directory to render into> <directory of charts of others> <applications of a cluster>...
"""
import pathlib
import re
import shutil
import subprocess
import sys

import yaml

import releases

# Not by gitops/: what others are made with, and the whole shop as one release, for a cluster of somebody's own.
ELSEWHERE = {"service-library", "shop"}
CHARTS = {path.parent.name for path in pathlib.Path("charts").glob("*/Chart.yaml")} - ELSEWHERE
EXACT = re.compile(r"v?\d+\.\d+\.\d+")
KUBERNETES = "1.34.4"


class Tree:
    def __init__(self, checkout, out, others):
        self.checkout, self.out, self.others = checkout, out, others
        self.wrong, self.repositories = [], set()
        self.rendered = self.of_others = 0
        self.by_form, self.answers, self.delivered = [], {}, set()

    def fault(self, name, sentence):
        self.wrong.append(f"{name}: {sentence}")

    def application(self, cluster, item):
        name = f"{cluster}/{item['metadata']['name']}"
        spec = item["spec"]
        sources = spec.get("sources") or [spec["source"]]
        for source in sources:
            # An empty string is how a template leaves a field out.
            source = {key: value for key, value in source.items() if value != ""}
            if "chart" in source:
                self.chart_of_others(name, cluster, source)
            elif "path" in source:
                self.repositories.add(source["repoURL"])
                self.chart_of_ours(name, source, spec["destination"]["namespace"])
            elif "ref" not in source:
                self.fault(name, "a source names neither a chart nor a path")
            else:
                self.repositories.add(source["repoURL"])

    def values(self, name, source):
        helm = source["helm"]
        files = [self.checkout / path.removeprefix("$values/") for path in helm.get("valueFiles", [])]
        missing = [path for path in files if not path.is_file()]
        for path in missing:
            # What differs in no cluster may be left out; the values of all may not.
            if not helm.get("ignoreMissingValueFiles") or path.name == "values.yaml":
                self.fault(name, f"{path.relative_to(self.checkout)} does not exist")
        return [path for path in files if path not in missing]

    def chart_of_ours(self, name, source, namespace):
        path = self.checkout / source["path"]
        if "helm" not in source:
            if not list(path.glob("*.yaml")):
                self.fault(name, f"{source['path']} has no objects")
            return
        if path.name not in CHARTS or not (path / "Chart.yaml").is_file():
            self.fault(name, f"{source['path']} is no chart of ours")
            return
        self.render(name, path, source, namespace)
        self.rendered += 1
        self.delivered.add(path.name)

    def chart_of_others(self, name, cluster, source):
        if not EXACT.fullmatch(source["targetRevision"]):
            self.fault(name, f"{source['targetRevision']} is no exact version")
        files = self.values(name, source)
        told = {}
        for path in files:
            told |= yaml.safe_load(path.read_text()) or {}
        if not told:
            self.fault(name, "its values say nothing")
        chart = self.others / source["chart"]
        if chart.is_dir():
            version = yaml.safe_load((chart / "Chart.yaml").read_text())["version"]
            if version.lstrip("v") != source["targetRevision"].lstrip("v"):
                self.fault(name, f"is rendered with {version} here, and {source['targetRevision']} there")
            self.unknown_values(name, chart, told)
            self.render(name, chart, source, "platform")
            self.of_others += 1
        elif f"{source['chart']} {source['targetRevision']}" not in self.by_form:
            self.by_form.append(f"{source['chart']} {source['targetRevision']}")

    def unknown_values(self, name, chart, told):
        """Helm takes a misspelt value without a word, unless the chart has a strict schema."""
        schema = chart / "values.schema.json"
        if schema.is_file() and '"additionalProperties": false' in schema.read_text():
            return
        known = yaml.safe_load((chart / "values.yaml").read_text())
        for path in self.misspelt(known, told):
            self.fault(name, f"the chart knows no value {path}")

    def misspelt(self, known, told, above=""):
        for key, value in told.items():
            if key not in known:
                yield above + key
            elif isinstance(value, dict) and isinstance(known[key], dict) and known[key]:
                yield from self.misspelt(known[key], value, f"{above}{key}.")

    def render(self, name, chart, source, namespace):
        helm = source["helm"]
        command = ["helm", "template", helm["releaseName"], str(chart), "--namespace", namespace, "--kube-version", KUBERNETES]
        for path in self.values(name, source):
            command += ["--values", str(path)]
        for parameter in helm.get("parameters", []):
            command += ["--set-string", f"{parameter['name']}={parameter['value']}"]
        # Clusters share most of what others made, and that takes longest.
        if tuple(command) not in self.answers:
            self.answers[tuple(command)] = [subprocess.run(command, capture_output=True, text=True) for _ in range(2)]
        first, second = self.answers[tuple(command)]
        if first.returncode:
            self.fault(name, f"does not render: {first.stderr.strip()}")
        elif first.stdout != second.stdout:
            self.fault(name, "renders otherwise when it is rendered again")
        else:
            target = self.out / f"{name}.yaml"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(first.stdout)


def projects(tree, cluster, applications):
    """Whether each application may do what it does, by its project."""
    documents = yaml.safe_load_all((tree.checkout / f"gitops/clusters/{cluster}/projects.yaml").read_text())
    known = {item["metadata"]["name"]: item["spec"] for item in documents}
    for item in applications:
        name, spec = f"{cluster}/{item['metadata']['name']}", item["spec"]
        if spec["project"] == "default" and item["metadata"]["name"] == "root":
            continue
        project = known.get(spec["project"])
        if project is None:
            tree.fault(name, f"there is no project {spec['project']}")
            continue
        for source in spec["sources"]:
            if source["repoURL"] not in project["sourceRepos"]:
                tree.fault(name, f"its project does not allow {source['repoURL']}")
        if spec["destination"]["namespace"] not in [one["namespace"] for one in project["destinations"]]:
            tree.fault(name, f"its project does not allow the namespace {spec['destination']['namespace']}")


def waves(tree, cluster, applications):
    """A wave begins when the one before is healthy: nothing may need what foundation makes, and come earlier."""
    parts = {item["metadata"]["labels"]["allinone.dev/wave"]: [] for item in applications
             if "allinone.dev/wave" in item["metadata"].get("labels", {})}
    for item in applications:
        wave = item["metadata"].get("labels", {}).get("allinone.dev/wave")
        if wave:
            parts[wave].append(item["metadata"]["name"].removeprefix("platform-"))
    made = {item["metadata"]["name"] for item in yaml.safe_load_all((tree.out / cluster / "platform-foundation.yaml").read_text())
            if item and item["kind"] in ("StorageClass", "ExternalSecret")}
    where = next((wave for wave, names in parts.items() if "foundation" in names), "0")
    asking = 0
    for wave, names in sorted(parts.items()):
        for name in names:
            files = [*(tree.checkout / "gitops/platform" / name).glob("values.yaml"), tree.checkout / f"gitops/platform/{name}/{cluster}.yaml"]
            text = "".join(path.read_text() for path in files if path.is_file())
            asked = [one for one in made if re.search(rf"\b{re.escape(one)}\b", text)] if name != "foundation" else []
            asking += bool(asked)
            if asked and wave < where:
                tree.fault(f"{cluster}/platform-{name}", f"needs {', '.join(sorted(asked))}, which comes in a later wave")
    if not asking:
        tree.fault(cluster, "no part asks for what foundation makes: the waves were not looked at")


def main():
    checkout, out, others, *clusters = map(pathlib.Path, sys.argv[1:])
    tree = Tree(checkout, out, others)
    shutil.rmtree(out, ignore_errors=True)
    count = 0
    for path in clusters:
        applications = [item for item in yaml.safe_load_all(path.read_text()) if item]
        names = [item["metadata"]["name"] for item in applications]
        for name in {one for one in names if names.count(one) > 1}:
            tree.fault(path.stem, f"two applications are called {name}")
        projects(tree, path.stem, applications)
        for item in applications:
            tree.application(path.stem, item)
            count += 1
        waves(tree, path.stem, applications)
    for chart in sorted(CHARTS - tree.delivered):
        tree.fault("gitops", f"brings charts/{chart} to no cluster")
    routes = yaml.safe_load((checkout / "gitops/platform/kube-prometheus-stack/values.yaml").read_text())["alertmanager"]["config"]
    if routes != yaml.safe_load(pathlib.Path("observability/alertmanager.yaml").read_text()):
        tree.fault("kube-prometheus-stack", "its Alertmanager tells others than observability/alertmanager.yaml does")
    if len(tree.repositories) != 1:
        tree.fault("gitops", f"names {len(tree.repositories)} repositories as its own: {sorted(tree.repositories)}")
    tree.wrong += releases.faults(checkout)
    for line in tree.wrong:
        print(line)
    print(f"{count} applications; {tree.rendered} of our charts and {tree.of_others} of others rendered twice alike;"
          f" {len(tree.wrong)} faults")
    print(f"Held by their form only, because their registries alone have them: {', '.join(tree.by_form)}")
    sys.exit(1 if tree.wrong or not tree.rendered or not tree.of_others else 0)


if __name__ == "__main__":
    main()
