"""Somebody who browses and buys in a running shop, so that there is something to watch."""
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

MUG = {"sku": "MUG-CELADON-01", "quantity": 1, "unitPrice": {"amount": 18900, "currency": "KRW"}}
PATIENCE = 120


class Shop:
    def __init__(self, offset):
        self.door = f"http://localhost:{8080 + offset}"
        self.token = None
        self.placed = []

    def call(self, path, body=None, form=None, headers=None):
        request = urllib.request.Request(self.door + path, headers=headers or {})
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        if form is not None:
            request.data = urllib.parse.urlencode(form).encode()
        elif body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refused:
            return {"status": refused.code}

    def sign_in(self):
        self.token = self.call("/auth/realms/allinone/protocol/openid-connect/token", form={
            "grant_type": "password", "client_id": "shop-cli", "username": "minji", "password": "minji-demo"})["access_token"]

    def order(self, card, **line):
        placed = self.call("/api/v1/orders", {"lines": [{**MUG, **line}], "paymentMethod": card},
                           headers={"Idempotency-Key": str(uuid.uuid4())})
        self.placed.append(placed["id"])

    def buy(self):
        """Browses, and places orders that are confirmed and orders that are not; some addresses lead nowhere."""
        if self.token is None:
            self.sign_in()
        for path in ("/api/v1/catalog/products", "/api/v1/catalog/products/MUG-CELADON-01", "/api/v1/orders",
                     "/api/v1/inventory/availability/MUG-CELADON-01", "/api/v1/orders/stuck",
                     f"/api/v1/orders/{uuid.uuid4()}", f"/api/v1/catalog/products/NO-SUCH-{uuid.uuid4().hex[:6].upper()}",
                     f"/api/v1/payment/payments/{uuid.uuid4()}", "/api/v1/identity/me"):
            self.call(path)
        for _ in range(6):
            self.order("tok_visa")
        self.order("tok_declined")
        sold_out = self.call("/api/v1/catalog/products/SOLD-OUT-01")
        self.order("tok_visa", sku=sold_out["sku"], unitPrice=sold_out["price"])

    def settled(self):
        until = time.monotonic() + PATIENCE
        open_ones = list(self.placed)
        while open_ones and time.monotonic() < until:
            open_ones = [order for order in open_ones
                         if self.call(f"/api/v1/orders/{order}").get("status") not in ("DELIVERY_READY", "CANCELLED")]
            time.sleep(0.3)
        if open_ones:
            raise SystemExit(f"Orders were not decided in {PATIENCE} s: {open_ones}")
