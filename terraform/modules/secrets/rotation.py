"""Fills secrets and rotates them, and makes the databases and roles that some of them are for.

Each owner has two logins, a and b. A rotation gives the one that is not in use a new password and then tells its name: what
runs goes on with the old login, which stays valid until the rotation after the next, and takes the new one at its next
start. Passwords are made here and go from here to Secrets Manager only; PostgreSQL is given verifiers.
"""
import base64
import hashlib
import hmac
import json
import os
import re

import boto3

NAME = re.compile(r"^[a-z][a-z0-9_]{0,40}$")
SETTINGS = {"transaction_timeout": "5s", "idle_in_transaction_session_timeout": "3s", "lock_timeout": "3s"}
# Keycloak imports realms in one transaction.
PATIENT = {"transaction_timeout": "60s", "idle_in_transaction_session_timeout": "30s", "lock_timeout": "10s"}


class Rotation:
    def __init__(self, secrets, database, environment):
        self.secrets, self.database = secrets, database
        self.prefix = environment["PREFIX"]
        self.kafka_prefix = environment["KAFKA_PREFIX"]
        self.cluster, self.master = environment["DATABASE_ARN"], environment["MASTER_SECRET_ARN"]
        self.names = json.loads(environment["SECRETS"])
        self.generated = json.loads(environment["GENERATED"])

    def fill(self):
        """Gives every secret that has no value its first one; what has one is left alone."""
        filled = 0
        for name in self.names:
            if self.value(name) is not None:
                continue
            value = self.following(name, None)
            self.set(name, value, first=True)
            self.secrets.put_secret_value(SecretId=f"{self.prefix}/{name}", SecretString=json.dumps(value))
            filled += 1
        return {"filled": filled, "secrets": len(self.names)}

    def step(self, event):
        """One of the four steps in which Secrets Manager rotates a secret; each may come again."""
        secret, token = event["SecretId"], event["ClientRequestToken"]
        described = self.secrets.describe_secret(SecretId=secret)
        name = described["Name"].removeprefix(self.prefix + "/")
        stages = described.get("VersionIdsToStages", {}).get(token)
        if name not in self.names:
            raise ValueError(f"{described['Name']} is not rotated here.")
        if stages is None:
            raise ValueError(f"{described['Name']} has no version {token}.")
        if "AWSCURRENT" in stages:
            return
        match event["Step"]:
            case "createSecret":
                if self.value(name, "AWSPENDING", token) is None:
                    value = self.following(name, self.value(name))
                    self.secrets.put_secret_value(
                        SecretId=secret, ClientRequestToken=token, SecretString=json.dumps(value),
                        VersionStages=["AWSPENDING"])
            case "setSecret":
                self.set(name, self.value(name, "AWSPENDING", token), first=False)
            case "testSecret":
                self.test(name, self.value(name, "AWSPENDING", token))
            case "finishSecret":
                current = next((version for version, stages in described["VersionIdsToStages"].items()
                                if "AWSCURRENT" in stages), None)
                self.secrets.update_secret_version_stage(
                    SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=token,
                    **({"RemoveFromVersionId": current} if current else {}))
            case other:
                raise ValueError(f"{other} is no step of a rotation.")

    def value(self, name, stage="AWSCURRENT", token=None):
        version = {"VersionId": token} if token else {}
        try:
            answer = self.secrets.get_secret_value(SecretId=f"{self.prefix}/{name}", VersionStage=stage, **version)
        except self.secrets.exceptions.ResourceNotFoundException:
            return None
        return json.loads(answer["SecretString"]) if "SecretString" in answer else None

    def following(self, name, current):
        owner, what = name.split("/")
        if what in ("database", "kafka"):
            other = "b" if current and current["username"].endswith("_a") else "a"
            return {"username": f"{owner}_{other}", "password": self.password()}
        return {key: given or self.password() for key, given in self.generated[name].items()}

    def set(self, name, value, first):
        owner, what = name.split("/")
        if what == "database":
            if first:
                self.make_database(owner)
            self.ask(f'ALTER ROLE "{checked(value["username"])}" LOGIN PASSWORD \'{verifier(value["password"])}\'')
        elif what == "kafka":
            self.tell_kafka(value)
            if first:
                # MSK wants both logins to exist before it knows either.
                self.tell_kafka({"username": f"{owner}_b", "password": self.password()})

    def test(self, name, value):
        _, what = name.split("/")
        if what == "database":
            login = checked(value["username"])
            if not self.ask(f"SELECT 1 FROM pg_roles WHERE rolname = '{login}' AND rolcanlogin")["records"]:
                raise ValueError(f"PostgreSQL knows no login {login}.")
        elif what == "kafka":
            told = json.loads(self.secrets.get_secret_value(SecretId=self.kafka_prefix + value["username"])["SecretString"])
            if told != value:
                raise ValueError(f"Kafka was told another password for {value['username']}.")

    def tell_kafka(self, value):
        self.secrets.put_secret_value(SecretId=self.kafka_prefix + value["username"], SecretString=json.dumps(value))

    def make_database(self, owner):
        """A database, the role that owns it, and two logins that act as that role. Done again, it changes nothing."""
        owner = checked(owner)
        settings = PATIENT if owner == "keycloak" else SETTINGS
        self.make_role(owner, "NOLOGIN")
        # Who makes a role may manage it, but acts as it only when told so.
        self.ask(f'GRANT "{owner}" TO CURRENT_USER WITH INHERIT TRUE, SET TRUE')
        if not self.ask(f"SELECT 1 FROM pg_database WHERE datname = '{owner}'")["records"]:
            self.ask(f'CREATE DATABASE "{owner}" OWNER "{owner}"')
        self.ask(f'REVOKE ALL ON DATABASE "{owner}" FROM PUBLIC')
        self.ask(f'GRANT CONNECT, TEMPORARY ON DATABASE "{owner}" TO "{owner}"')
        for login in (f"{owner}_a", f"{owner}_b"):
            self.make_role(login, "LOGIN")
            self.ask(f'GRANT "{owner}" TO "{login}" WITH INHERIT TRUE, SET TRUE')
            self.ask(f"ALTER ROLE \"{login}\" SET role = '{owner}'")
            for setting, value in settings.items():
                self.ask(f"ALTER ROLE \"{login}\" SET {setting} = '{value}'")

    def make_role(self, role, may_log_in):
        if not self.ask(f"SELECT 1 FROM pg_roles WHERE rolname = '{role}'")["records"]:
            self.ask(f'CREATE ROLE "{role}" {may_log_in} NOSUPERUSER NOCREATEDB NOCREATEROLE')

    def ask(self, sql):
        return self.database.execute_statement(
            resourceArn=self.cluster, secretArn=self.master, database="postgres", sql=sql)

    def password(self):
        return self.secrets.get_random_password(PasswordLength=40, ExcludePunctuation=True)["RandomPassword"]


def checked(name):
    """The name, if it can stand in a statement."""
    if not NAME.match(name):
        raise ValueError(f"{name!r} is no name of a role: lower-case letters, digits and underscores only.")
    return name


def verifier(password, salt=None, rounds=4096):
    """What PostgreSQL keeps of a password by SCRAM-SHA-256 (RFC 5803), so that no statement holds the password itself."""
    salt = salt or os.urandom(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    served = hmac.digest(salted, b"Server Key", "sha256")
    salt, stored, served = (base64.b64encode(part).decode() for part in (salt, stored, served))
    return f"SCRAM-SHA-256${rounds}:{salt}${stored}:{served}"


def handler(event, _):
    rotation = Rotation(boto3.client("secretsmanager"), boto3.client("rds-data"), os.environ)
    return rotation.fill() if event.get("fill") else rotation.step(event)
