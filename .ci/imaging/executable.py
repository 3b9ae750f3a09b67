#!/usr/bin/env python3
"""What a native executable of each service would be told of, by what Quarkus has made ready for native-image.

Usage: executable.py <service>...
"""
import json
import pathlib
import re
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Whose code and files are in every service, beside its own.
SHARED = ["messaging", "http"]
MADE = "META-INF/native-image"
# What the cluster asks of a service and a shop on one machine does not: Kafka's login by SCRAM.
BY_NAME = ["org.apache.kafka.common.security.scram.ScramLoginModule",
           "org.apache.kafka.common.security.scram.internals.ScramSaslClient$ScramSaslClientFactory",
           "org.postgresql.Driver"]
REGISTERED = re.compile(r"^\s*@RegisterForReflection(?:\((?P<told>[^)]*)\))?\s+(?:@\w+(?:\([^)]*\))?\s+)*"
                        r"(?P<declared>[^{(]*\b(?:record|class|enum|interface)\s+\w+)", re.M)


def settings():
    lines = (ROOT / "http/src/main/resources/META-INF/microprofile-config.properties").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def registrations(service):
    """The simple names of the types that the code registers."""
    for module in [service, *SHARED]:
        for path in (ROOT / module / "src/main/java").rglob("*.java"):
            for found in REGISTERED.finditer(path.read_text()):
                targets = re.findall(r"([\w.]+)\.class", found["told"] or "")
                yield from targets or [found["declared"].split()[-1]]


def migrations(service):
    for module in [service, *SHARED]:
        resources = ROOT / module / "src/main/resources"
        yield from (str(path.relative_to(resources)) for path in resources.glob("db/**/*.sql"))


def serializers():
    told = (ROOT / "messaging/src/main/resources/META-INF/microprofile-config.properties").read_text()
    return re.findall(r"serializer=([\w.]+)", told)


def told(service):
    """The arguments of native-image, the types it is told of, and the patterns of files."""
    directory = ROOT / service / "target/native-sources"
    with zipfile.ZipFile(next(directory.glob("*-runner.jar"))) as jar:
        types = {entry["name"]: entry for entry in json.loads(jar.read(f"{MADE}/reflect-config.json"))}
        files = [entry["pattern"] for entry in json.loads(jar.read(f"{MADE}/resource-config.json"))["resources"]["includes"]]
    return (directory / "native-image.args").read_text().split(), types, [java_pattern(one) for one in files]


def java_pattern(pattern):
    """Java quotes between \\Q and \\E."""
    parts = re.split(r"\\Q(.*?)\\E", pattern)
    return re.compile("".join(re.escape(part) if number % 2 else part for number, part in enumerate(parts)))


def missing(service, arguments, types, files):
    every = settings()
    for wanted in [f"-J-Xmx{every['quarkus.native.native-image-xmx']}",
                   *every["quarkus.native.additional-build-args"].split(","), "--no-fallback", "--link-at-build-time"]:
        if wanted not in arguments:
            yield f"native-image is not told {wanted}"
    for name in [*BY_NAME, *serializers()]:
        if name not in types:
            yield f"{name} is not registered"
    ends = {re.split(r"[.$]", name)[-1]: entry for name, entry in types.items() if name.startswith("com.allinone.")}
    names = set(registrations(service))
    if not names:
        yield "nothing is registered in its code, so this check has looked in the wrong place"
    for name in sorted(names):
        entry = ends.get(name.split(".")[-1], {})
        if not (entry.get("allDeclaredConstructors") and entry.get("allDeclaredMethods")):
            yield f"{name} is registered in the code and not for native-image"
    for path in sorted(migrations(service)):
        if not any(pattern.fullmatch(path) for pattern in files):
            yield f"{path} would not be in the executable"


def main():
    wrong = 0
    for service in sys.argv[1:]:
        arguments, types, files = told(service)
        faults = list(missing(service, arguments, types, files))
        wrong += len(faults)
        for line in faults:
            print(f"{service}: {line}")
        print(f"{service}: {len(arguments)} arguments, {len(types)} types, {len(files)} patterns of files;"
              f" {len(set(registrations(service)))} registrations of ours, {len(list(migrations(service)))} migrations")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
