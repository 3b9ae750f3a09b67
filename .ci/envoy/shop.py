"""The running shop behind the edge: its ports, its secrets, its Keycloak."""
import json
import pathlib
import urllib.error
import urllib.parse
import urllib.request

REALM = "/admin/realms/allinone"


class Shop:
    def __init__(self, home, offset):
        lines = (pathlib.Path(home) / "secrets.properties").read_text().splitlines()
        self.secrets = dict(line.split("=", 1) for line in lines if "=" in line)
        self.offset = int(offset)
        self.keycloak_port, self.traces_port = 8081 + self.offset, 9411 + self.offset
        services = ["order", "inventory", "payment", "catalog", "identity"]
        self.ports = {name: 8101 + self.offset + number for number, name in enumerate(services)}
        self.administrator = None

    def call(self, port, path, body=None, method=None, token=None, form=None):
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if form is not None:
            request.data = urllib.parse.urlencode(form).encode()
        elif body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def status(self, port, path, token):
        try:
            return self.call(port, path, token=token) and 200
        except urllib.error.HTTPError as refused:
            return refused.code

    def administer(self, path, body=None, method=None):
        if self.administrator is None:
            self.administrator = self.call(
                self.keycloak_port, "/auth/realms/master/protocol/openid-connect/token", form={
                    "grant_type": "client_credentials", "client_id": "shop-launcher",
                    "client_secret": self.secrets["keycloak.admin"]})["access_token"]
        return self.call(self.keycloak_port, f"/auth{REALM}{path}", body, method, self.administrator)

    def publish(self, signer):
        """Makes the realm publish the signer's key, behind its own: whoever signs in gets a token as ever."""
        self.administer("/components", {
            "name": signer.key_id, "providerId": "rsa", "providerType": "org.keycloak.keys.KeyProvider",
            "parentId": self.administer("")["id"],
            "config": {"privateKey": [signer.file.read_text()], "algorithm": ["RS256"], "enabled": ["true"],
                       "active": ["true"], "priority": ["-1"]}})
        published = self.call(self.keycloak_port, "/auth/realms/allinone/protocol/openid-connect/certs")["keys"]
        modulus = signer.modulus()
        signer.key_id = next(key["kid"] for key in published if key.get("n") == modulus)

    def token_life(self, seconds):
        """How long an access token of a browser's session is good for."""
        client = self.administer("/clients?clientId=edge")[0]
        client["attributes"]["access.token.lifespan"] = str(seconds)
        self.administer(f"/clients/{client['id']}", client, "PUT")

    def trace(self, trace_id):
        """The spans of a trace that the shop's trace store has."""
        try:
            return self.call(self.traces_port, f"/api/v2/trace/{trace_id}")
        except urllib.error.HTTPError:
            return []
