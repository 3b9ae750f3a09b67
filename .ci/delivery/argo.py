#!/usr/bin/env python3
"""Has Argo CD's objects accepted by a real API server, strictly and twice; and what is wrong on purpose refused.

Usage: argo.py <directory of kube-apiserver and etcd> <directory of CRDs> <file of objects>...
"""
import copy
import pathlib
import sys
import tempfile
import time

import accepted as charts
import control_plane
import objects

CLUSTERS = {"dev", "prod"}
KINDS = {"Application", "ApplicationSet", "AppProject"}


def refuses(cluster, items, wrong):
    misspelt = copy.deepcopy(next(item for item in items if item["kind"] == "ApplicationSet"))
    misspelt["spec"]["goTemplateOption"] = ["missingkey=error"]
    charts.must_refuse("an ApplicationSet with a misspelt option", lambda: cluster.apply(misspelt, "argocd-dev"),
                       "goTemplateOption", wrong)
    nowhere = copy.deepcopy(next(item for item in items if item["kind"] == "Application"))
    del nowhere["spec"]["destination"]
    nowhere["metadata"]["name"] = "nowhere"
    charts.must_refuse("an Application without a destination", lambda: cluster.apply(nowhere, "argocd-dev"),
                       "destination", wrong)


def main():
    binaries, definitions, *files = map(pathlib.Path, sys.argv[1:])
    wrong, clusters, began = [], {}, time.monotonic()
    for path in files:
        # Both clusters have objects of the same names, so each has a namespace of its own here.
        name = path.stem if path.stem in CLUSTERS else path.parent.name
        for item in objects.of(path):
            item["metadata"].pop("namespace", None)
            clusters.setdefault(name, []).append(item)
    items = [item for of_one in clusters.values() for item in of_one]
    with tempfile.TemporaryDirectory() as directory, control_plane.running(binaries, directory) as server:
        cluster = charts.Cluster(server)
        defined = charts.install_definitions(cluster, definitions, KINDS)
        for name, of_one in clusters.items():
            charts.check(cluster, f"argocd-{name}", of_one, wrong)
        refuses(cluster, items, wrong)
    for line in wrong:
        print(line)
    print(f"{len(items)} objects of {len(files)} files applied twice, of {defined} kinds: {len(wrong)} faults,"
          f" {time.monotonic() - began:.0f} s")
    sys.exit(1 if wrong or defined != len(KINDS) else 0)


if __name__ == "__main__":
    main()
