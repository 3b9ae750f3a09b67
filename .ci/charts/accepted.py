#!/usr/bin/env python3
"""Has every rendered object accepted by a real API server, strictly, twice, and each pod under Pod Security `restricted`.

Usage: accepted.py <directory of kube-apiserver and etcd> <directory of CRDs> <directory of rendered charts>
"""
import copy
import pathlib
import sys
import tempfile
import time

import control_plane
import objects

APPLY = "application/apply-patch+yaml"
RESTRICTED = {"pod-security.kubernetes.io/enforce": "restricted", "pod-security.kubernetes.io/enforce-version": "latest"}
# Namespaces of other parts, in which the edge and the foundation have objects.
NEIGHBOURS = ["keycloak", "monitoring"]
# A server that fills in what was left out makes Argo CD compare what nobody wrote; routes are compared by it all day.
WRITTEN_OUT = {"HTTPRoute", "ReferenceGrant"}


class Cluster:
    def __init__(self, server):
        self.server = server
        self.places = {}

    def place(self, item):
        """The address of an object's kind: its path and whether it is in a namespace."""
        version, kind = item["apiVersion"], item["kind"]
        if (version, kind) not in self.places:
            root = f"/api/{version}" if "/" not in version else f"/apis/{version}"
            for resource in self.server.call("GET", root)["resources"]:
                if "/" not in resource["name"]:
                    self.places[version, resource["kind"]] = (root, resource["name"], resource["namespaced"])
        if (version, kind) not in self.places:
            raise control_plane.Refused(404, f"the API server knows no {kind} of {version}")
        return self.places[version, kind]

    def apply(self, item, namespace):
        root, plural, namespaced = self.place(item)
        within = item["metadata"].get("namespace", namespace)
        path = f"{root}/namespaces/{within}/{plural}" if namespaced else f"{root}/{plural}"
        return self.server.call(
            "PATCH", f"{path}/{item['metadata']['name']}?fieldManager=ci&force=true&fieldValidation=Strict", item, APPLY)

    def namespace(self, name, labels):
        self.apply({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": labels}}, None)

    def create_pod(self, namespace, template):
        """Only as if: admission decides, nothing is kept."""
        pod = {"apiVersion": "v1", "kind": "Pod", "spec": template["spec"],
               "metadata": {**template["metadata"], "generateName": "pod-"}}
        return self.server.call(
            "POST", f"/api/v1/namespaces/{namespace}/pods?dryRun=All&fieldValidation=Strict", pod)


def install_definitions(cluster, directory, kinds):
    """Only of the kinds that occur: each further one costs the server a second of work on its own description."""
    definitions = [item for path in sorted(directory.glob("*.yaml"))
                   for item in objects.kind(objects.of(path), "CustomResourceDefinition")
                   if item["spec"]["names"]["kind"] in kinds]
    for item in definitions:
        item.pop("status", None)
        cluster.apply(item, None)
    waiting = {item["metadata"]["name"] for item in definitions}
    deadline = time.monotonic() + control_plane.PATIENCE_SECONDS
    while waiting and time.monotonic() < deadline:
        for name in list(waiting):
            path = f"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/{name}"
            conditions = cluster.server.call("GET", path).get("status", {}).get("conditions") or []
            if any(one["type"] == "Established" and one["status"] == "True" for one in conditions):
                waiting.remove(name)
        time.sleep(0.3)
    if waiting:
        raise SystemExit(f"Never established: {sorted(waiting)}")
    return len(definitions)


def pod_template(item):
    """The pod that a workload makes; what a StatefulSet claims for each is a volume of it."""
    template = copy.deepcopy(item["spec"]["template"])
    for claim in item["spec"].get("volumeClaimTemplates", []):
        name = claim["metadata"]["name"]
        template["spec"].setdefault("volumes", []).append({"name": name, "persistentVolumeClaim": {"claimName": name}})
    return template


def patiently(action):
    """What was made a moment ago may not be known everywhere in the server yet."""
    deadline = time.monotonic() + 30
    while True:
        try:
            return action()
        except control_plane.Refused as refused:
            if refused.code not in (403, 404) or "PodSecurity" in refused.message or time.monotonic() > deadline:
                raise
            time.sleep(0.5)


def what_we_say(live):
    """An object without what the server and its controllers keep about it."""
    kept = {"resourceVersion", "managedFields"}
    metadata = {key: value for key, value in live["metadata"].items() if key not in kept}
    return {**{key: value for key, value in live.items() if key != "status"}, "metadata": metadata}


def check(cluster, namespace, items, wrong):
    """Applies all objects twice and their pods as if; returns how many objects and pods there were."""
    cluster.namespace(namespace, RESTRICTED)
    contents = {}
    pods = 0
    for turn in (1, 2):
        for item in items:
            name = f"{namespace}: {item['kind']} {item['metadata']['name']}"
            try:
                live = patiently(lambda: cluster.apply(item, namespace))
            except control_plane.Refused as refused:
                wrong.append(f"{name} is refused with {refused}")
                continue
            content = what_we_say(live)
            if turn == 1 and item["kind"] in WRITTEN_OUT and live["spec"] != item["spec"]:
                wrong.append(f"{name}: the server adds to what is written: {live['spec']} is not {item['spec']}")
            if contents.setdefault(name, content) != content:
                wrong.append(f"{name} changes when it is applied a second time")
    for item in items:
        if item["kind"] in ("Rollout", "Deployment", "Job", "StatefulSet"):
            pods += 1
            try:
                patiently(lambda: cluster.create_pod(namespace, pod_template(item)))
            except control_plane.Refused as refused:
                wrong.append(f"{namespace}: the pod of {item['kind']} {item['metadata']['name']} is refused: {refused}")
    return len(items), pods


def must_refuse(what, action, said, wrong):
    try:
        action()
        wrong.append(f"{what} is accepted, so this check proves nothing")
    except control_plane.Refused as refused:
        if said not in refused.message:
            wrong.append(f"{what} is refused for another reason: {refused}")


def check_that_it_refuses(cluster, namespace, items, wrong):
    """What is wrong on purpose must be refused, or the yes to everything else would mean nothing."""
    rollout = next(item for item in items if item["kind"] == "Rollout")
    template = copy.deepcopy(rollout["spec"]["template"])
    template["spec"]["containers"][0]["securityContext"]["allowPrivilegeEscalation"] = True
    must_refuse("a pod that may gain privileges", lambda: cluster.create_pod(namespace, template), "PodSecurity", wrong)
    misspelt = copy.deepcopy(rollout)
    misspelt["spec"]["strategy"]["canary"]["trafficRouting"]["gatewayAPI"] = {"httpRoute": "order"}
    must_refuse("a Rollout with an unknown field", lambda: cluster.apply(misspelt, namespace), "gatewayAPI", wrong)
    route = copy.deepcopy(next(item for item in items if item["kind"] == "HTTPRoute"))
    route["spec"]["rules"][0]["backendRefs"][0]["weight"] = -1
    must_refuse("a route with a negative weight", lambda: cluster.apply(route, namespace), "weight", wrong)


def main():
    binaries, definitions, rendered = map(pathlib.Path, sys.argv[1:])
    wrong = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as directory, control_plane.running(binaries, directory) as server:
        cluster = Cluster(server)
        version = server.call("GET", "/version")["gitVersion"]
        print(f"kube-apiserver {version} was ready after {time.monotonic() - began:.0f} s")
        files = {path: objects.of(path) for path in sorted(rendered.glob("*/*.yaml"))}
        kinds = {item["kind"] for items in files.values() for item in items}
        print(f"{install_definitions(cluster, definitions, kinds)} custom resources defined")
        for name in NEIGHBOURS:
            cluster.namespace(name, {})
        counted = accepted_pods = 0
        for path, items in files.items():
            applied, pods = check(cluster, f"shop-{path.parent.name}-{path.stem}", items, wrong)
            counted += applied
            accepted_pods += pods
        check_that_it_refuses(cluster, "shop-order-rollout", files[rendered / "order" / "rollout.yaml"], wrong)
    for line in wrong:
        print(line)
    print(f"{counted} objects of {len(files)} files applied twice, {accepted_pods} pods under `restricted`:"
          f" {len(wrong)} faults, {time.monotonic() - began:.0f} s")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
