#!/usr/bin/env python3
"""What terraform/, charts/ and docs/operations.md must say alike: services, secrets, who calls AWS, and what things are called."""
import json
import pathlib
import re
import sys

import yaml


def secrets_that_charts_ask_for():
    """Keys of all ExternalSecrets as rendered, below the prefix."""
    found = set()
    for path in pathlib.Path("charts/rendered").rglob("*.yaml"):
        for thing in yaml.safe_load_all(path.read_text()):
            if thing and thing.get("kind") == "ExternalSecret":
                keys = [entry["remoteRef"]["key"] for entry in thing["spec"].get("data", [])]
                keys += [entry["extract"]["key"] for entry in thing["spec"].get("dataFrom", []) if "extract" in entry]
                found |= {key.split("/", 2)[2] for key in keys}
    return found


def names_that_terraform_gives(secrets):
    """What things of the cluster dev, and of the shop dev in it, are called; numbers stand for the first of several."""
    modules = pathlib.Path("terraform/modules")
    found = {"allinone-dev", "shop-dev"} | {f"allinone/dev/{name}" for name in secrets}
    for module, name in (("platform", "allinone-dev"), ("database", "shop-dev"), ("messaging", "shop-dev"), ("secrets", "shop-dev")):
        for path in (modules / module).glob("*.tf"):
            for text in re.findall(r'"([^"\n]*\$\{(?:var|local)\.name\}[^"\n]*)"', path.read_text()):
                text = re.sub(r"\$\{(?:var|local)\.name\}", name, text)
                found.add(re.sub(r"\$\{[^}]*\}", "1", text))
    return found


def names_that_operations_say():
    page = pathlib.Path("docs/operations.md").read_text().replace("$ENV", "dev").replace("$CLUSTER", "dev")
    said = set(re.findall(r"(?<![\w.$/-])(?:alias/)?(?:allinone-dev|shop-dev|allinone/dev)[\w/-]*", page))
    said |= {f"allinone/dev/{name}" for name in re.findall(r"allinone/prod/(\w+/\w+)", page)}
    said |= set(re.findall(r"update-kubeconfig --name (\S+)", page))
    # What the page itself makes.
    return {name for name in said if not re.search(r"-(restored|before|last)\b", name)}


def main():
    faults = []
    profiles = json.loads(pathlib.Path("terraform/sizes.json").read_text())["profiles"]
    charts = {path.parent.name for path in pathlib.Path("charts").glob("*/values.yaml")
              if re.search(r"^port: \d+", path.read_text(), re.M)}
    for size, profile in profiles.items():
        if set(profile["services"]) != charts:
            faults.append(f"Profile {size} of sizes.json has other services than charts/: {set(profile['services']) ^ charts}.")
    made = pathlib.Path("terraform/modules/secrets/main.tf").read_text()
    known = set(re.findall(r'"(\w+/\w+)"', made))
    known |= {f"{service}/{what}" for service in charts for what in ("database", "kafka")} | {"keycloak/database"}
    asked = secrets_that_charts_ask_for()
    if not asked:
        faults.append("No chart asks for any secret: this check has looked at nothing.")
    for name in sorted(asked - known):
        faults.append(f"A chart asks for the secret {name}, which terraform/modules/secrets does not make.")
    said = names_that_operations_say()
    unknown = [name for name in sorted(said - names_that_terraform_gives(known)) if not name.endswith("/")]
    faults += [f"docs/operations.md speaks of {name}, and Terraform calls nothing so." for name in unknown]
    if len(said) < 8:
        faults.append("docs/operations.md names next to nothing: this check has looked at nothing.")
    for values in sorted(pathlib.Path("charts").glob("*/values.yaml")):
        text = yaml.safe_load(values.read_text()) or {}
        if (text.get("podIdentity") or {}).get("enabled"):
            faults.append(f"{values} lets its pods ask for AWS credentials, and terraform/modules/identities has no role for them.")
    identities = pathlib.Path("terraform/modules/identities/main.tf").read_text()
    for name, namespace in re.findall(r'([\w-]+)\s*= "([\w-]+)"', re.search(r"namespaces = \{(.*)\}", identities)[1]):
        application = pathlib.Path(f"gitops/platform/{name}")
        if not application.is_dir():
            continue
        if yaml.safe_load((application / "application.yaml").read_text())["namespace"] != namespace:
            faults.append(f"gitops runs {name} in another namespace than {namespace}, which has its role.")
        account = (yaml.safe_load((application / "values.yaml").read_text()).get("serviceAccount") or {}).get("name")
        if account != name:
            faults.append(f"gitops gives {name} the service account {account}, and the role is for {name}.")
    if faults:
        sys.exit("\n".join(faults))
    print(f"{len(charts)} services, {len(asked)} secrets that charts ask for, {len(said)} names in docs/operations.md")


if __name__ == "__main__":
    main()
