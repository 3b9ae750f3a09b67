#!/usr/bin/env python3
"""Writes the schema of a Terraform provider, as far as the given directories use it, for main.go to serve.

The provider's own releases are not in any package registry, but CDK for Terraform publishes classes that were generated
from `terraform providers schema` of a named release. Each class says of each argument whether it is required, optional or
computed, what type it has, and which are blocks. That is read here.

Usage: schemas.py WHEEL NAME DIRECTORY... > schema.json
"""
import base64
import io
import json
import pathlib
import re
import sys
import tarfile
import zipfile

NESTING = {"single": 1, "list": 2, "set": 3}
SIMPLE = {"string": "string", "number": "number", "boolean": "bool", "any": "dynamic"}
# Arguments that hold objects and are no blocks; the classes do not tell the two apart.
ATTRIBUTES = {"helm": ("experiments", "kubernetes", "registries")}
CLASS = re.compile(r"^export class (\w+) extends ([\w.]+) \{\n(.*?)^\}", re.M | re.S)
FIELD = re.compile(r"// (\w+) - computed: (\w+), optional: (\w+), required: (\w+)\n\s*(?:private|public) ([^\n]*)\n?\s*([^\n]*)")
KIND = re.compile(r'^ +(\w+): \{\n +value: [^\n]*\n +isBlock: (\w+),\n +type: "(\w+)",\n +storageClassType: "(\w+)"', re.M)
GETTERS = {"getStringAttribute": "string", "getNumberAttribute": "number", "getBooleanAttribute": "bool",
           "getListAttribute": ["list", "string"], "getNumberListAttribute": ["list", "number"],
           "getStringMapAttribute": ["map", "string"], "getBooleanMapAttribute": ["map", "bool"],
           "getNumberMapAttribute": ["map", "number"], "getAnyMapAttribute": ["map", "dynamic"]}


class Source:
    """One generated module: its classes by name, and what each argument of each structure is."""

    def __init__(self, text):
        self.classes = {name: (parent, body) for name, parent, body in CLASS.findall(text)}
        self.kinds = {}
        for name, body in re.findall(r"^export function (\w+)ToHclTerraform\([^\n]*\n(.*?)^\}", text, re.M | re.S):
            self.kinds[name.lower()] = {argument: kind for argument, *kind in KIND.findall(body)}

    def of_kind(self, parent):
        return next(name for name, (of, _) in self.classes.items() if of == parent)

    def block(self, name):
        """The schema of a class, and of its blocks with it."""
        _, body = self.classes[name]
        structure = name.removesuffix("OutputReference").lower()
        synthesis = re.search(r"synthesizeHclAttributes\(\).*", body, re.S)
        kinds = {argument: kind for argument, *kind in KIND.findall(synthesis[0])} if synthesis else \
            self.kinds.get(structure, {})
        found = {"attributes": {}, "blocks": {}}
        for argument, computed, optional, required, line, following in FIELD.findall(body):
            flags = {"computed": computed == "true", "optional": optional == "true", "required": required == "true"}
            nested = re.search(r"= new (\w+)\(this, \"\w+\"(?:, (true|false))?\)", line)
            is_block, shape, stored = kinds.get(argument, ("false", "", ""))
            if nested and self.members(nested[1]) is not None:
                inner = self.members(nested[1])
                several = nested[1].endswith("List") or nested[1].endswith("Map")
                is_set = nested[2] == "true" or shape == "set"
                if flags["computed"]:
                    found["attributes"][argument] = flags | {
                        "type": ["set" if is_set else "list", self.object_type(self.block(inner))]}
                else:
                    nesting = "single" if shape == "struct" else "set" if is_set else "list"
                    found["blocks"][argument] = {
                        "nesting": NESTING[nesting], "block": self.block(inner),
                        "min": int(flags["required"] and nesting != "single"),
                        "max": 0 if several or nesting == "single" else 1}
            elif is_block == "true":
                found["blocks"][argument] = {"nesting": NESTING["list"], "min": 0, "max": 0, "block": self.loose(stored)}
            else:
                kind = self.attribute_type(shape, stored) if stored else self.computed_type(line, following)
                write_only = argument.endswith("_wo") and not flags["computed"]
                found["attributes"][argument] = flags | {"type": kind, "writeOnly": write_only}
        return found

    def loose(self, stored):
        """A block of a provider: its arguments are known, but not which of them are required."""
        kinds = self.kinds.get(stored.removesuffix("List").lower(), {})
        return {"blocks": {}, "attributes": {argument: {"type": self.attribute_type(shape, kind), "optional": True}
                                             for argument, (_, shape, kind) in kinds.items()}}

    def members(self, name):
        """The class that holds the fields of one element."""
        if name.endswith("List") and name.removesuffix("List") + "OutputReference" in self.classes:
            return name.removesuffix("List") + "OutputReference"
        return name if name.endswith("OutputReference") and name in self.classes else None

    def object_type(self, block):
        members = {name: attribute["type"] for name, attribute in block["attributes"].items()}
        for name, nested in block["blocks"].items():
            members[name] = ["set" if nested["nesting"] == NESTING["set"] else "list", self.object_type(nested["block"])]
        return ["object", members]

    @staticmethod
    def attribute_type(shape, stored):
        if shape == "simple":
            return SIMPLE[stored]
        element = re.sub(r"(List|Map)$", "", stored)
        return [shape, SIMPLE[element]] if element in SIMPLE else "dynamic"

    @staticmethod
    def computed_type(line, following):
        if "StringMap(" in line:
            return ["map", "string"]
        for getter, kind in GETTERS.items():
            if getter + "(" in following:
                return ["set", kind[1]] if "Fn.tolist(" in following else kind
        return "dynamic"


