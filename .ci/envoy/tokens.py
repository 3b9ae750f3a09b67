"""Access tokens as the realm gives them, and as it never would; signed with a key of our own that the realm publishes."""
import base64
import json
import subprocess
import time
import uuid

AUDIENCE = "allinone-api"


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Signer:
    def __init__(self, directory, issuer, name="edge-check"):
        self.file = directory / f"{name}.pem"
        self.issuer, self.key_id = issuer, name
        subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", self.file],
                       check=True, capture_output=True)

    def modulus(self):
        text = subprocess.run(["openssl", "rsa", "-in", self.file, "-noout", "-modulus"], check=True,
                              capture_output=True, text=True).stdout
        return encoded(bytes.fromhex(text.strip().split("=")[1]))

    def keys(self):
        """As a realm publishes them."""
        return {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.key_id, "e": "AQAB", "n": self.modulus()}]}

    def token(self, subject=None, **changed):
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": AUDIENCE, "sub": subject or str(uuid.uuid4()), "typ": "Bearer",
                  "azp": "shop-cli", "jti": str(uuid.uuid4()), "iat": now, "exp": now + 900, "roles": ["shopper"], **changed}
        header = {"alg": "RS256", "typ": "JWT", "kid": self.key_id}
        signed = ".".join(encoded(json.dumps(part).encode()) for part in (header, claims))
        signature = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.file], input=signed.encode(), check=True,
                                   capture_output=True).stdout
        return f"{signed}.{encoded(signature)}"
