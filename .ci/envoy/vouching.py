"""The monolith is spoken to by TLS, and by nobody else's certificate."""
import client
import gateway
import surroundings
from letting_in import PRODUCTS

PAGE = "/baskets/old"
BACKEND = "/apis/gateway.envoyproxy.io/v1alpha1/namespaces/shop/backends/monolith"


def vouched_by(edge, tls):
    backend = edge.gateway.server.call("GET", BACKEND)
    backend["spec"]["tls"] = tls
    edge.gateway.server.call("PUT", BACKEND, backend)


def answers(edge, wanted):
    """The status, once it is the one that is waited for: Envoy learns of a change a moment later."""
    ask = client.Client(edge.certificate).ask
    seen = gateway.patiently(f"{PAGE} is answered with {wanted}", lambda: (
        answer := ask(PAGE)).status == wanted and answer, 30)
    return seen.status


def monolith(report, edge):
    ask = client.Client(edge.certificate).ask
    report.same("the monolith is heard by TLS, under a certificate of its authority", ask(PAGE).by, "monolith")
    ours = [{"group": "", "kind": "ConfigMap", "name": surroundings.AUTHORITY}]
    for what, tls in (("the system's authorities do not know", {"wellKnownCACertificates": "System", "sni": surroundings.MONOLITH}),
                      ("has another's name", {"caCertificateRefs": ours, "sni": "elsewhere.localhost"})):
        vouched_by(edge, tls)
        report.same(f"one whose certificate {what} is not spoken to", answers(edge, 503), 503)
        report.same("which the services do not notice", ask(PRODUCTS).status, 200)
        vouched_by(edge, {"caCertificateRefs": ours, "sni": surroundings.MONOLITH})
        report.same("and it is heard again when it is vouched for", answers(edge, 200), 200)
