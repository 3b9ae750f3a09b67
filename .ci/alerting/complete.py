#!/usr/bin/env python3
"""Every alert has an urgency, a summary, a runbook that speaks of it, a test that it fires and one that it does not; and
every part of the shop that measures itself is scraped, in the cluster and on one machine.

Usage: complete.py <the rendered chart of the whole shop>
"""
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
RULES = sorted((ROOT / "charts/observability/rules").glob("*.yaml"))
TESTS = sorted((ROOT / "observability/tests").glob("*.yaml"))
wrong = []


def alerts():
    for file in RULES:
        for group in yaml.safe_load(file.read_text())["groups"]:
            yield from (rule for rule in group["rules"] if "alert" in rule)


def tested():
    """The alerts that some test sees firing, and those that some test sees silent."""
    fires, silent = set(), set()
    for file in TESTS:
        for test in yaml.safe_load(file.read_text())["tests"]:
            for case in test.get("promql_expr_test", []):
                asked = re.match(r'ALERTS\{alertname=~?"([^"]+)"', case["expr"])
                if asked:
                    shown = {re.search(r'alertname="([^"]+)"', sample["labels"]).group(1)
                             for sample in case["exp_samples"]}
                    fires |= shown
                    silent |= set(asked.group(1).split("|")) - shown
    return fires, silent


def check_alert(alert, fires, silent):
    name = alert["alert"]
    if alert.get("labels", {}).get("severity") not in ("page", "ticket"):
        wrong.append(f"{name} is neither a page nor a ticket")
    if not alert.get("annotations", {}).get("summary"):
        wrong.append(f"{name} has no summary")
    runbook = ROOT / alert.get("annotations", {}).get("runbook_url", "without")
    if not runbook.is_file():
        wrong.append(f"{name} leads to {runbook.relative_to(ROOT)}, which is not there")
    elif f"`{name}`" not in runbook.read_text():
        wrong.append(f"{runbook.relative_to(ROOT)} does not speak of {name}")
    if name not in fires:
        wrong.append(f"no test sees {name} fire")
    if name not in silent:
        wrong.append(f"no test sees {name} silent")


def parts():
    source = (ROOT / "launcher/src/main/java/com/allinone/launcher/parts/Service.java").read_text()
    named = re.search(r"NAMES\s*=\s*List\.of\(([^)]*)\)", source).group(1)
    return set(re.findall(r'"([a-z]+)"', named))


def check_targets(rendered):
    objects = [one for one in yaml.safe_load_all(pathlib.Path(rendered).read_text()) if one]
    monitors = {one["metadata"]["name"]: one for one in objects if one["kind"] == "ServiceMonitor"}
    local = yaml.safe_load((ROOT / "observability/prometheus.yaml").read_text())["scrape_configs"]
    down = next(alert for alert in alerts() if alert["alert"] == "ServiceDown")["expr"]
    told = {
        "ServiceMonitors": set(monitors),
        "observability/prometheus.yaml": {one["job_name"] for one in local},
        "ServiceDown, when scraped": set(re.search(r'up\{job=~"([^"]+)"', down).group(1).split("|")),
        "ServiceDown, when absent": set(re.findall(r'absent\(up\{job="([^"]+)"', down))}
    for where, names in told.items():
        if names != parts():
            wrong.append(f"{where}: {sorted(names)}, but the parts are {sorted(parts())}")
    for name, monitor in monitors.items():
        if monitor["spec"].get("jobLabel") != "app.kubernetes.io/name":
            wrong.append(f"ServiceMonitor {name}: rules know its job by app.kubernetes.io/name")


def main():
    fires, silent = tested()
    all_of_them = list(alerts())
    for alert in all_of_them:
        check_alert(alert, fires, silent)
    unknown = fires - {alert["alert"] for alert in all_of_them}
    wrong.extend(f"a test sees {name}, which is no alert" for name in sorted(unknown))
    check_targets(sys.argv[1])
    for line in wrong:
        print(line)
    print(f"{len(all_of_them)} alerts and {len(parts())} scraped parts looked at: {len(wrong)} faults")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
