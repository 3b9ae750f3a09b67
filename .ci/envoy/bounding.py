"""What is too much: of requests, of bodies, of headers; and that it is over when it is over."""
import collections
import time

import client
import upstreams
from letting_in import ORDERS, PRODUCTS

PER_USER, PER_ADDRESS = 50, 200
ATTEMPTS = 5
BODY = 1 << 20


def statuses(answers):
    return dict(collections.Counter(answer.status for answer in answers))


def hurry(edge, limit, ask, address):
    """Asks faster than is allowed; a machine that was too busy for that tries again."""
    for _ in range(ATTEMPTS):
        time.sleep(1.1)
        begun = time.monotonic()
        seen = statuses(client.many(edge.certificate, 4 * limit, ask, address=address))
        seconds = time.monotonic() - begun
        if 429 in seen:
            break
    return set(seen) == {200, 429} and seen[200] <= limit * (int(seconds) + 2), f"{seen} in {seconds:.2f} s"


def rates(report, edge):
    hurried, calm = edge.signer.token(), edge.signer.token()
    held, seen = hurry(edge, PER_USER, lambda one: one.ask(ORDERS, token=hurried), "127.0.0.1")
    report.claim(f"a user is told 429 beyond {PER_USER} requests a second", held, seen)
    other = client.Client(edge.certificate, "127.0.0.3").ask(ORDERS, token=calm)
    report.same("another user is not", other.status, 200)
    time.sleep(1.1)
    report.same("a second later that user is served again",
                client.Client(edge.certificate).ask(ORDERS, token=hurried).status, 200)
    held, seen = hurry(edge, PER_ADDRESS, lambda one: one.ask(PRODUCTS), "127.0.0.2")
    elsewhere = client.Client(edge.certificate, "127.0.0.3").ask(PRODUCTS)
    report.claim(f"an address is told 429 beyond {PER_ADDRESS} requests a second", held, seen)
    report.same("another address is not", elsewhere.status, 200)
    time.sleep(1.1)
    report.same("a second later that address is served again",
                client.Client(edge.certificate, "127.0.0.2").ask(PRODUCTS).status, 200)


def sizes(report, edge):
    ask = client.Client(edge.certificate).ask
    told = {"Content-Type": "application/json"}
    token = edge.signer.token()
    report.same("a body of just 1 MiB reaches the service",
                ask(ORDERS, method="POST", headers=told, body=b"x" * BODY, token=token).json()["body"], BODY)
    report.same("one byte more is told 413",
                ask(ORDERS, method="POST", headers=told, body=b"x" * (BODY + 1), token=token).status, 413)
    pieces = iter([b"x" * (1 << 16)] * 64)
    report.same("so is one that does not say how long it is",
                client.Client(edge.certificate).ask(ORDERS, method="POST", headers={**told, "Transfer-Encoding": "chunked"},
                                                    body=pieces, token=token, chunked=True).status, 413)
    line = f"GET {PRODUCTS} HTTP/1.1\r\nHost: {client.HOST}\r\nAccept: application/json\r\n"
    for what, flood in (("500 headers", "".join(f"x-flood-{number}: 1\r\n" for number in range(500))),
                        ("a header of 100 KiB", f"x-flood: {'x' * 102_400}\r\n"),
                        ("headers of 2 MiB", "".join(f"x-flood-{number}: {'x' * 8_000}\r\n" for number in range(256)))):
        status = client.Client(edge.certificate).raw(f"{line}{flood}\r\n".encode())
        report.claim(f"a flood is refused: {what}", status == 431 or (status == 0 and "MiB" in what),
                     status or "connection closed")
    report.same("and nobody else notices", ask(PRODUCTS).status, 200)


def upright(report, edge):
    """Smuggling needs two readings of one request; whatever allows two is refused."""
    both = (f"POST {PRODUCTS} HTTP/1.1\r\nHost: {client.HOST}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
            "0\r\n\r\n")
    report.same("a length and chunks in one request are refused", client.Client(edge.certificate).raw(both.encode()), 400)


def once(report, edge):
    """A service that dies with a request in its hands may have done what it was asked; asking again would do it twice."""
    ask = client.Client(edge.certificate).ask
    for number, method in enumerate(("POST", "GET"), 1):
        status = ask(f"/baskets{upstreams.HANG_UP}", method=method).status
        report.same(f"a {method} with which a service dies is not sent again", (
            status, ask("/baskets/old").json()["hung up"]), (503, number))
