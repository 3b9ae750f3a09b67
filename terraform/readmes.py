#!/usr/bin/env python3
"""Writes a README.md for every module and root, from its first comment, its variables and its outputs.

With --check it writes nothing and says what is out of date. Every variable and output must have a description, and every
variable a type; every variable of a module that has bounds says them in a validation.
"""
import pathlib
import re
import sys

BLOCK = re.compile(r'^(variable|output) "(\w+)" \{\n(.*?)^\}', re.M | re.S)


def field(body, name):
    found = re.search(rf"^  {name}\s*= (.*?)(?=^  \w|\Z)", body, re.M | re.S)
    return re.sub(r"\s+", " ", found[1]).strip() if found else None


def table(directory, kind):
    rows, faults = [], []
    for path in sorted(directory.glob("*.tf")):
        for _, name, body in (found.groups() for found in BLOCK.finditer(path.read_text()) if found[1] == kind):
            description = field(body, "description")
            if not description:
                faults.append(f"{path}: {kind} {name} has no description.")
                continue
            if kind == "output":
                rows.append(f"| `{name}` | {description.strip(chr(34))} |")
                continue
            type_, default = field(body, "type"), field(body, "default")
            if not type_:
                faults.append(f"{path}: variable {name} has no type.")
            bounds = " ".join(re.findall(r'error_message = "((?:[^"\\]|\\.)*)"', body)).replace("|", "\\|")
            rows.append(f"| `{name}` | `{type_}` | {f'`{default}`' if default else 'required'} "
                        f"| {description.strip(chr(34))} | {bounds} |")
    return rows, faults


def readme(directory, root):
    comment = []
    for line in (directory / "main.tf").read_text().splitlines():
        if not line.startswith("#"):
            break
        comment.append(line.removeprefix("#").strip())
    inputs, faults = table(directory, "variable")
    outputs, more = table(directory, "output")
    if not comment:
        more.append(f"{directory / 'main.tf'} does not begin with a comment that says what it is for.")
    lines = [f"# {directory.relative_to(root)}", "", " ".join(comment), ""]
    if inputs:
        lines += ["## Inputs", "", "| name | type | default | what it is | what is refused |", "|---|---|---|---|---|", *inputs, ""]
    if outputs:
        lines += ["## Outputs", "", "| name | what it is |", "|---|---|", *outputs, ""]
    return "\n".join([*lines, "Written by `.ci/terraform --readmes`.", ""]), faults + more


def main():
    root, check = pathlib.Path(sys.argv[1]), "--check" in sys.argv
    faults = []
    for directory in sorted({path.parent for path in root.rglob("main.tf")}):
        content, found = readme(directory, root)
        faults += found
        target = directory / "README.md"
        if check and (not target.exists() or target.read_text() != content):
            faults.append(f"{target} is out of date.")
        elif not check:
            target.write_text(content)
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
