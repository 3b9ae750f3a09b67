#!/usr/bin/env python3
"""Writes what is derived in charts/: values.schema.json from schema/, READMEs from values.yaml and its comments, and the
realm of Keycloak from the one that identity brings.

Without arguments it writes; with --check it only says what is out of date, and fails if anything is.
"""
import json
import pathlib
import re
import sys

import yaml

CHARTS = pathlib.Path(__file__).resolve().parent
SERVICES = ["catalog", "identity", "inventory", "order", "payment"]
PLATFORM = ["foundation", "jaeger", "keycloak"]
REALM = CHARTS.parent / "identity" / "src" / "main" / "realm" / "allinone-realm.json"
SAID = "# -- "


def schema(name):
    own = yaml.safe_load((CHARTS / "schema" / f"{name}.yaml").read_text())
    shared = yaml.safe_load((CHARTS / "schema" / "platform.yaml").read_text())
    own["$defs"] = {**shared["$defs"], **own.get("$defs", {})}
    return json.dumps(own, indent=2) + "\n"


def rows(lines, prefix="", indent=0):
    """Every value that has a comment: its path, its default as written, and the comment."""
    path = []
    comment = []
    for line in lines:
        text = line.strip()
        depth = len(line) - len(line.lstrip())
        if text.startswith(SAID):
            comment = [text[len(SAID):]]
        elif text.startswith("#"):
            if comment:
                comment.append(text.lstrip("# "))
        elif text and not text.startswith("- ") and ":" in text:
            key, _, value = text.partition(":")
            while path and path[-1][0] >= depth:
                path.pop()
            path.append((depth, key))
            if comment:
                yield ".".join(part for _, part in path), value.strip(), " ".join(comment)
            comment = []


def table(lines):
    told = ["| value | default | what it is |", "|---|---|---|"]
    for path, default, comment in rows(lines):
        shown = f"`{default}`" if default else "see `values.yaml`"
        told.append(f"| `{path}` | {shown} | {comment} |")
    return "\n".join(told) + "\n"


def library_part(name):
    lines = (CHARTS / "service-library" / "values.yaml").read_text().splitlines()
    begin = lines.index(f"  {name}:")
    part = []
    for line in lines[begin + 1:]:
        if line and not line.startswith("    "):
            break
        part.append(line[4:])
    return part


def readme(chart):
    about = yaml.safe_load((CHARTS / chart / "Chart.yaml").read_text())
    own = (CHARTS / chart / "values.yaml").read_text()
    text = f"# {chart}\n\n{about['description']}\n\n"
    text += "Written by `charts/generate.py` out of `values.yaml`; `values.schema.json` refuses whatever is not listed.\n\n"
    if chart == "service-library":
        text = f"# {chart}\n\n{about['description']} Written by `charts/generate.py` out of `values.yaml`.\n\n"
        text += "Each service's chart imports these values and says in its own only where it differs.\n\n"
        return text + table(library_part("service"))
    if chart in SERVICES:
        text += f"## What is particular to {chart}\n\n```yaml\n{own.strip()}\n```\n\n"
        text += "Everything else is what [service-library](../service-library/README.md) says.\n"
        return text
    text += table(own.splitlines())
    if chart == "edge":
        text += "\n## Shared with the services\n\n" + table(library_part("edge"))
    return text


def realm():
    """The realm that `./shop up` makes, with the placeholders that keycloak-config-cli fills from its environment."""
    return re.sub(r"\$\{([A-Z_]+)(:[^}]*)?\}", r"$(env:\1)", REALM.read_text())


def wanted():
    for chart in SERVICES:
        yield CHARTS / chart / "values.schema.json", schema("service")
    for chart in ["edge", "observability", "shop", *PLATFORM]:
        yield CHARTS / chart / "values.schema.json", schema(chart)
    for chart in ["service-library", *SERVICES, "edge", "observability", "shop", *PLATFORM]:
        yield CHARTS / chart / "README.md", readme(chart)
    yield CHARTS / "keycloak" / "realm.json", realm()


def main():
    check = sys.argv[1:] == ["--check"]
    stale = [path for path, text in wanted() if not path.exists() or path.read_text() != text]
    if check:
        for path in stale:
            print(f"charts/{path.relative_to(CHARTS)} is out of date: run charts/generate.py")
        sys.exit(1 if stale else 0)
    for path, text in wanted():
        path.write_text(text)


if __name__ == "__main__":
    main()
