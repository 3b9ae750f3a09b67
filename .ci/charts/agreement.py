#!/usr/bin/env python3
"""What the charts say of the services must be what the services are: ports, probes, environment, topics, groups, paths.

Usage: agreement.py <directory of rendered charts>
"""
import pathlib
import re
import sys

import objects
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVICES = ["catalog", "identity", "inventory", "order", "payment"]
# What only a cluster needs; everything else has to be what ./shop gives its services.
CLUSTER_ONLY = {
    "KAFKA_SASL_JAAS_CONFIG": "the broker asks who we are",
    "KAFKA_SASL_MECHANISM": "the broker asks who we are",
    "KAFKA_SECURITY_PROTOCOL": "the broker is reached by TLS",
    "QUARKUS_FLYWAY_MIGRATE_AT_START": "a Job migrates",
    "QUARKUS_SHUTDOWN_DELAY": "readiness fails before the listener closes",
    "QUARKUS_SHUTDOWN_TIMEOUT": "the pod is given time to drain",
}
# What only a shop on one machine is told.
ONE_MACHINE_ONLY = {"CATALOG_SEED": "an empty shop is filled"}

wrong = []


def same(what, chart, code):
    if chart != code:
        wrong.append(f"{what}: the chart has {chart}, the code has {code}")


def properties(service):
    lines = (ROOT / service / "src/main/resources/application.properties").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def launcher_environment(service):
    """The names that the launcher's Service puts in: for all, and those of this service."""
    source = (ROOT / "launcher/src/main/java/com/allinone/launcher/parts/Service.java").read_text()
    names = set(re.findall(r'environment\.put\(\s*"([A-Z_]+)"', source))
    own = re.search(r'case "%s" ->(.*?)(?=case "|default ->)' % service, source, re.S)
    return names | (set(re.findall(r'"([A-Z_]{4,})"', own.group(1))) if own else set())


def environment(rendered, service):
    settings = objects.named(rendered, "ConfigMap", service)["data"]
    secrets = objects.named(rendered, "ExternalSecret", service)["spec"]["target"]["template"]["data"]
    return settings, set(settings) | set(secrets)


def subscriptions(service):
    told = properties(service)
    found = set()
    for key, topic in told.items():
        channel = re.fullmatch(r"mp\.messaging\.incoming\.([a-z-]+)\.topic", key)
        if channel:
            found.add((topic, told[f"mp.messaging.incoming.{channel.group(1)}.group.id"]))
    return found


def resource_paths(service):
    """The first three segments of every resource's path: what an ingress route has to lead here."""
    found = set()
    for path in (ROOT / service / "src/main/java").rglob("*.java"):
        source = path.read_text()
        constants = dict(re.findall(r'String ([A-Z_]+) = "(/api/[^"]+)"', source))
        for argument in re.findall(r'^@Path\(([^)]+)\)', source, re.M):
            value = argument.strip('"') if argument.startswith('"') else constants.get(argument.rsplit(".", 1)[-1], "")
            if value.startswith("/api/"):
                found.add("/".join(value.split("/")[:4]))
    return found


def check(service, rendered, values, partitions):
    port = int(properties(service)["quarkus.http.port"])
    container = objects.pod(objects.named(rendered, "Rollout", service))["containers"][0]
    settings, names = environment(rendered, service)
    same(f"{service}: port", [container["ports"][0]["containerPort"], int(settings["QUARKUS_HTTP_PORT"])], [port, port])
    same(f"{service}: environment", names - CLUSTER_ONLY.keys(), launcher_environment(service) - ONE_MACHINE_ONLY.keys())
    same(f"{service}: probes",
         [container[probe]["httpGet"]["path"] for probe in ["startupProbe", "livenessProbe", "readinessProbe"]],
         ["/q/health/started", "/q/health/live", "/q/health/ready"])
    same(f"{service}: service account",
         objects.pod(objects.named(rendered, "Rollout", service))["serviceAccountName"], service)
    chart = {(one["topic"], one["group"]) for one in values.get("scaling", {}).get("subscriptions", [])}
    same(f"{service}: subscriptions", chart, subscriptions(service))
    for scaled in objects.kind(rendered, "ScaledObject"):
        most = scaled["spec"]["maxReplicaCount"]
        fewest = min(partitions[topic] for topic, _ in chart)
        if most > fewest:
            wrong.append(f"{service}: {most} replicas for {fewest} partitions")
    same(f"{service}: paths", set(values["route"]["paths"]), resource_paths(service))
    metrics = (ROOT / "http/src/main/resources/META-INF/microprofile-config.properties").read_text()
    same(f"{service}: metrics", objects.named(rendered, "ServiceMonitor", service)["spec"]["endpoints"][0]["path"],
         re.search(r"prometheus\.path=(.*)", metrics).group(1))


def main():
    rendered = pathlib.Path(sys.argv[1])
    topics = yaml.safe_load((ROOT / "contracts/src/main/resources/topics.yaml").read_text())["topics"]
    partitions = {topic["name"]: topic["partitions"] for topic in topics}
    for service in SERVICES:
        values = yaml.safe_load((ROOT / "charts" / service / "values.yaml").read_text())
        check(service, objects.of(rendered / service / "rollout.yaml"), values, partitions)
    for line in wrong:
        print(line)
    print(f"{len(SERVICES)} services compared with their charts: {len(wrong)} differences")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
