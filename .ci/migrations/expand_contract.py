#!/usr/bin/env python3
"""Refuses migrations that the version before could not live with: while a new version comes, the old one still runs.

Usage: expand_contract.py <directory of services> [file of what was there before the rule]

What only adds is free: new tables, columns that may be null or have a default, indexes that are not unique. What takes
away or tightens needs one of two comments right above its statement:

  -- contract of V7: nothing reads it any more        (V7 is the earlier migration that made it superfluous)
  -- widens: the new check allows all that the old did (for constraints and types only)
"""
import hashlib
import pathlib
import re
import sys

import statements

NAME = r"(?:if (?:not )?exists )?(?:only )?([\w.]+)"
VERSION = re.compile(r"V(\d+(?:[._]\d+)*)__\w+\.sql")
CONTRACT = re.compile(r"contract of V(\d+(?:[._]\d+)*): \S.{9,}", re.I)
WIDENS = re.compile(r"widens: \S.{9,}", re.I)

# What a clause of `alter table` must not do; the second says whether it may be a widening.
CLAUSES = [
    (re.compile(r"^drop (?!constraint|index)(column )?(if exists )?(?!not null|default|identity|expression)\w"), "drops a column", False),
    (re.compile(r"^drop constraint"), "drops a constraint", True),
    (re.compile(r"^rename"), "renames", False),
    (re.compile(r"^alter (column )?\w+ (set data )?type"), "changes a type", True),
    (re.compile(r"^alter (column )?\w+ set not null"), "refuses null", False),
    (re.compile(r"^alter (column )?\w+ drop default"), "drops a default", False),
    (re.compile(r"^add (constraint \w+ )?(check|unique|primary key|foreign key|exclude)"), "adds a constraint", True),
    (re.compile(r"^(disable|detach|inherit|no inherit|set schema)"), "changes what the table is", False),
]
ADDED = re.compile(r"^add (column )?(?!constraint|check|unique|primary|foreign|exclude)(if not exists )?\w+ (.*)$")
STATEMENTS = [
    (re.compile(r"^drop (?!index)(.*)$"), "drops what the version before may use", False),
    (re.compile(r"^truncate\b"), "empties a table", False),
    (re.compile(r"^alter (?!table)\w+ .*\brename\b"), "renames", False),
    (re.compile(r"^revoke\b"), "takes a right away", False),
]


def number(version):
    return tuple(int(part) for part in re.split(r"[._]", version))


def clauses(text):
    """The clauses of an `alter table`, cut at commas that stand in no parentheses."""
    depth, clause = 0, ""
    for character in text:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            yield clause.strip()
            clause = ""
        else:
            clause += character
    yield clause.strip()


def faults(statement, own):
    """What is wrong with a statement: pairs of a sentence and whether it may be a widening. `own` are the file's new tables."""
    altered = re.match(rf"^alter table {NAME} (.*)$", statement.text)
    if altered:
        if altered.group(1) in own:
            return
        for clause in clauses(altered.group(2)):
            for pattern, sentence, may_widen in CLAUSES:
                if pattern.search(clause):
                    yield f"{sentence}: {clause}", may_widen
            added = ADDED.match(clause)
            if added and "not null" in added.group(3) and not re.search(r"\b(default|generated)\b", added.group(3)):
                yield f"adds a column that may not be null and has no default: {clause}", False
        return
    unique = re.match(rf"^create unique index (?:concurrently )?(?:if not exists )?\w+ on {NAME}", statement.text)
    if unique and unique.group(1) not in own:
        yield "makes what could be twice unique", True
    for pattern, sentence, may_widen in STATEMENTS:
        if pattern.search(statement.text):
            dropped = re.match(rf"^drop \w+ {NAME}", statement.text)
            if not (dropped and dropped.group(1) in own):
                yield f"{sentence}: {statement.text[:80]}", may_widen


def excused(statement, may_widen, version, versions):
    """Whether a comment allows it, or a sentence that says why that comment does not."""
    for comment in statement.comments:
        contract = CONTRACT.search(comment)
        if contract:
            earlier = number(contract.group(1))
            if earlier in versions and earlier < version:
                return True, ""
            return False, f" (V{contract.group(1)} is no earlier migration)"
        if WIDENS.search(comment):
            return may_widen, "" if may_widen else " (that is no widening)"
    return False, ""


def check(path, versions):
    told = VERSION.fullmatch(path.name)
    if not told:
        return [f"{path}: a migration is called V<number>__<what>.sql"]
    found = statements.of(path.read_text())
    own = {match.group(1) for one in found
           if (match := re.match(rf"^create (?:unlogged )?(?:table|type|view|sequence|function) {NAME}", one.text))}
    wrong = []
    for statement in found:
        for sentence, may_widen in faults(statement, own):
            allowed, why = excused(statement, may_widen, number(told.group(1)), versions)
            if not allowed:
                wrong.append(f"{path}:{statement.line} {sentence}{why}")
    return wrong


def judge(root, older=None):
    """Prints what is wrong; whether nothing is, and there was something to look at. `older` lists what the rule spares."""
    before = {}
    if older:
        for line in older.read_text().splitlines():
            if line and not line.startswith("#"):
                digest, name = line.split()
                before[name] = digest
    wrong, looked = [], 0
    folders = {path.parent for path in root.glob("*/src/main/resources/db/**/*.sql")}
    for folder in sorted(folders):
        paths = sorted(folder.glob("*.sql"))
        versions = {number(told.group(1)) for path in paths if (told := VERSION.fullmatch(path.name))}
        for path in paths:
            looked += 1
            name = str(path.relative_to(root))
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            if name in before:
                if before.pop(name) != digest:
                    wrong.append(f"{name} was there before the rule and is changed: add a migration instead")
                continue
            wrong.extend(line.replace(f"{root}/", "") for line in check(path, versions))
    wrong.extend(f"{name} is listed as older than the rule, and is not there" for name in before)
    for line in wrong:
        print(line)
    print(f"{looked} migrations: {len(wrong)} that the version before could not live with")
    return looked > 0 and not wrong


if __name__ == "__main__":
    sys.exit(0 if judge(*map(pathlib.Path, sys.argv[1:])) else 1)
