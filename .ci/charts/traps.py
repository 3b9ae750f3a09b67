#!/usr/bin/env python3
"""What is accepted by every tool and fails on the cluster nevertheless: each rule here is a way in which others broke.

Usage: traps.py <directory of rendered charts>
"""
import pathlib
import sys

import objects
import promql_parser

WORKLOADS = ("Rollout", "Deployment")


def routes(items):
    """One rule, and every default written: else Argo CD compares what nobody wrote with what a canary has moved."""
    for route in objects.kind(items, "HTTPRoute"):
        name = f"HTTPRoute {route['metadata']['name']}"
        rules = route["spec"]["rules"]
        if len(rules) != 1:
            yield f"{name} has {len(rules)} rules"
        backends = rules[0].get("backendRefs", [])
        for backend in backends:
            if not {"group", "kind", "weight"} <= backend.keys():
                yield f"{name} leaves a default of {backend['name']} out"
                return
        weights = {backend["name"]: backend["weight"] for backend in backends if backend["kind"] == "Service"}
        if f"{route['metadata']['name']}-canary" in weights and sum(weights.values()) != 100:
            yield f"{name}: stable and canary make {sum(weights.values())}, which Argo Rollouts takes for 100"
        legacy = route["metadata"].get("annotations", {}).get("allinone.dev/legacy-weight")
        if legacy is not None:
            monolith = sum(backend["weight"] for backend in backends if backend["kind"] == "Backend")
            share = 100 * monolith / sum(backend["weight"] for backend in backends)
            if abs(share - int(legacy)) > 0.5:
                yield f"{name}: the monolith gets {share:.2f} %, not {legacy} %"


def canaries(items):
    """Traffic that is not moved by the plugin is split by replicas, in silence."""
    names = {route["metadata"]["name"]: route for route in objects.kind(items, "HTTPRoute")}
    for rollout in objects.kind(items, "Rollout"):
        name = rollout["metadata"]["name"]
        canary = rollout["spec"]["strategy"]["canary"]
        backends = {backend["name"] for backend in names.get(name, {}).get("spec", {}).get("rules", [{}])[0]
                    .get("backendRefs", [])}
        moved = canary["canaryService"] in backends
        plugin = canary.get("trafficRouting", {}).get("plugins", {}).get("argoproj-labs/gatewayAPI")
        if moved != bool(plugin):
            yield f"Rollout {name} and its route disagree about whether traffic is moved"
        if plugin and plugin["httpRoute"] not in names:
            yield f"Rollout {name} moves traffic in {plugin['httpRoute']}, which is not there"
        for service in (canary["stableService"], canary["canaryService"]):
            objects.named(items, "Service", service)
        for step in canary["steps"]:
            for template in step.get("analysis", {}).get("templates", []):
                objects.named(items, "AnalysisTemplate", template["templateName"])
    for template in objects.kind(items, "AnalysisTemplate"):
        for metric in template["spec"]["metrics"]:
            query = metric["provider"]["prometheus"]["query"].replace("{{args.hash}}", "hash")
            try:
                promql_parser.parse(query)
            except ValueError as fault:
                yield f"AnalysisTemplate {template['metadata']['name']}: {metric['name']} asks what is no query: {fault}"
            for condition in ("successCondition", "failureCondition"):
                if not metric[condition].startswith("len(result) > 0 && "):
                    yield f"AnalysisTemplate {template['metadata']['name']}: {metric['name']} judges an empty answer"


def replicas(items):
    """A budget over one pod blocks the node; a number beside a scaler is set back at every sync."""
    scalers = {scaler["spec"]["scaleTargetRef"]["name"]: scaler["spec"]
               for wanted in ("HorizontalPodAutoscaler", "ScaledObject") for scaler in objects.kind(items, wanted)}
    budgets = {budget["metadata"]["name"]: budget["spec"] for budget in objects.kind(items, "PodDisruptionBudget")}
    for wanted in WORKLOADS:
        for workload in objects.kind(items, wanted):
            name, spec = workload["metadata"]["name"], workload["spec"]
            scaler = scalers.get(name)
            if scaler and "replicas" in spec:
                yield f"{wanted} {name} is scaled and names its replicas"
            fewest = scaler.get("minReplicas", scaler.get("minReplicaCount")) if scaler else spec.get("replicas", 0)
            if fewest < 2:
                yield f"{wanted} {name} may have {fewest} replicas"
            if budgets.get(name, {}).get("maxUnavailable") != 1:
                yield f"{wanted} {name} has no budget of one pod"
            if scaler and scaler["scaleTargetRef"]["kind"] != wanted:
                yield f"{wanted} {name} is scaled as a {scaler['scaleTargetRef']['kind']}"


def rolled(items):
    """A changed setting must make new pods."""
    for wanted in WORKLOADS:
        for workload in objects.kind(items, wanted):
            if "checksum/configuration" not in workload["spec"]["template"]["metadata"].get("annotations", {}):
                yield f"{wanted} {workload['metadata']['name']} does not notice that its ConfigMap changes"


def secrets(items):
    for secret in objects.kind(items, "Secret"):
        yield f"Secret {secret['metadata']['name']} is rendered out of values"


def main():
    wrong, looked = [], 0
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*/*.yaml")):
        items = objects.of(path)
        for rule in (routes, canaries, replicas, rolled, secrets):
            looked += 1
            wrong.extend(f"{path.parent.name}/{path.name}: {sentence}" for sentence in rule(items))
    for line in wrong:
        print(line)
    print(f"{looked} looks for known traps: {len(wrong)} found")
    sys.exit(1 if wrong or not looked else 0)


if __name__ == "__main__":
    main()
