"""What a cluster has around our objects: namespaces, secrets, and Services whose pods are programs on this machine."""
import base64
import subprocess

HOST = "shop.example.com"
MONOLITH, AUTHORITY = "monolith.localhost", "monolith-authority"
NAMESPACES = ["shop", "keycloak", "observability"]
# Of what the charts make, what an Envoy Gateway reads.
READ = {"GatewayClass", "Gateway", "EnvoyProxy", "HTTPRoute", "HTTPRouteFilter", "Backend", "SecurityPolicy",
        "ClientTrafficPolicy", "BackendTrafficPolicy", "ReferenceGrant", "Service"}


def secret(name, data):
    return {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": name, "namespace": "shop"},
            "data": {key: base64.b64encode(value).decode() for key, value in data.items()}}


def signed(directory, name, host):
    """A certificate that vouches for itself, and its key."""
    key, certificate = directory / f"{name}.key", directory / f"{name}.crt"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}",
                    "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return certificate, key


def certificate(directory):
    """As cert-manager would make it; clients here trust it and no other."""
    public, key = signed(directory, "tls", HOST)
    return {**secret("edge-tls", {"tls.crt": public.read_bytes(), "tls.key": key.read_bytes()}),
            "type": "kubernetes.io/tls"}


def authority(public):
    """What vouches for the monolith."""
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": AUTHORITY, "namespace": "shop"},
            "data": {"ca.crt": public.read_text()}}


def service(name, namespace, port, **more):
    return {"apiVersion": "v1", "kind": "Service", "metadata": {"name": name, "namespace": namespace},
            "spec": {"ports": [{"name": "http", "port": port, "protocol": "TCP", **more}]}}


def slice_of(name, namespace, port):
    """An API server takes no loopback address for an endpoint, but a name that every resolver knows to be one."""
    return {"apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": "FQDN",
            "metadata": {"name": f"{name}-ci", "namespace": namespace, "labels": {"kubernetes.io/service-name": name}},
            "endpoints": [{"addresses": [f"{name}.localhost"], "conditions": {"ready": True}}],
            "ports": [{"name": "http", "port": port, "protocol": "TCP"}]}


def whole(rendered, ports, client_secret, directory):
    """Our objects in the order in which they can be made, and what others make for them.

    `ports` says on which port of this machine a Service's pod is heard.
    """
    items = [item for item in rendered if item["kind"] in READ]
    items += [service("keycloak", "keycloak", 8080),
              service("jaeger-collector", "observability", 4317, appProtocol="kubernetes.io/h2c")]
    items += [slice_of(item["metadata"]["name"], item["metadata"].get("namespace", "shop"), ports[item["metadata"]["name"]])
              for item in items if item["kind"] == "Service" and item["metadata"]["name"] in ports]
    items.sort(key=lambda item: item["kind"] not in ("Service", "EndpointSlice"))
    return [certificate(directory), secret("edge-login", {"client-secret": client_secret.encode()}), *items]
