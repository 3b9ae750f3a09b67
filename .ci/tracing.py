#!/usr/bin/env python3
"""A real Jaeger with the cluster's configuration: traces with an error and slow ones are kept, of the others the share that
it is told, also where a part of a trace comes late.

Usage: tracing.py <Jaeger's program> <its configuration> <a directory to work in>
"""
import json
import os
import pathlib
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request

FIRST = int(os.environ.get("TRACING_PORT", 28600))
PAGES, OTLP = FIRST, FIRST + 1
WAIT = 2
MILLI, SECOND = 10 ** 6, 10 ** 9
wrong = []


def claim(what, holds, why=""):
    print(f"{'ok  ' if holds else 'FAIL'} {what}{'' if holds else f': {why}'}")
    if not holds:
        wrong.append(what)


def settings(work, share):
    ports = {"PAGES": PAGES, "OTLP": OTLP, "QUERY": FIRST + 2, "OTLP_GRPC": FIRST + 3, "HEALTH": FIRST + 4,
             "METRICS": FIRST + 5}
    return {**os.environ, **{f"JAEGER_{name}": str(port) for name, port in ports.items()}, "JAEGER_HOST": "127.0.0.1",
            "JAEGER_DATA": str(work), "JAEGER_SHARE": str(share), "JAEGER_WAIT": f"{WAIT}s"}


def ask(port, path, body=None):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=body and json.dumps(body).encode(),
                                     headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read() or b"{}")


class Jaeger:
    def __init__(self, program, config, work, share):
        work.mkdir(parents=True)
        self.log = (work / "jaeger.log").open("w+")
        self.process = subprocess.Popen([program, f"--config={config}"], env=settings(work, share),
                                        stdout=self.log, stderr=self.log)

    def __enter__(self):
        until = time.monotonic() + 30
        while time.monotonic() < until and self.process.poll() is None:
            try:
                ask(PAGES, "/api/services")
                return self
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        self.__exit__()
        self.log.seek(0)
        raise SystemExit("Jaeger did not start: " + self.log.read()[-3000:])

    def __exit__(self, *_):
        self.process.kill()  # nothing is kept of it, and a farewell takes ten seconds
        self.process.wait(20)


def send(trace, name, length=10 * MILLI, error=False, parent=None):
    span, begin = secrets.token_hex(8), time.time_ns()
    told = {"traceId": trace, "spanId": span, "name": name, "kind": 2, "startTimeUnixNano": str(begin),
            "endTimeUnixNano": str(begin + length), "status": {"code": 2 if error else 1}}
    if parent:
        told["parentSpanId"] = parent
    resource = {"attributes": [{"key": "service.name", "value": {"stringValue": "check"}}]}
    ask(OTLP, "/v1/traces", {"resourceSpans": [{"resource": resource, "scopeSpans": [{"spans": [told]}]}]})
    return span


def kept(trace):
    try:
        return [span["operationName"] for span in ask(PAGES, f"/api/traces/{trace}")["data"][0]["spans"]]
    except urllib.error.HTTPError as missing:
        if missing.code == 404:
            return []
        raise


def until_decided():
    time.sleep(WAIT + 3)


def main():
    program, config, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    quick, slow, failed, late = (secrets.token_hex(16) for _ in range(4))
    with Jaeger(program, config, work / "none", 0):
        send(quick, "quick")
        send(slow, "slow", 3 * SECOND)
        root = send(failed, "root")
        send(failed, "child", error=True, parent=root)
        begun = send(late, "begun", error=True)
        until_decided()
        send(late, "redriven", parent=begun)
        until_decided()
        claim("a quick trace without an error is not kept where the share is 0", kept(quick) == [], kept(quick))
        claim("a slow trace is kept", kept(slow) == ["slow"], kept(slow))
        claim("a trace with an error in one span is kept whole", sorted(kept(failed)) == ["child", "root"], kept(failed))
        claim("what comes after the decision stays with its trace", sorted(kept(late)) == ["begun", "redriven"], kept(late))
    with Jaeger(program, config, work / "all", 100):
        send(quick, "quick")
        until_decided()
        claim("every trace is kept where the share is 100, as on one machine", kept(quick) == ["quick"], kept(quick))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
