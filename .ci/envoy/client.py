"""Requests to the edge as clients of all kinds send them; TLS is checked, and the address is a choice."""
import dataclasses
import http.client
import json
import socket
import ssl
import threading
import time

HOST = "shop.example.com"
HTTP, HTTPS = 10080, 10443
# What makes a request one of a script, and what one of a person who opens a page.
SCRIPT = {"Accept": "application/json"}
PAGE = {"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate"}


@dataclasses.dataclass(frozen=True)
class Answer:
    status: int
    headers: dict
    body: bytes

    def json(self):
        return json.loads(self.body)

    @property
    def by(self):
        """Which program has answered; a real service does not say, and is the stable one."""
        return self.json().get("by", "stable")


class Client:
    """One connection from one address, opened when it is needed and again when it was closed."""

    def __init__(self, certificate, address="127.0.0.1"):
        self.trusted = ssl.create_default_context(cafile=certificate)
        self.address = address
        self.connection = None

    def connect(self):
        plain = socket.create_connection(("127.0.0.1", HTTPS), timeout=30, source_address=(self.address, 0))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.connection = http.client.HTTPConnection(HOST)
        self.connection.sock = self.trusted.wrap_socket(plain, server_hostname=HOST)

    def ask(self, path, method="GET", headers=None, body=None, token=None, chunked=False):
        told = {**SCRIPT, **(headers or {})}
        if token:
            told["Authorization"] = f"Bearer {token}"
        for last in (False, True):
            if self.connection is None:
                self.connect()
            try:
                try:
                    self.connection.request(method, path, body=body, headers=told, encode_chunked=chunked)
                except (ConnectionError, ssl.SSLEOFError):
                    if not chunked:
                        raise
                    # Who refuses before all of it has come hangs up; the answer was sent before that.
                reply = self.connection.getresponse()
                answer = Answer(reply.status, {key.lower(): value for key, value in reply.getheaders()}, reply.read())
                if reply.will_close:
                    self.connection = None
                return answer
            except (http.client.RemoteDisconnected, ConnectionError):
                self.connection = None
                if last:
                    raise

    def raw(self, text):
        """Bytes as they are, for what no decent client sends; the status that answers them, or 0 without one."""
        self.connect()
        connection, self.connection = self.connection.sock, None
        with connection:
            try:
                connection.sendall(text)
            except OSError:
                pass  # It may hang up before it has read everything.
            try:
                line = connection.makefile("rb").readline()
            except OSError:
                return 0
        return int(line.split()[1]) if line.startswith(b"HTTP/1.1 ") else 0


def plain(path):
    connection = http.client.HTTPConnection("127.0.0.1", HTTP, timeout=30)
    connection.request("GET", path, headers={"Host": HOST})
    reply = connection.getresponse()
    return Answer(reply.status, {key.lower(): value for key, value in reply.getheaders()}, reply.read())


def many(certificate, count, ask, rate=None, address="127.0.0.1", clients=8):
    """The answers of `ask(client)`, so often, from a few connections at once; at most `rate` a second."""
    answers, lock, begun = [], threading.Lock(), time.monotonic()
    numbers = iter(range(count))

    def work():
        client = Client(certificate, address)
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            if rate:
                time.sleep(max(0.0, begun + number / rate - time.monotonic()))
            answer = ask(client)
            with lock:
                answers.append(answer)

    threads = [threading.Thread(target=work) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(answers) != count:
        raise SystemExit(f"{count - len(answers)} of {count} requests were never answered.")
    return answers
