"""Envoy Gateway over a real API server, and the Envoy that runs what it makes of the objects there.

The gateway reads the objects as it would in a cluster. Nobody runs the Deployment that it makes for the proxy, so its
command is taken from there and run here, with paths and addresses of this machine.
"""
import base64
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import time
import urllib.request

import accepted
import control_plane

CONTROLLER = "envoy-gateway-system"
ADMIN_PORT, CONTROLLER_ADMIN_PORT = 19000, 19005
# What the gateway and its proxy listen on whatever they are told.
PORTS = {8081: "the gateway's health", 18000: "xDS", ADMIN_PORT: "Envoy's administration", 19001: "Envoy's figures",
         19003: "Envoy's readiness", CONTROLLER_ADMIN_PORT: "the gateway's administration", 10080: "http", 10443: "https"}
PATIENCE_SECONDS = 120
SETTINGS = {
    "apiVersion": "gateway.envoyproxy.io/v1alpha1", "kind": "EnvoyGateway",
    "gateway": {"controllerName": "gateway.envoyproxy.io/gatewayclass-controller"},
    "provider": {"type": "Kubernetes", "kubernetes": {
        "leaderElection": {"disable": True}, "proxyTopologyInjector": {"disabled": True}}},
    "extensionApis": {"enableBackend": True},
    "admin": {"address": {"host": "127.0.0.1", "port": CONTROLLER_ADMIN_PORT}},
    "telemetry": {"metrics": {"prometheus": {"disable": True}}},
    "logging": {"level": {"default": "info"}},
}


def patiently(what, look, seconds=PATIENCE_SECONDS):
    """Whatever `look` finds, as soon as it finds something."""
    deadline = time.monotonic() + seconds
    while True:
        with contextlib.suppress(OSError, control_plane.Refused):
            found = look()
            if found:
                return found
        if time.monotonic() > deadline:
            raise SystemExit(f"{what}: not after {seconds} s.")
        time.sleep(0.2)


def kubeconfig(server, file):
    file.write_text(json.dumps({
        "apiVersion": "v1", "kind": "Config", "current-context": "ci",
        "clusters": [{"name": "ci", "cluster": {"server": server.address, "insecure-skip-tls-verify": True}}],
        "users": [{"name": "ci", "user": {"token": server.token}}],
        "contexts": [{"name": "ci", "context": {"cluster": "ci", "user": "ci"}}]}))