def used(name, directories):
    """Resources and data sources of the provider that the directories name."""
    pattern = re.compile(rf'^\s*(resource|data) "({name}_\w+)"', re.M)
    files = [path for directory in directories for path in sorted(pathlib.Path(directory).rglob("*.tf"))]
    return sorted({found for path in files for found in pattern.findall(path.read_text())})


def main():
    wheel, name, *directories = sys.argv[1:]
    with zipfile.ZipFile(wheel) as outer:
        inner = next(entry for entry in outer.namelist() if entry.endswith(".jsii.tgz"))
        archive = tarfile.open(fileobj=io.BytesIO(outer.read(inner)))
    wanted = {f"package/lib/{'data-' + full.replace('_', '-') if kind == 'data' else full.removeprefix(name + '_').replace('_', '-')}/index.js":
              (kind, full) for kind, full in used(name, directories)}
    wanted["package/lib/provider/index.js"] = ("provider", name)
    schema = {"name": name, "address": f"registry.terraform.io/hashicorp/{name}", "resources": {}, "dataSources": {}}
    for member in archive:
        if member.name == "package/package.json":
            schema["version"] = json.load(archive.extractfile(member))["cdktf"]["provider"]["version"]
        if member.name not in wanted:
            continue
        kind, full = wanted.pop(member.name)
        text = archive.extractfile(member).read().decode()
        mapped = re.search(r"sourceMappingURL=data:application/json;base64,(\S+)", text)[1]
        source = Source(json.loads(base64.b64decode(mapped))["sourcesContent"][0])
        if kind == "provider":
            schema["provider"] = source.block(source.of_kind("cdktf.TerraformProvider"))
            schema["provider"]["attributes"].pop("alias", None)
            for argument in ATTRIBUTES.get(name, ()):
                del schema["provider"]["blocks"][argument]
                schema["provider"]["attributes"][argument] = {"type": "dynamic", "optional": True}
        elif kind == "data":
            schema["dataSources"][full] = source.block(source.of_kind("cdktf.TerraformDataSource"))
        else:
            schema["resources"][full] = source.block(source.of_kind("cdktf.TerraformResource"))
    if wanted:
        sys.exit(f"Provider {name} {schema['version']} knows no {', '.join(sorted(full for _, full in wanted.values()))}.")
    json.dump(schema, sys.stdout, separators=(",", ":"), sort_keys=True)


if __name__ == "__main__":
    main()
