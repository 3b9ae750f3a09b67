#!/usr/bin/env python3
"""Writes what is derived in charts/observability: rules/objectives.yaml and dashboards/.

Without arguments it writes; with --check it only says what is out of date, and fails if anything is.
"""
import json
import pathlib
import sys

import dashboards
import objectives

CHART = pathlib.Path(__file__).resolve().parents[1] / "charts" / "observability"


def wanted():
    yield CHART / "rules" / "objectives.yaml", objectives.rules()
    for name, dashboard in dashboards.all_of_them():
        yield CHART / "dashboards" / f"{name}.json", json.dumps(dashboard, indent=1, ensure_ascii=False) + "\n"


def main():
    texts = dict(wanted())
    left_over = [path for path in (CHART / "dashboards").glob("*.json") if path not in texts]
    if sys.argv[1:] == ["--check"]:
        stale = [path for path, text in texts.items() if not path.exists() or path.read_text() != text] + left_over
        for path in stale:
            print(f"{path.relative_to(CHART.parents[1])} is out of date: run observability/generate.py")
        sys.exit(1 if stale else 0)
    for path in left_over:
        path.unlink()
    for path, text in texts.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


if __name__ == "__main__":
    main()
