"""What the checks share: the objects of a YAML file."""
import pathlib

import yaml


class Reader(yaml.CSafeLoader):
    """Takes a lone = as the text that it is in YAML 1.2; descriptions of label matchers have it."""


Reader.add_constructor("tag:yaml.org,2002:value", lambda loader, node: node.value)


def of(path):
    documents = yaml.load_all(pathlib.Path(path).read_text(), Loader=Reader)
    return [document for document in documents if document]


def kind(objects, wanted):
    return [item for item in objects if item["kind"] == wanted]


def named(objects, wanted, name):
    found = [item for item in kind(objects, wanted) if item["metadata"]["name"] == name]
    if len(found) != 1:
        raise SystemExit(f"{len(found)} objects are {wanted} {name}; there should be one.")
    return found[0]


def pod(item):
    """The pod that a workload makes."""
    return item["spec"]["template"]["spec"]
