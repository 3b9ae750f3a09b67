"""Who is let in, who is told 401, and what of a request reaches a service."""
import secrets
import time

import client
import gateway
from client import PAGE, SCRIPT

ORDERS = "/api/v1/orders"
PRODUCTS = "/api/v1/catalog/products"
# Ways in which a script can be told from a page.
SCRIPTS = {"that accepts JSON": SCRIPT, "that accepts events": {"Accept": "text/event-stream"},
           "by fetch": {"Accept": "*/*", "Sec-Fetch-Mode": "cors"},
           "by XMLHttpRequest": {"Accept": "*/*", "X-Requested-With": "XMLHttpRequest"}}
SPOOFED = {name: "6f1c1d5e-0000-4000-8000-00000000dead" for name in [
    "x-user-id", "X-User-ID", "x-user-roles", "x-remote-user", "remote-user", "x-original-url", "x-rewrite-url", "x-real-ip",
    "forwarded", "x-auth-user", "x-auth-request-email"]}
FORWARDED = {"x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "http", "x-forwarded-host": "elsewhere.example",
             "x-envoy-original-path": "/elsewhere", "x-envoy-external-address": "203.0.113.9"}


def tokens(report, edge):
    """On a route that asks for a login, behind which stands an echo."""
    ask = client.Client(edge.certificate).ask
    for name, headers in SCRIPTS.items():
        answer = ask(ORDERS, headers=headers)
        report.claim(f"a request {name}, without a token, is told 401", answer.status == 401 and "location" not in answer.headers,
                     f"{answer.status}{' to ' + answer.headers['location'] if 'location' in answer.headers else ''}")
    answer = ask(ORDERS, method="POST", headers={"Content-Type": "application/json"}, body="{}")
    report.same("a POST of JSON without a token is told 401", answer.status, 401)
    answer = ask(ORDERS, headers=PAGE)
    report.claim("a page without a session is sent to Keycloak, with PKCE", answer.status == 302 and all(
        part in answer.headers.get("location", "") for part in (
            f"{edge.issuer}/protocol/openid-connect/auth?", "code_challenge_method=S256", "client_id=edge", "scope=openid",
            "redirect_uri=https%3A%2F%2Fshop.example.com%2Foauth2%2Fcallback")), answer.status)
    good = edge.signer.token()
    report.same("a token of the realm is let in", ask(ORDERS, token=good).status, 200)
    seen = ask(ORDERS, token=good).json()["headers"].get("authorization")
    report.claim("and reaches the service, which verifies it again", seen == f"Bearer {good}")
    now = int(time.time())
    wrong = {
        "for another audience": edge.signer.token(aud="another-api"),
        "meant for nobody": edge.signer.token(aud=None),
        "of another realm": edge.signer.token(iss="https://elsewhere.example/auth/realms/allinone"),
        "that is over": edge.signer.token(iat=now - 1000, exp=now - 100),
        "that is not yet valid": edge.signer.token(nbf=now + 1000),
        "signed by somebody else": edge.stranger.token(),
        "with another's claims": ".".join([good.split(".")[0], edge.signer.token().split(".")[1], good.split(".")[2]]),
        "that is none": "nonsense",
    }
    for name, token in wrong.items():
        report.same(f"a token {name} is told 401", ask(ORDERS, token=token).status, 401)
    answer = ask(ORDERS, token=edge.signer.token(aud="another-api"))
    report.same("which says that the token is at fault", (answer.status, answer.headers.get("www-authenticate")),
                (401, 'Bearer error="invalid_token"'))
    report.same("a page with such a token is not sent to Keycloak either",
                ask(ORDERS, headers=PAGE, token=wrong["that is over"]).status, 401)
    report.same("a public route asks nobody for a token", ask(PRODUCTS).status, 200)
    report.same("but refuses a bad one", ask(PRODUCTS, token=wrong["signed by somebody else"]).status, 401)


def identity(report, edge):
    ask = client.Client(edge.certificate).ask
    subject = "6f1c1d5e-0000-4000-8000-000000000001"
    token = edge.signer.token(subject)
    for path, told, who in ((ORDERS, subject, token), (PRODUCTS, subject, token), (PRODUCTS, None, None)):
        seen = ask(path, headers={**SPOOFED, **FORWARDED}, token=who).json()["headers"]
        spoofed = [name for name, value in seen.items() if "dead" in value]
        report.same(f"nothing spoofed reaches a service ({path}, {'with' if who else 'without'} a token)", spoofed, [])
        report.same("x-user-id is who the token says", seen.get("x-user-id"), told)
        report.same("nor does a forged way there", [name for name, value in seen.items() if value in FORWARDED.values()
                                                     or "203.0.113.9" in value], [])
        report.same("the edge says how the caller came",
                    (seen.get("x-forwarded-proto"), seen.get("x-forwarded-for", ",").count(",")), ("https", 0))
    report.same("an underscore that some take for a hyphen is refused", ask(PRODUCTS, headers={"x_user_id": "me"}).status, 400)
    report.same("so is an encoded slash", ask("/api/v1/catalog/..%2f..%2fq/health").status, 400)
    for path in ("/q/health", "/api/v1/catalog/../../../q/health", "/auth/admin/", "/auth/realms/master"):
        answer = ask(path)
        report.same(f"{path} leads to the monolith alone", (answer.status, answer.by), (200, "monolith"))


def trace(report, edge):
    """Also where nobody has begun one."""
    ask = client.Client(edge.certificate).ask
    begun, parent = secrets.token_hex(16), secrets.token_hex(8)
    for what, headers in (("goes on", {"traceparent": f"00-{begun}-{parent}-01"}), ("begins", {})):
        _, trace_id, span, sampled = ask(PRODUCTS, headers=headers).json()["headers"].get("traceparent", "---").split("-")
        report.claim(f"a trace {what} at the edge", (not headers or trace_id == begun) and span != parent and sampled == "01",
                     f"{trace_id} {span}")
        gateway.patiently("the edge's span", lambda: edge.traces.has(trace_id) and edge.traces.has(span), 30)


def redirect(report, edge):
    answer = client.plain("/api/v1/orders?page=2")
    report.same("what comes by http is sent to https, once and for all", (answer.status, answer.headers.get("location")),
                (301, "https://shop.example.com/api/v1/orders?page=2"))
