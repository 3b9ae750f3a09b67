#!/usr/bin/env python3
"""Whether AWS' own tool knows each `aws` command that a page tells people to say, with its options, and has what it must have.

Services, operations and their parameters are botocore's, which the tool itself is made from. What stands before an operation in
a pipe, and what it answers, is not looked at.

Usage: operations.py PAGE...
"""
import pathlib
import re
import shlex
import sys

import botocore.session
from botocore import xform_name

# Of the tool itself.
OF_ALL = {"region", "output", "query", "profile", "cli-binary-format", "no-cli-pager", "max-items", "cli-input-json"}
# Commands that the tool has made up, beside the operations of the service.
MADE_UP = {("eks", "update-kubeconfig"): {"name", "alias", "role-arn"}, ("eks", "get-token"): {"cluster-name"}}
SESSION = botocore.session.get_session()


def commands(text):
    """What stands between backticks, or in a line of a block, from each `aws` on."""
    blocks = [line for block in re.findall(r"^```\n(.*?)^```", text, re.M | re.S) for line in block.splitlines()]
    spans = re.findall(r"`([^`]+)`", re.sub(r"^```\n.*?^```", "", text, flags=re.M | re.S))
    for said in blocks + spans:
        said = re.sub(r"\s+", " ", said)
        for found in re.finditer(r"(?:^|[|&(] ?|\d )(?=aws [a-z])", said):
            yield said[found.end():found.end() + length(said[found.end():])].strip()


def length(said):
    """How long a command is: to a pipe or a comment, or to the parenthesis that it stands in."""
    depth = 0
    for place, sign in enumerate(said):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0 or (depth == 0 and sign in "|#"):
            return place
    return len(said)


def faults(command):
    words = shlex.split(re.sub(r"\$\(.*?\)", "X", command))
    if len(words) < 3:
        return
    _, service, operation, *rest = words
    given = [word[2:].split("=")[0] for word in rest if word.startswith("--")]
    if (service, operation) in MADE_UP:
        known, needed = MADE_UP[service, operation], set()
    else:
        try:
            model = SESSION.get_service_model({"s3api": "s3"}.get(service, service))
        except botocore.exceptions.UnknownServiceError:
            yield f"there is no service {service}"
            return
        if operation == "wait":
            waiters = SESSION.get_waiter_model(service)
            of = {xform_name(name, "-"): waiters.get_waiter(name).operation for name in waiters.waiter_names}
            if not rest or rest[0] not in of:
                yield f"{service} has no such thing to wait for"
                return
            shape = model.operation_model(of[rest[0]]).input_shape
        else:
            of = {xform_name(name, "-"): name for name in model.operation_names}
            if operation not in of:
                yield f"{service} has no {operation}"
                return
            shape = model.operation_model(of[operation]).input_shape
        members = shape.members if shape else {}
        known = {xform_name(name, "-") for name in members}
        known |= {f"no-{xform_name(name, '-')}" for name, member in members.items() if member.type_name == "boolean"}
        needed = {xform_name(name, "-") for name in (shape.required_members if shape else [])}
    for option in given:
        if option not in known | OF_ALL:
            yield f"{service} {operation} has no --{option}"
    # Where a sentence goes on about a command that was said before, it says the name of it only.
    for option in sorted(needed - set(given)) if given else []:
        if f"no-{option}" not in given:
            yield f"{service} {operation} wants --{option}"


def main():
    count, wrong = 0, []
    for page in map(pathlib.Path, sys.argv[1:]):
        for command in commands(page.read_text()):
            count += 1
            wrong += [f"{page}: {sentence}: {command}" for sentence in faults(command)]
    # What is wrong must be found, or nothing above proves anything.
    for broken in ("aws rds explode --name x", "aws rds wait never --name x", "aws nowhere list --name x",
                   "aws rds create-db-instance --db-instance-identifier x --colour red",
                   "aws secretsmanager put-secret-value --secret-string x"):
        if not list(faults(broken)):
            wrong.append(f"This was taken for a command of AWS' tool: {broken}")
    if wrong or not count:
        sys.exit("\n".join(wrong) or "No page names any command of AWS.")
    print(f"{count} commands: their services, operations and options exist")


if __name__ == "__main__":
    main()
