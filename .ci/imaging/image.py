#!/usr/bin/env python3
"""What an image in a registry is: who runs it, what it says of itself, what is in it, and whether its bill names all of that.

Usage: image.py <jvm or native> <address of the registry> <repository> <tag> <port of the service> <bill of materials>
"""
import gzip
import io
import json
import pathlib
import sys
import tarfile
import urllib.request

MANIFESTS = "application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json"
LABELS = {"vendor": "Allinone Commerce", "licenses": "Apache-2.0"}
STARTS_WITH = {"jvm": "java", "native": "application"}
# Where the jars of others are; what Quarkus makes of our own code stands beside them.
OF_OTHERS = ("lib/main/", "lib/boot/")


class Repository:
    def __init__(self, address, name):
        self.url = f"http://{address}/v2/{name}"

    def get(self, what, accept="*/*"):
        with urllib.request.urlopen(urllib.request.Request(f"{self.url}/{what}", headers={"Accept": accept}), timeout=60) as answer:
            return answer.read()

    def manifest(self, tag):
        return json.loads(self.get(f"manifests/{tag}", MANIFESTS))

    def config(self, manifest):
        return json.loads(self.get(f"blobs/{manifest['config']['digest']}"))["config"]

    def entries(self, manifest):
        for layer in manifest["layers"]:
            packed = self.get(f"blobs/{layer['digest']}")
            data = gzip.decompress(packed) if packed[:2] == b"\x1f\x8b" else packed
            with tarfile.open(fileobj=io.BytesIO(data)) as files:
                yield from files.getmembers()


def of_config(config, kind, service, tag, port):
    user = config.get("User", "")
    if not user.split(":")[0].isdigit() or int(user.split(":")[0]) == 0:
        yield f"it runs as {user or 'root'}, and Kubernetes can see of a number only that it is not root"
    labels = {key.removeprefix("org.opencontainers.image."): value for key, value in config.get("Labels", {}).items()}
    for key, value in {"title": service, "version": tag, **LABELS}.items():
        if labels.get(key) != value:
            yield f"its label {key} is {labels.get(key)}, not {value}"
    if f"{port}/tcp" not in config.get("ExposedPorts", {}):
        yield f"it exposes {sorted(config.get('ExposedPorts', {}))}, not {port}"
    if not config.get("Entrypoint", [""])[0].endswith(STARTS_WITH[kind]):
        yield f"it starts with {config.get('Entrypoint')}"
    for variable in config.get("Env", []):
        if any(word in variable.split("=")[0] for word in ("PASSWORD", "SECRET", "TOKEN", "KEY")):
            yield f"it has {variable.split('=')[0]} in its environment"


def of_files(entries):
    for entry in entries:
        if entry.isfile() and entry.mode & 0o6000:
            yield f"{entry.name} changes who runs it"
        if entry.isfile() and entry.uid and entry.mode & 0o002:
            yield f"{entry.name} may be written by anybody"
        if pathlib.PurePath(entry.name).name in (".env", "application-dev.properties", "secrets.properties"):
            yield f"{entry.name} has no business in an image"


def of_bill(entries, bill):
    """Every jar of others stands in the bill of materials; how many there are is told as well."""
    named = {f"{one.get('group', '')}.{one['name']}-{one['version']}" for one in bill["components"]}
    jars = [pathlib.PurePath(entry.name).name.removesuffix(".jar") for entry in entries
            if entry.name.endswith(".jar") and any(place in entry.name for place in OF_OTHERS)]
    unnamed = [jar for jar in jars if not any(jar == name or jar.startswith(f"{name}-") for name in named)]
    return jars, [f"{jar} is in it and not in its bill of materials" for jar in unnamed]


def main():
    kind, address, name, tag, port, bill = sys.argv[1:]
    service = name.rsplit("/", 1)[-1]
    repository = Repository(address, name)
    manifest = repository.manifest(tag)
    entries = list(repository.entries(manifest))
    jars, unnamed = of_bill(entries, json.loads(pathlib.Path(bill).read_text()))
    wrong = [*of_config(repository.config(manifest), kind, service, tag, port), *of_files(entries), *unnamed]
    if bool(jars) != (kind == "jvm"):
        wrong.append(f"there are {len(jars)} jars of others in it")
    for line in wrong:
        print(f"{name}: {line}")
    print(f"{kind} {name}:{tag}: {len(manifest['layers'])} layers, {len(entries)} entries, {len(jars)} jars, {len(wrong)} faults")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
