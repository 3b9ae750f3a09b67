"""How traffic is shared between stable and canary, and between us and the monolith."""
import collections
import time

import client
from letting_in import PRODUCTS

REQUESTS = 2_000
POINTS = 3.0
STOCK = "/api/v1/inventory/availability/MUG-CELADON-01"
# Below what one address may ask for.
RATE = 180


def shares(edge, path, address):
    answers = client.many(edge.certificate, REQUESTS, lambda one: patient(one, path), RATE, address)
    failed = [answer.status for answer in answers if answer.status != 200]
    if failed:
        return {"failed": 100.0 * len(failed) / REQUESTS}
    counted = collections.Counter(answer.by for answer in answers)
    return {name: 100.0 * count / REQUESTS for name, count in counted.items()}


def patient(one, path):
    """Whoever was held up and hurries afterwards may be told to wait; that request is made again."""
    while (answer := one.ask(path)).status == 429:
        time.sleep(0.2)
    return answer


def close(seen, wanted):
    return seen.keys() == wanted.keys() and all(abs(seen[name] - share) <= POINTS for name, share in wanted.items())


def told(seen):
    return ", ".join(f"{name} {share:.1f} %" for name, share in sorted(seen.items()))


def canary(report, edge):
    edge.gateway.move("catalog", {"catalog": 90, "catalog-canary": 10})
    seen = shares(edge, PRODUCTS, "127.0.0.4")
    report.claim(f"90 to 10 is 90 to 10 within {POINTS:.0f} points of {REQUESTS} requests",
                 close(seen, {"stable": 90, "canary": 10}), told(seen))
    edge.gateway.move("catalog", {"catalog": 100})
    seen = shares_of_few(edge, PRODUCTS)
    report.same("and taken back at once", seen, {"stable"})


def legacy(report, edge):
    """The umbrella's values leave 10 % of inventory to the monolith."""
    seen = shares(edge, STOCK, "127.0.0.5")
    report.claim(f"legacy.weight 10 leaves the monolith 10 % within {POINTS:.0f} points of {REQUESTS} requests",
                 close(seen, {"stable": 90, "monolith": 10}), told(seen))
    report.same("what no service has is the monolith's", client.Client(edge.certificate).ask("/baskets/old").by, "monolith")


def shares_of_few(edge, path):
    return {answer.by for answer in client.many(edge.certificate, 100, lambda one: one.ask(path), RATE)}
