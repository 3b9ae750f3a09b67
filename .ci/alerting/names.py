"""The metrics that rules and dashboards name, and the panels' queries, read out of the files that are delivered."""
import json
import pathlib
import re

import dashboards
import yaml

CHART = pathlib.Path(__file__).resolve().parents[2] / "charts" / "observability"
WORDS = {"by", "without", "on", "ignoring", "group_left", "group_right", "and", "or", "unless", "bool", "offset", "inf", "nan"}


def of(expression):
    """The metric names in an expression: identifiers that are no function, no word of the language and no label."""
    text = re.sub(r'"[^"]*"', '""', expression)
    text = re.sub(r"\{[^}]*\}|\[[^\]]*\]", " ", text)
    text = re.sub(r"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)", " ", text)
    found = re.findall(r"(?<![\w:.])([a-zA-Z_:][\w:]*)\b(?!\s*\()", text)
    return {name for name in found if name.lower() not in WORDS}


def panels():
    """Every query: dashboard, title, expression, and whether a healthy shop may have no data for it."""
    rare = {(uid, panel.title) for uid, _, shown in dashboards.panels() for panel in shown if panel.rare}
    for file in sorted((CHART / "dashboards").glob("*.json")):
        for panel in json.loads(file.read_text())["panels"]:
            for target in panel["targets"]:
                yield file.stem, panel["title"], target["expr"], (file.stem, panel["title"]) in rare


def used():
    names = set()
    for file in sorted((CHART / "rules").glob("*.yaml")):
        for group in yaml.safe_load(file.read_text())["groups"]:
            for rule in group["rules"]:
                names |= of(rule["expr"])
    for _, _, expression, rare in panels():
        names |= set() if rare else of(expression)
    return sorted(names)
