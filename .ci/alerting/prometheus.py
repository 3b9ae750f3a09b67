"""A real Prometheus before a running shop, with the platform's rules, looking every second."""
import json
import pathlib
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

import yaml


class Prometheus:
    def __init__(self, root, offset, work):
        self.address = f"127.0.0.1:{9090 + offset}"
        config = yaml.safe_load((root / "observability/prometheus.yaml").read_text())
        config["global"] = {"scrape_interval": "1s", "evaluation_interval": "1s"}
        config["rule_files"] = [str(root / "charts/observability/rules/*.yaml")]
        for job in config["scrape_configs"]:
            targets = job["static_configs"][0]["targets"]
            job["static_configs"][0]["targets"] = [
                f"{host}:{int(port) + offset}" for host, port in (target.split(":") for target in targets)]
        self.file = pathlib.Path(work) / "prometheus.yaml"
        self.file.write_text(yaml.safe_dump(config))
        self.work = pathlib.Path(work)

    def __enter__(self):
        self.log = (self.work / "prometheus.log").open("w")
        self.process = subprocess.Popen(
            ["prometheus", f"--config.file={self.file}", f"--storage.tsdb.path={self.work / 'tsdb'}",
             f"--web.listen-address={self.address}"],
            stdout=self.log, stderr=self.log)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                self.ask("query", {"query": "1"})
                return self
            except (urllib.error.URLError, ConnectionError):
                if self.process.poll() is not None:
                    break
                time.sleep(0.2)
        self.process.kill()
        raise SystemExit("Prometheus did not start: " + (self.work / "prometheus.log").read_text()[-2000:])

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()

    def ask(self, what, parameters=None):
        told = urllib.parse.urlencode(parameters or {})
        try:
            with urllib.request.urlopen(f"http://{self.address}/api/v1/{what}?{told}", timeout=30) as answer:
                return json.loads(answer.read())["data"]
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"Prometheus refuses {parameters}: {refused.read().decode()}") from None

    def query(self, expression):
        return self.ask("query", {"query": expression})["result"]
