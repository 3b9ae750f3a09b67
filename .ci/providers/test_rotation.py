#!/usr/bin/env python3
"""rotation.py against moto's Secrets Manager; the database writes down what it is asked."""
import base64
import hashlib
import hmac
import json
import os
import pathlib
import sys
import unittest
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "terraform/modules/secrets"))
os.environ |= {"AWS_DEFAULT_REGION": "eu-central-1", "AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none"}

import boto3  # noqa: E402
from moto import mock_aws  # noqa: E402

import rotation  # noqa: E402

NAMES = ["order/database", "order/kafka", "edge/login", "keycloak/admin"]
TWINS = ["AmazonMSK_allinone_dev_order_a", "AmazonMSK_allinone_dev_order_b"]
ENVIRONMENT = {
    "PREFIX": "allinone/dev", "KAFKA_PREFIX": "AmazonMSK_allinone_dev_", "DATABASE_ARN": "arn:database",
    "MASTER_SECRET_ARN": "arn:master", "SECRETS": json.dumps(NAMES),
    "GENERATED": json.dumps({"edge/login": {"client-secret": None},
                             "keycloak/admin": {"client-id": "platform", "client-secret": None}}),
}


class Database:
    """Remembers roles and databases as far as it is asked for them, and every statement."""

    def __init__(self):
        self.asked, self.known = [], set()

    def execute_statement(self, sql, **where):
        assert where == {"resourceArn": "arn:database", "secretArn": "arn:master", "database": "postgres"}, where
        self.asked.append(sql)
        if sql.startswith("CREATE"):
            self.known.add(sql.split('"')[1] + sql.split()[1])
        if sql.startswith("SELECT"):
            kind = "DATABASE" if "pg_database" in sql else "ROLE"
            return {"records": [[1]] if sql.split("'")[1] + kind in self.known else []}
        return {}


class RotationTest(unittest.TestCase):
    def setUp(self):
        self.mock = mock_aws()
        self.mock.start()
        self.addCleanup(self.mock.stop)
        self.secrets = boto3.client("secretsmanager")
        for name in [f"allinone/dev/{name}" for name in NAMES] + TWINS:
            self.secrets.create_secret(Name=name)
        self.database = Database()
        self.rotation = rotation.Rotation(self.secrets, self.database, ENVIRONMENT)

    def value(self, name):
        return json.loads(self.secrets.get_secret_value(SecretId=name, VersionStage="AWSCURRENT")["SecretString"])

    def rotate(self, name, steps=("createSecret", "setSecret", "testSecret", "finishSecret")):
        """As Secrets Manager does it: every step twice, for each may come again."""
        token = str(uuid.uuid4())
        secret = f"allinone/dev/{name}"
        described = self.secrets.describe_secret

        # AWS announces a version before it has a value, which moto does not.
        def with_pending(SecretId):
            answer = described(SecretId=SecretId)
            answer["VersionIdsToStages"].setdefault(token, ["AWSPENDING"])
            return answer

        self.secrets.describe_secret = with_pending
        for step in steps:
            for _ in range(2):
                self.rotation.step({"SecretId": secret, "ClientRequestToken": token, "Step": step})
        self.secrets.describe_secret = described

    def test_fills_what_is_empty_once(self):
        self.assertEqual(self.rotation.fill(), {"filled": 4, "secrets": 4})
        before = {name: self.value(f"allinone/dev/{name}") for name in NAMES}
        self.assertEqual(self.rotation.fill(), {"filled": 0, "secrets": 4})
        self.assertEqual({name: self.value(f"allinone/dev/{name}") for name in NAMES}, before)
        self.assertEqual(before["order/database"]["username"], "order_a")
        self.assertEqual(before["keycloak/admin"]["client-id"], "platform")
        self.assertEqual(len(before["edge/login"]["client-secret"]), 40)
        self.assertEqual(self.value(TWINS[0]), before["order/kafka"])
        self.assertEqual(self.value(TWINS[1])["username"], "order_b")

    def test_makes_a_database_with_its_owner_and_two_logins_with_bounds(self):
        self.rotation.fill()
        asked = self.database.asked
        self.assertIn('CREATE DATABASE "order" OWNER "order"', asked)
        self.assertIn('REVOKE ALL ON DATABASE "order" FROM PUBLIC', asked)
        for login in ("order_a", "order_b"):
            self.assertIn(f"ALTER ROLE \"{login}\" SET transaction_timeout = '5s'", asked)
            self.assertIn(f"ALTER ROLE \"{login}\" SET idle_in_transaction_session_timeout = '3s'", asked)
            self.assertIn(f"ALTER ROLE \"{login}\" SET role = 'order'", asked)
        self.rotation.make_database("order")
        self.assertEqual(sum(sql.startswith("CREATE") for sql in asked), 4)

    def test_tells_postgresql_no_password(self):
        self.rotation.fill()
        password = self.value("allinone/dev/order/database")["password"]
        self.assertFalse([sql for sql in self.database.asked if password in sql])

    def test_a_verifier_is_what_the_password_proves(self):
        kind, keys = rotation.verifier("secret", salt=b"0123456789abcdef").split("$", 1)
        rounds_salt, stored_served = keys.split("$")
        salted = hashlib.pbkdf2_hmac("sha256", b"secret", base64.b64decode(rounds_salt.split(":")[1]), 4096)
        stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
        self.assertEqual((kind, rounds_salt.split(":")[0]), ("SCRAM-SHA-256", "4096"))
        self.assertEqual(base64.b64decode(stored_served.split(":")[0]), stored)

    def test_rotates_to_the_other_login_and_back(self):
        self.rotation.fill()
        first = self.value("allinone/dev/order/database")
        self.rotate("order/database")
        second = self.value("allinone/dev/order/database")
        self.rotate("order/database")
        third = self.value("allinone/dev/order/database")
        self.assertEqual([value["username"] for value in (first, second, third)], ["order_a", "order_b", "order_a"])
        self.assertEqual(len({value["password"] for value in (first, second, third)}), 3)

    def test_the_login_in_use_stays_valid_while_kafka_is_told_of_the_other(self):
        self.rotation.fill()
        before = self.value("allinone/dev/order/kafka")
        self.rotate("order/kafka")
        self.assertEqual(self.value(TWINS[0]), before)
        self.assertEqual(self.value(TWINS[1]), self.value("allinone/dev/order/kafka"))

    def test_a_rotation_that_fails_half_way_leaves_the_current_value(self):
        self.rotation.fill()
        before = self.value("allinone/dev/order/database")
        self.rotate("order/database", steps=("createSecret", "setSecret"))
        self.assertEqual(self.value("allinone/dev/order/database"), before)

    def test_rotates_what_is_generated(self):
        self.rotation.fill()
        before = self.value("allinone/dev/keycloak/admin")
        self.rotate("keycloak/admin")
        after = self.value("allinone/dev/keycloak/admin")
        self.assertEqual(before["client-id"], after["client-id"])
        self.assertNotEqual(before["client-secret"], after["client-secret"])

    def test_refuses_a_secret_that_is_not_its_own(self):
        self.secrets.create_secret(Name="allinone/prod/order/database")
        with self.assertRaisesRegex(ValueError, "is not rotated here"):
            self.rotation.step({"SecretId": "allinone/prod/order/database", "ClientRequestToken": "t", "Step": "setSecret"})

    def test_refuses_a_name_that_would_be_a_statement(self):
        with self.assertRaisesRegex(ValueError, "is no name of a role"):
            self.rotation.make_database('x"; DROP DATABASE "order')


if __name__ == "__main__":
    unittest.main(verbosity=1)
