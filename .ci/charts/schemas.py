#!/usr/bin/env python3
"""Turns Kubernetes' own API description and the CRDs into the strict schemas that kubeconform reads.

Usage: schemas.py <swagger.json> <directory of CRDs> <directory to write>
"""
import copy
import json
import pathlib
import sys

import objects

FREE = "x-kubernetes-preserve-unknown-fields"


def strict(schema):
    """Nothing that is not described may be there; int-or-string is what its name says."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: strict(value) for key, value in schema.items()}
    if told.get("x-kubernetes-int-or-string") or told.get("format") == "int-or-string":
        return {"type": ["string", "integer"]}
    if isinstance(told.get("properties"), dict) and "additionalProperties" not in told and not told.get(FREE):
        if told.get("type", "object") == "object":
            told["additionalProperties"] = False
    return told


def resolved(schema, definitions, above=()):
    if isinstance(schema, list):
        return [resolved(item, definitions, above) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(schema.get("$ref"), str):
        name = schema["$ref"].rsplit("/", 1)[1]
        if name in above:
            return {}
        return resolved(definitions[name], definitions, (*above, name))
    return {key: resolved(value, definitions, above) for key, value in schema.items()}


def write(directory, group, version, kind, schema):
    name = "-".join(part for part in [kind.lower(), group.split(".")[0], version] if part)
    (directory / f"{name}.json").write_text(json.dumps(schema))


def builtin(swagger, directory):
    definitions = json.loads(swagger.read_text())["definitions"]
    # These say themselves what they are, in a way that a schema cannot.
    for name in ["io.k8s.apimachinery.pkg.api.resource.Quantity", "io.k8s.apimachinery.pkg.util.intstr.IntOrString"]:
        definitions[name] = {"type": ["string", "integer", "number"]}
    count = 0
    for name, definition in definitions.items():
        kinds = definition.get("x-kubernetes-group-version-kind", [])
        if len(kinds) != 1 or kinds[0]["kind"].endswith("List"):
            continue
        kind = kinds[0]
        write(directory, kind["group"], kind["version"], kind["kind"], strict(resolved(definition, definitions)))
        count += 1
    return count


def custom(crds, directory):
    count = 0
    for path in sorted(crds.glob("*.yaml")):
        for document in objects.kind(objects.of(path), "CustomResourceDefinition"):
            spec = document["spec"]
            for version in spec["versions"]:
                schema = copy.deepcopy(version["schema"]["openAPIV3Schema"])
                schema.setdefault("properties", {})["metadata"] = {"type": "object"}
                for field in ["apiVersion", "kind"]:
                    schema["properties"][field] = {"type": "string"}
                write(directory, spec["group"], version["name"], spec["names"]["kind"], strict(schema))
                count += 1
    return count


def main():
    swagger, crds, directory = map(pathlib.Path, sys.argv[1:])
    directory.mkdir(parents=True, exist_ok=True)
    print(f"{builtin(swagger, directory)} built-in and {custom(crds, directory)} custom schemas")


if __name__ == "__main__":
    main()
