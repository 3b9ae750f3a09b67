#!/usr/bin/env python3
"""The plain manifests that a build makes and the charts must agree on what a service is.

Usage: manifests.py <directory of rendered charts>
"""
import pathlib
import sys

import objects
from agreement import CLUSTER_ONLY, ROOT, SERVICES

PROBES = ["startupProbe", "livenessProbe", "readinessProbe"]
LABELS = ["app.kubernetes.io/name", "app.kubernetes.io/part-of", "app.kubernetes.io/component"]
# What the builder of manifests adds by itself.
ADDED = {"KUBERNETES_NAMESPACE"}


def facts(items, service, workload):
    """What both must say alike."""
    template = objects.named(items, workload, service)["spec"]["template"]
    container = template["spec"]["containers"][0]
    port = container["ports"][0]
    address = objects.named(items, "Service", service)["spec"]
    return {
        "container": container["name"],
        "port": (port["name"], port["containerPort"]),
        "service port": address["ports"][0]["port"],
        "selects its pods": all(template["metadata"]["labels"].get(key) == value
                                for key, value in address["selector"].items()),
        "probes": [container[probe]["httpGet"]["path"] for probe in PROBES],
        "service account": template["spec"]["serviceAccountName"],
        "has its account": bool(objects.named(items, "ServiceAccount", service)),
        "labels": {label: template["metadata"]["labels"].get(label) for label in LABELS},
        "not root": template["spec"]["securityContext"]["runAsNonRoot"],
    }


def environment_of_chart(items, service):
    settings = objects.named(items, "ConfigMap", service)["data"]
    secrets = objects.named(items, "ExternalSecret", service)["spec"]["target"]["template"]["data"]
    return set(settings) | set(secrets)


def environment_of_manifest(items, service):
    container = objects.pod(objects.named(items, "Deployment", service))["containers"][0]
    return {variable["name"] for variable in container["env"]} - ADDED


def main():
    wrong = []
    for service in SERVICES:
        made = ROOT / service / "target/kubernetes/kubernetes.yml"
        if not made.exists():
            wrong.append(f"{service}: the build made no {made.relative_to(ROOT)}")
            continue
        manifest = objects.of(made)
        chart = objects.of(pathlib.Path(sys.argv[1], service, "rollout.yaml"))
        said, drawn = facts(manifest, service, "Deployment"), facts(chart, service, "Rollout")
        wrong.extend(f"{service}: {what}: the manifest has {said[what]}, the chart has {drawn[what]}"
                     for what in said if said[what] != drawn[what])
        # What only the chart's cluster needs may be missing from a manifest for any cluster.
        differing = environment_of_manifest(manifest, service) ^ environment_of_chart(chart, service)
        if differing - CLUSTER_ONLY.keys():
            wrong.append(f"{service}: environment: {sorted(differing - CLUSTER_ONLY.keys())} is in one of both only")
    for line in wrong:
        print(line)
    print(f"The manifests and charts of {len(SERVICES)} services compared: {len(wrong)} differences")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
