"""The shop itself, through the edge: as a client of the API buys, and how one trace tells of it all."""
import base64
import json
import secrets
import urllib.parse
import uuid

import client
import gateway
from letting_in import ORDERS

ORDER = {"lines": [{"sku": "MUG-CELADON-01", "quantity": 1, "unitPrice": {"amount": 18900, "currency": "KRW"}}],
         "paymentMethod": "tok_visa"}


def sign_in(edge, user):
    form = {"grant_type": "password", "client_id": "shop-cli", "username": user, "password": f"{user}-demo"}
    answer = client.Client(edge.certificate).ask(
        "/auth/realms/allinone/protocol/openid-connect/token", "POST",
        {"Content-Type": "application/x-www-form-urlencoded"}, urllib.parse.urlencode(form))
    return answer.json().get("access_token") if answer.status == 200 else None


def subject(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["sub"]


def place(ask, token, headers=None):
    told = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4()), **(headers or {})}
    return ask(ORDERS, "POST", told, json.dumps(ORDER), token)


def clients(report, edge):
    ask = client.Client(edge.certificate).ask
    minji, olivia = sign_in(edge, "minji"), sign_in(edge, "olivia")
    report.claim("Keycloak gives a token through the edge", minji and olivia)
    report.same("order answers the bearer of it", ask(ORDERS, token=minji).status, 200)
    for name, token in (("no token", None), ("a token that is over", edge.signer.token(exp=1_700_000_000))):
        report.same(f"order is not reached with {name}", ask(ORDERS, token=token).status, 401)
    report.same("order itself takes no token for another audience, whoever let it in",
                edge.shop.status(edge.shop.ports["order"], ORDERS, edge.signer.token(aud="another-api")), 401)
    placed = place(ask, minji)
    report.same("an order is accepted", placed.status, 202)
    path = f"{ORDERS}/{placed.json()['id']}"
    jiho = sign_in(edge, "jiho")
    report.same("nobody becomes its shopper by a header",
                ask(path, headers={"x-user-id": subject(minji)}, token=jiho).status, 404)
    status = gateway.patiently("the order is paid and ready", lambda: (
        told := ask(path, token=minji).json()["status"]) in ("DELIVERY_READY", "CANCELLED") and told, 90)
    report.same("and carried to its end", status, "DELIVERY_READY")


def traces(report, edge):
    ask = client.Client(edge.certificate).ask
    trace_id, parent = secrets.token_hex(16), secrets.token_hex(8)
    placed = place(ask, sign_in(edge, "minji"), {"traceparent": f"00-{trace_id}-{parent}-01"})
    report.same("an order is accepted in the caller's trace", placed.status, 202)

    def known():
        spans = edge.shop.trace(trace_id)
        names = {span.get("localEndpoint", {}).get("serviceName") for span in spans}
        return spans if {"order", "inventory", "payment"} <= names else None

    spans = gateway.patiently("the order's trace", known, 60)
    names = sorted({span["localEndpoint"]["serviceName"] for span in spans if "localEndpoint" in span})
    report.claim("the order's trace has that id, in every service", True, f"{len(spans)} spans of {', '.join(names)}")
    first = min((span for span in spans if span.get("kind") == "SERVER" and span.get("localEndpoint", {}).get("serviceName") == "order"),
                key=lambda span: span["timestamp"])
    gateway.patiently("the edge's own span", lambda: edge.traces.has(first["parentId"]), 30)
    report.claim("order's first span is a child of the edge's", first["parentId"] != parent and edge.traces.has(trace_id),
                 first["parentId"])
