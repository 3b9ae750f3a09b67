"""A real kube-apiserver over a real etcd, on free ports and in a directory of their own, for as long as a block lasts."""
import contextlib
import json
import pathlib
import secrets
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request

PATIENCE_SECONDS = 300


class Refused(Exception):
    """What the API server answered instead of a yes."""

    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


class ApiServer:
    def __init__(self, port, token):
        self.address = f"https://127.0.0.1:{port}"
        self.token = token
        self.context = ssl.create_default_context()
        # It signs its own certificate, anew for each run; nobody else is on this machine's loopback port.
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE

    def call(self, method, path, body=None, content_type="application/json"):
        request = urllib.request.Request(self.address + path, method=method,
                                         data=None if body is None else json.dumps(body).encode())
        request.add_header("Authorization", f"Bearer {self.token}")
        request.add_header("Content-Type", content_type)
        try:
            with urllib.request.urlopen(request, context=self.context, timeout=PATIENCE_SECONDS) as answer:
                text = answer.read().decode()
                return json.loads(text) if text.startswith("{") else text
        except urllib.error.HTTPError as refusal:
            text = refusal.read().decode()
            message = json.loads(text).get("message", text) if text.startswith("{") else text
            raise Refused(refusal.code, message) from None


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def start(directory, name, command):
    log = open(directory / f"{name}.log", "wb")
    return subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)


def wait_until_ready(server, processes, directory):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        for name, process in processes.items():
            if process.poll() is not None:
                log = (directory / f"{name}.log").read_text(errors="replace")
                raise SystemExit(f"{name} ended with {process.returncode}:\n{log[-3000:]}")
        try:
            if server.call("GET", "/readyz") == "ok":
                return
        except (Refused, OSError):
            pass
        time.sleep(0.5)
    raise SystemExit(f"The API server was not ready after {PATIENCE_SECONDS} s.")


@contextlib.contextmanager
def running(binaries, directory):
    binaries, directory = pathlib.Path(binaries), pathlib.Path(directory)
    client, peer, secure = free_ports(3)
    token = secrets.token_hex(16)
    (directory / "tokens.csv").write_text(f"{token},ci,ci,system:masters\n")
    key = directory / "account.key"
    subprocess.run(["openssl", "genrsa", "-out", key, "2048"], check=True, capture_output=True)
    etcd = f"http://127.0.0.1:{client}"
    processes = {"etcd": start(directory, "etcd", [
        binaries / "etcd", "--data-dir", directory / "etcd", "--unsafe-no-fsync",
        "--listen-client-urls", etcd, "--advertise-client-urls", etcd,
        "--listen-peer-urls", f"http://127.0.0.1:{peer}"])}
    try:
        processes["kube-apiserver"] = start(directory, "kube-apiserver", [
            binaries / "kube-apiserver", "--etcd-servers", etcd, "--bind-address", "127.0.0.1",
            "--secure-port", str(secure), "--cert-dir", directory / "certificates",
            "--token-auth-file", directory / "tokens.csv", "--authorization-mode", "RBAC",
            "--service-account-issuer", "https://kubernetes.default.svc",
            "--service-account-key-file", key, "--service-account-signing-key-file", key,
            "--service-cluster-ip-range", "10.96.0.0/16"])
        server = ApiServer(secure, token)
        wait_until_ready(server, processes, directory)
        yield server
    finally:
        for process in reversed(processes.values()):
            process.terminate()
        for process in reversed(processes.values()):
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
