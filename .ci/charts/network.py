#!/usr/bin/env python3
"""Decides for each pair of parts and each port whether the rendered policies let one call the other, as flows.txt says.

Usage: network.py <rendered umbrella> <the same inside the mesh>
"""
import ipaddress
import pathlib
import sys

import objects

SERVICES = {"order": 8101, "inventory": 8102, "payment": 8103, "catalog": 8104, "identity": 8105}
# Parts outside the shop's namespace: where they are and what they are called there.
OUTSIDE = {
    "ingress": {"namespace": "envoy-gateway-system", "labels": {"app.kubernetes.io/name": "envoy"}},
    "prometheus": {"namespace": "monitoring", "labels": {"app.kubernetes.io/name": "prometheus"}},
    "keycloak": {"namespace": "keycloak", "labels": {"app.kubernetes.io/name": "keycloak"}},
    "traces": {"namespace": "observability", "labels": {"app.kubernetes.io/name": "jaeger"}},
    "names": {"namespace": "kube-system", "labels": {"k8s-app": "kube-dns"}},
    "system": {"namespace": "kube-system", "labels": {"k8s-app": "metrics-server"}},
    "elsewhere": {"namespace": "another", "labels": {"app.kubernetes.io/name": "order"}},
    "database": {"address": "10.20.1.5"},
    "kafka": {"address": "10.20.2.5"},
    "private": {"address": "10.99.0.1"},
    "credentials": {"address": "169.254.170.23"},
    "provider": {"address": "203.0.113.7"},
    "probes": {"address": "169.254.7.127"},
}
# Nobody's pod in the shop's own namespace: a policy that is too wide would let it in.
STRANGER = {"namespace": "shop", "labels": {"app.kubernetes.io/name": "stranger"}}
# What the ambient mesh carries arrives at this port, whatever port it is meant for.
MESH_PORT = 15008
PORTS = [*SERVICES.values(), 53, 80, 443, 4318, 5432, 8080, 9096, MESH_PORT]


def parts():
    all_parts = dict(OUTSIDE, stranger=STRANGER)
    for service in SERVICES:
        for component, suffix in [("service", ""), ("migration", "-migration")]:
            labels = {"app.kubernetes.io/name": service, "app.kubernetes.io/component": component}
            all_parts[service + suffix] = {"namespace": "shop", "labels": labels}
    return all_parts


def selects(selector, labels):
    if selector.get("matchExpressions"):
        raise SystemExit("The check cannot read matchExpressions in network policies.")
    return all(labels.get(key) == value for key, value in selector.get("matchLabels", {}).items())


def is_peer(peer, part):
    if "ipBlock" in peer:
        if "address" not in part:
            return False
        address = ipaddress.ip_address(part["address"])
        block = peer["ipBlock"]
        return address in ipaddress.ip_network(block["cidr"]) and not any(
            address in ipaddress.ip_network(excepted) for excepted in block.get("except", []))
    if "address" in part:
        return False
    if "namespaceSelector" in peer:
        if not selects(peer["namespaceSelector"], {"kubernetes.io/metadata.name": part["namespace"]}):
            return False
    elif part["namespace"] != "shop":
        return False
    return selects(peer.get("podSelector", {}), part["labels"])


def covers(rule, way, part, port):
    peers = rule.get(way)
    ports = rule.get("ports")
    return (not peers or any(is_peer(peer, part) for peer in peers)) and (
        not ports or any(entry["port"] == port for entry in ports))


def allows(policies, direction, way, owner, other, port):
    """Whether the owner's policies of this direction let it through; without one of them everything goes."""
    if owner.get("namespace") != "shop":
        return True
    mine = [policy["spec"] for policy in policies
            if selects(policy["spec"]["podSelector"], owner["labels"]) and direction in policy["spec"]["policyTypes"]]
    return not mine or any(
        covers(rule, way, other, port) for spec in mine for rule in spec.get(direction.lower()) or [])


def inside_mesh(flows, everything):
    """The same flows, those between pods also through the mesh, and the kubelet's probes from where the mesh sends them."""
    carried = {(source, target, MESH_PORT) for source, target, port in flows if port != 53 and not (
        "address" in everything[source] or "address" in everything[target])}
    return flows | carried | {("probes", service, port) for service, port in SERVICES.items()}


def compare(policies, wanted, everything):
    """How many pairs and ports there are, how many are allowed, and how many are not what is wanted."""
    wrong = looked = allowed_ones = 0
    for source, one in everything.items():
        for target, other in everything.items():
            if source == target or "shop" not in (one.get("namespace"), other.get("namespace")):
                continue
            for port in PORTS:
                looked += 1
                allowed = allows(policies, "Egress", "to", one, other, port) and allows(
                    policies, "Ingress", "from", other, one, port)
                allowed_ones += allowed
                if allowed != ((source, target, port) in wanted):
                    wrong += 1
                    print(f"{source} -> {target}:{port} is {'allowed' if allowed else 'denied'}, and should not be")
    return looked, allowed_ones, wrong


def main():
    flows = set()
    for line in pathlib.Path(__file__).with_name("flows.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            source, target, port = line.split()
            flows.add((source, target, int(port)))
    everything = parts()
    unknown = {name for flow in flows for name in flow[:2]} - everything.keys()
    if unknown:
        raise SystemExit(f"flows.txt names parts that are not there: {sorted(unknown)}")
    bad = False
    for where, path, wanted in (("outside a mesh", sys.argv[1], flows),
                                ("inside it", sys.argv[2], inside_mesh(flows, everything))):
        looked, allowed, wrong = compare(objects.kind(objects.of(path), "NetworkPolicy"), wanted, everything)
        print(f"{where}: {looked} pairs and ports looked at: {allowed} allowed, {looked - allowed} denied, {wrong} wrong")
        bad |= bool(wrong or not allowed)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
