#!/usr/bin/env python3
"""terraform/teardown against an account that remembers what is in it and in which order it was asked."""
import importlib.machinery
import importlib.util
import json
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
PATH = pathlib.Path(__file__).parents[2] / "terraform/teardown"
loader = importlib.machinery.SourceFileLoader("teardown", str(PATH))
teardown = importlib.util.module_from_spec(importlib.util.spec_from_loader("teardown", loader))
loader.exec_module(teardown)

ELB = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:"
BALANCER, GROUP = ELB + "loadbalancer/net/door/1", ELB + "targetgroup/door/2"
VOLUME = "arn:aws:ec2:eu-central-1:123456789012:volume/vol-3"
KEY, DATABASE = "arn:aws:kms:eu-central-1:123456789012:key/4", "arn:aws:rds:eu-central-1:123456789012:cluster:shop-dev"
PROOF = {"Name": "_acme-challenge.dev.shop.example.com.", "Type": "TXT", "ResourceRecords": [{"Value": "x"}], "TTL": 60}
OTHER = {"Name": "_acme-challenge.shop.example.com.", "Type": "TXT", "ResourceRecords": [{"Value": "y"}], "TTL": 60}


class Account:
    def __init__(self, controllers=(), state=(), controllers_work=False, logs=(), objects=0):
        self.controllers, self.state, self.work, self.asked = list(controllers), list(state), controllers_work, []
        self.logs, self.objects = list(logs), [{"Key": f"chunk-{number}", "VersionId": "1"} for number in range(objects)]

    def __call__(self, arguments):
        line = " ".join(map(str, arguments))
        self.asked.append(line)
        if "get-resources" in line:
            found = self.controllers if "eks-cluster-name" in line else self.state
            return json.dumps({"ResourceTagMappingList": [{"ResourceARN": arn} for arn in found]})
        if "delete gateways" in line and self.work:
            self.controllers.clear()
        if "delete-target-group" in line and BALANCER in self.controllers:
            raise AssertionError("The target group is still in use.")
        for arn in list(self.controllers):
            if "delete-" in line and (arn in line or arn.rsplit("/", 1)[1] in arguments):
                self.controllers.remove(arn)
        if "terraform" in arguments[0]:
            if self.controllers:
                raise AssertionError("The network is still in use.")
            if self.objects:
                raise AssertionError("BucketNotEmpty")
            self.state = [arn for arn in self.state if ":key/" in arn]
        if "get services" in line:
            return json.dumps({"items": [
                {"spec": {"type": "LoadBalancer"}, "metadata": {"namespace": "edge", "name": "door"}},
                {"spec": {"type": "ClusterIP"}, "metadata": {"namespace": "shop-dev", "name": "order"}}]})
        if "describe-log-groups" in line:
            return json.dumps({"logGroups": [{"logGroupName": name} for name in self.logs if name.startswith(arguments[-1])]})
        if "delete-log-group" in line:
            self.logs.remove(arguments[-1])
        if "list-object-versions" in line:
            return json.dumps({"Versions": self.objects[:2], "DeleteMarkers": None})
        if "delete-objects" in line:
            gone = json.loads(arguments[-1])["Objects"]
            self.objects = [entry for entry in self.objects if entry not in gone]
        if "list-hosted-zones-by-name" in line:
            return json.dumps({"HostedZones": [{"Id": "/hostedzone/Z0", "Name": "shop.example.com."}]})
        if "list-resource-record-sets" in line:
            return json.dumps({"ResourceRecordSets": [PROOF, OTHER]})
        return ""

    def did(self, words):
        return [line for line in self.asked if words in line]


def down(account):
    return teardown.Teardown("dev", "eu-central-1", run=account, sleep=lambda _: None)


class TeardownTest(unittest.TestCase):
    def test_removes_what_controllers_left_before_terraform_destroys(self):
        account = Account([GROUP, BALANCER, VOLUME], [KEY, DATABASE])
        steps = down(account)
        steps.forget_applications()
        steps.give_up()
        steps.sweep(tries=2)
        steps.destroy()
        steps.verify()
        self.assertEqual(account.state, [KEY])
        self.assertEqual(len(account.did("delete-volume --volume-id vol-3")), 1)

    def test_leaves_it_to_controllers_that_work(self):
        account = Account([GROUP, BALANCER], controllers_work=True)
        steps = down(account)
        steps.give_up()
        steps.sweep()
        self.assertEqual(account.did("elbv2"), [])

    def test_gives_up_only_services_that_have_a_load_balancer(self):
        account = Account()
        down(account).give_up()
        self.assertEqual(len(account.did("delete service door")), 1)
        self.assertEqual(account.did("delete service order"), [])

    def test_says_what_is_left(self):
        with self.assertRaisesRegex(SystemExit, "cluster:shop-dev"):
            down(Account(state=[DATABASE, KEY])).verify()
        with self.assertRaisesRegex(SystemExit, "vol-3"):
            down(Account(controllers=[VOLUME])).verify()

    def test_removes_the_proofs_of_its_own_hosts_only(self):
        account = Account()
        down(account).forget_proofs("shop.example.com", ["dev.shop.example.com"])
        changes = account.did("change-resource-record-sets")
        self.assertEqual(len(changes), 1)
        self.assertIn(PROOF["Name"], changes[0])

    def test_removes_logs_that_came_late_and_says_of_others(self):
        late = ["/aws/eks/allinone-dev/cluster", "/aws/rds/cluster/shop-staging/postgresql", "/aws/lambda/shop-dev-rotation"]
        others = ["/aws/eks/allinone-prod/cluster", "/aws/rds/cluster/shop-prod/postgresql"]
        account = Account(logs=late + others)
        with self.assertRaisesRegex(SystemExit, "shop-staging/postgresql"):
            down(account).verify()
        down(account).forget_logs()
        self.assertEqual(account.logs, others)
        down(account).verify()

    def test_empties_the_bucket_before_it_is_destroyed(self):
        account = Account(objects=5)
        steps = teardown.Teardown("prod", "eu-central-1", run=account, sleep=lambda _: None)
        with self.assertRaisesRegex(AssertionError, "BucketNotEmpty"):
            steps.destroy()
        steps.unprotect()
        steps.destroy()
        self.assertEqual(len(account.did("delete-objects --bucket allinone-prod-loki")), 3)

    def test_takes_protection_from_prod_only(self):
        for told, times in ((["prod", "--and-its-data"], 1), (["dev"], 0)):
            account = Account()
            made = teardown.Teardown
            teardown.Teardown = lambda name, region: made(name, region, run=account, sleep=lambda _: None)
            self.addCleanup(setattr, teardown, "Teardown", made)
            sys.argv = ["teardown", *told, "--zone", "z", "--yes"]
            teardown.main()
            teardown.Teardown = made
            self.assertEqual(len(account.did("--db-cluster-identifier shop-prod --no-deletion-protection")), times)

    def test_does_nothing_unless_told_so(self):
        for told, said in ((["dev", "--zone", "z"], "Nothing was done"), (["prod", "--zone", "z", "--yes"], "cannot be had again")):
            sys.argv = ["teardown", *told]
            with self.assertRaisesRegex(SystemExit, said):
                teardown.main()


if __name__ == "__main__":
    unittest.main()