class Gateway:
    def __init__(self, server, tools, directory):
        self.server, self.directory = server, directory
        self.binary, self.envoy = tools
        self.cluster = accepted.Cluster(server)
        self.processes = {}

    def get(self, kind_path, name, namespace):
        return self.server.call("GET", f"{kind_path.format(namespace=namespace)}/{name}")

    def secret_files(self, name, directory):
        directory.mkdir()
        for key, value in self.get("/api/v1/namespaces/{namespace}/secrets", name, CONTROLLER)["data"].items():
            (directory / key).write_bytes(base64.b64decode(value))

    def start_controller(self):
        """It looks for its certificates in /certs, so it is given a root directory of its own, which needs only them."""
        root = self.directory / "root"
        (root / "tmp").mkdir(parents=True)
        try:
            os.link(self.binary, root / "envoy-gateway")
        except OSError:
            shutil.copy2(self.binary, root / "envoy-gateway")
        kubeconfig(self.server, root / "kubeconfig")
        (root / "settings.yaml").write_text(json.dumps(SETTINGS))
        told = {"PATH": os.environ["PATH"], "ENVOY_GATEWAY_NAMESPACE": CONTROLLER}
        made = subprocess.run([self.binary, "certgen", "--disable-topology-injector"], capture_output=True, text=True,
                              env={**told, "HOME": str(root), "KUBECONFIG": str(root / "kubeconfig")})
        if made.returncode:
            raise SystemExit(f"envoy-gateway certgen failed: {made.stdout}{made.stderr}")
        self.secret_files("envoy-gateway", root / "certs")
        alone = ["chroot", str(root)] if os.geteuid() == 0 else ["unshare", "--map-root-user", "chroot", str(root)]
        self.start("envoy-gateway", [*alone, "/envoy-gateway", "server", "--config-path", "/settings.yaml"],
                   {**told, "HOME": "/tmp", "KUBECONFIG": "/kubeconfig"})

    def start(self, name, command, environment=None):
        with open(self.directory / f"{name}.log", "wb") as log:
            self.processes[name] = subprocess.Popen(
                command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment)

    def look_after(self):
        for name, process in self.processes.items():
            if process.poll() is not None:
                log = (self.directory / f"{name}.log").read_text(errors="replace")
                raise SystemExit(f"{name} ended with {process.returncode}:\n{log[-4000:]}")

    def tell_why(self):
        for name in self.processes:
            print(f"-- the end of {name}.log")
            lines = (self.directory / f"{name}.log").read_text(errors="replace").splitlines()
            # Envoy's accesses are not why.
            print("\n".join(line[:600] for line in [line for line in lines if not line.startswith("{")][-30:]))

    def proxy(self):
        """The Deployment that the gateway has made for the proxy, once it is there."""
        self.look_after()
        found = self.server.call("GET", f"/apis/apps/v1/namespaces/{CONTROLLER}/deployments")["items"]
        return next((item for item in found if item["metadata"]["name"].startswith("envoy-shop-")), None)

    def start_envoy(self):
        deployment = patiently("the Deployment of the proxy", self.proxy)
        name = deployment["metadata"]["name"]
        container = next(one for one in deployment["spec"]["template"]["spec"]["containers"] if one["name"] == "envoy")
        self.secret_files("envoy", self.directory / "certs")
        sds = self.directory / "sds"
        sds.mkdir()
        here = {"/certs/": f"{self.directory}/certs/", "/sds/": f"{sds}/", "$(ENVOY_POD_NAME)": "ci",
                "$(ENVOY_SERVICE_ZONE)": "ci", f"envoy-gateway.{CONTROLLER}.svc.cluster.local.": "127.0.0.1"}

        def localised(text):
            for there, local in here.items():
                text = text.replace(there, local)
            return text

        texts = self.get("/api/v1/namespaces/{namespace}/configmaps", name, CONTROLLER)["data"]
        for file, text in texts.items():
            (sds / file).write_text(localised(text))
        self.start("envoy", [self.envoy, "--base-id", "77", *map(localised, container["args"])])
        patiently("Envoy is ready", self.ready)

    def ready(self):
        self.look_after()
        return self.admin("/ready").startswith("LIVE") and "https" in self.admin("/listeners")

    @staticmethod
    def admin(path):
        with urllib.request.urlopen(f"http://127.0.0.1:{ADMIN_PORT}{path}", timeout=10) as answer:
            return answer.read().decode()

    def ways(self, name):
        """Where Envoy leads the requests of an HTTPRoute, weights and endpoints, whichever way they are said."""
        dump = json.loads(self.admin("/config_dump?include_eds"))
        mark = f'"httproute/shop/{name}/'
        return sorted(text for part in dump["configs"] for kind in part.values() if isinstance(kind, list) for entry in kind
                      if mark in (text := json.dumps({**entry, "last_updated": None, "version_info": None}, sort_keys=True)))

    def move(self, name, weights):
        """Writes a route's weights as the canary's plugin does, and waits until Envoy has them."""
        path = f"/apis/gateway.networking.k8s.io/v1/namespaces/shop/httproutes/{name}"
        route, before = self.server.call("GET", path), self.ways(name)
        for backend in route["spec"]["rules"][0]["backendRefs"]:
            backend["weight"] = weights.get(backend["name"], 0)
        self.server.call("PUT", path, route)
        patiently(f"the weights {weights} of {name}", lambda: before and self.ways(name) != before)
        time.sleep(1)

    def stop(self):
        for process in reversed(self.processes.values()):
            process.terminate()
        for process in reversed(self.processes.values()):
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


def judged(gateway, kinds):
    """Every condition that the gateway has set on our objects, as (object, type, status, message)."""
    for plural in kinds:
        group = "gateway.networking.k8s.io/v1" if plural in ("gateways", "httproutes") else "gateway.envoyproxy.io/v1alpha1"
        for item in gateway.server.call("GET", f"/apis/{group}/namespaces/shop/{plural}")["items"]:
            status = item.get("status", {})
            holders = status.get("ancestors", []) + status.get("parents", []) + status.get("listeners", []) + [status]
            for holder in holders:
                for condition in holder.get("conditions", []):
                    yield f"{plural}/{item['metadata']['name']}", condition


@contextlib.contextmanager
def running(binaries, definitions, kinds, tools, directory):
    """An API server that knows these kinds, and a gateway that watches it."""
    (directory / "control-plane").mkdir()
    with control_plane.running(binaries, directory / "control-plane") as server:
        gateway = Gateway(server, tools, directory)
        accepted.install_definitions(gateway.cluster, definitions, kinds)
        gateway.cluster.namespace(CONTROLLER, {})
        try:
            gateway.start_controller()
            yield gateway
        except BaseException:
            gateway.tell_why()
            raise
        finally:
            gateway.stop()
