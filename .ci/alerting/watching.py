#!/usr/bin/env python3
"""Watches a running shop with a real Prometheus and the platform's own rules, while orders are placed: every target is up,
every metric that rules and dashboards name exists, every panel shows something, nothing alerts, labels stay few.

Usage: watching.py <home of the shop> <its port offset> <a directory to work in>
"""
import concurrent.futures
import math
import pathlib
import re
import sys
import time
import urllib.request

import names
import prometheus
import shopping

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Time series of one name that one service may have; endpoints times bounds is the most there is.
MOST_OF_A_NAME = 500
MOST_OF_A_SERVICE = 6000
# Kafka's clients are looked through for new metrics once a minute, and a rate takes two samples with something in between.
PATIENCE = 180
# What is never a label: it grows with orders, goods, people or time.
IDS = {
    "a UUID": re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", re.I),
    "a long number": re.compile(r"[0-9]{6,}"),
    "a SKU": re.compile(r"^(MUG|SOLD)-|[A-Z]{3,}-[A-Z]{3,}-[0-9]{2}"),
    "an address of somebody": re.compile(r"[^/\s]@[^/\s]"),
    "a card token": re.compile(r"tok_"),
    "an essay": re.compile(r".{120,}", re.S),
}
wrong = []


def claim(what, holds, why=""):
    print(f"{'ok  ' if holds else 'FAIL'} {what}{'' if holds else ': ' + str(why)}")
    if not holds:
        wrong.append(what)


def until_nothing_lacks(lacking, shop):
    """What still lacks when it is looked for again and again, while somebody buys."""
    until = time.monotonic() + PATIENCE
    while (lacks := lacking()) and time.monotonic() < until:
        shop.buy()
        time.sleep(3)
    return lacks


def known_names(watcher, shop):
    foreign = {line.split()[0] for line in (ROOT / "observability/foreign-metrics.txt").read_text().splitlines()
               if line and not line.startswith("#")}
    used = names.used()
    wanted = {name for name in used if not name.startswith("ALERTS")} - foreign
    missing = until_nothing_lacks(lambda: sorted(wanted - known(watcher)), shop)
    claim(f"{len(used)} metrics that rules and dashboards name exist", not missing, missing)
    here = foreign & known(watcher)
    claim("what is listed as foreign is used, and nobody's here", foreign <= set(used) and not here,
          sorted(foreign - set(used)) + sorted(here))


def known(watcher):
    return set(watcher.ask("label/__name__/values"))


def panels(watcher, shop):
    queries = list(names.panels())
    empty = until_nothing_lacks(lambda: empty_ones(watcher, queries), shop)
    claim(f"{len(queries)} queries of {len({query[0] for query in queries})} dashboards are right and show something",
          not empty, empty)


def empty_ones(watcher, queries):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda query: watcher.query(query[2]), queries))
    return [f"{dashboard}: {title}" for (dashboard, title, _, rare), found in zip(queries, answers)
            if not rare and not any(math.isfinite(float(series["value"][1])) for series in found)]


def labels(watcher):
    counts = watcher.query('count by (job, __name__) ({job!=""})')
    most = max(counts, key=lambda series: float(series["value"][1]))
    too_many = [f"{one['metric']['job']} {one['metric']['__name__']} {one['value'][1]}" for one in counts
                if float(one["value"][1]) > MOST_OF_A_NAME]
    claim(f"no name has more than {MOST_OF_A_NAME} time series in a service; the most is {most['value'][1]}, "
          f"{most['metric']['__name__']} of {most['metric']['job']}", not too_many, too_many)
    totals = {one["metric"]["job"]: int(one["value"][1]) for one in watcher.query('count by (job) ({job!=""})')}
    claim(f"no service has more than {MOST_OF_A_SERVICE}: {totals}", max(totals.values()) <= MOST_OF_A_SERVICE)
    leaks = set()
    for series in watcher.ask("series", {"match[]": '{job!=""}'}):
        for label, value in series.items():
            for what, pattern in IDS.items():
                if label not in ("instance", "le", "node_id") and pattern.search(value):
                    leaks.add(f"{what} in {label} of {series['__name__']}: {value[:60]}")
    claim("no label is an id, or anything else that grows", not leaks, sorted(leaks)[:10])


def exemplars(offset):
    """Prometheus keeps them where exemplar-storage is on; here it is enough that a service tells them."""
    with urllib.request.urlopen(f"http://127.0.0.1:{8101 + offset}/q/metrics", timeout=30) as answer:
        told = answer.read().decode()
    found = re.findall(r'^http_server_requests_seconds_bucket\{.*# \{.*trace_id="[0-9a-f]{32}"', told, re.M)
    claim(f"requests lead to their traces by {len(found)} exemplars", found)


def main():
    home, offset, work = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    shop = shopping.Shop(offset)
    with prometheus.Prometheus(ROOT, offset, work) as watcher:
        shop.buy()
        time.sleep(4)
        shop.buy()
        shop.settled()
        time.sleep(16)  # gauges that are read from tables are read every ten seconds
        up = {one["metric"]["job"]: one["value"][1] for one in watcher.query("up")}
        claim(f"all parts are scraped: {sorted(up)}", len(up) == 5 and set(up.values()) == {"1"}, up)
        known_names(watcher, shop)
        panels(watcher, shop)
        labels(watcher)
        exemplars(offset)
        alerting = watcher.query('count by (alertname, alertstate) (ALERTS)')
        claim("nothing alerts in a healthy shop", not alerting, [one["metric"] for one in alerting])
    print(f"{len(wrong)} claims do not hold")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
