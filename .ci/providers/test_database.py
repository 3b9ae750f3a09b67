#!/usr/bin/env python3
"""What rotation.py makes in PostgreSQL, in a real one: the directory of its programs is the argument.

The master may make roles and databases and is no superuser, as in Aurora. Aurora has PostgreSQL 17; what is used here is
the same in 18.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "terraform/modules/secrets"))
os.environ |= {"AWS_DEFAULT_REGION": "eu-central-1"}

import pg8000.native  # noqa: E402

import rotation  # noqa: E402

PROGRAMS = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else "").resolve()
PORT = 15998
ENVIRONMENT = {"PREFIX": "p", "KAFKA_PREFIX": "k", "DATABASE_ARN": "d", "MASTER_SECRET_ARN": "m", "SECRETS": "[]",
               "GENERATED": "{}"}


def run(program, *arguments):
    """PostgreSQL refuses to be root's."""
    as_nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run([*as_nobody, program, *arguments], check=True, stdout=subprocess.DEVNULL, timeout=60)


class DatabaseTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.home)
        if os.geteuid() == 0:
            os.chown(cls.home, 65534, 65534)
        # Where the programs are kept, nobody may be shut out.
        shutil.copytree(PROGRAMS.parent, f"{cls.home}/postgresql", symlinks=True)
        programs, data = f"{cls.home}/postgresql/bin", f"{cls.home}/data"
        run(f"{programs}/initdb", "-D", data, "-U", "super", "--auth-host=scram-sha-256", "--auth-local=trust", "--no-instructions")
        run(f"{programs}/pg_ctl", "-D", data, "-o", f"-p {PORT} -k {cls.home}", "-l", f"{cls.home}/log", "-w", "start")
        cls.addClassCleanup(run, f"{programs}/pg_ctl", "-D", data, "-m", "immediate", "stop")
        socket = f"{cls.home}/.s.PGSQL.{PORT}"
        with pg8000.native.Connection("super", unix_sock=socket, database="postgres") as connection:
            connection.run("CREATE ROLE master LOGIN CREATEDB CREATEROLE")
        cls.master = pg8000.native.Connection("master", unix_sock=socket, database="postgres")
        cls.addClassCleanup(cls.master.close)
        made = rotation.Rotation(None, cls(), ENVIRONMENT)
        for owner in ("order", "payment", "keycloak"):
            made.set(f"{owner}/database", {"username": f"{owner}_a", "password": f"a-{owner}"}, first=True)
            made.make_database(owner)
            made.set(f"{owner}/database", {"username": f"{owner}_b", "password": f"b-{owner}"}, first=False)
            made.test(f"{owner}/database", {"username": f"{owner}_b"})

    def execute_statement(self, sql, **_):
        return {"records": self.master.run(sql)}

    def log_in(self, login, password, database):
        connection = pg8000.native.Connection(login, host="127.0.0.1", port=PORT, database=database, password=password)
        self.addCleanup(connection.close)
        return connection

    def test_both_logins_act_as_the_owner_within_bounds(self):
        for login in ("a", "b"):
            connection = self.log_in(f"order_{login}", f"{login}-order", "order")
            self.assertEqual(connection.run(
                "SELECT current_user, session_user, current_setting('transaction_timeout'), "
                "current_setting('idle_in_transaction_session_timeout'), current_setting('lock_timeout')"),
                [["order", f"order_{login}", "5s", "3s", "3s"]])

    def test_what_one_login_makes_the_other_may_change(self):
        self.log_in("order_a", "a-order", "order").run("CREATE TABLE shelf (sku text)")
        self.log_in("order_b", "b-order", "order").run("ALTER TABLE shelf ADD units int")

    def test_nobody_gets_into_the_database_of_another(self):
        with self.assertRaisesRegex(pg8000.Error, "permission denied for database"):
            self.log_in("order_a", "a-order", "payment")

    def test_a_wrong_password_is_refused(self):
        with self.assertRaisesRegex(pg8000.Error, "password authentication failed"):
            self.log_in("order_a", "b-order", "order")

    def test_the_owner_itself_cannot_log_in(self):
        with self.assertRaises(pg8000.Error):
            self.log_in("order", "a-order", "order")

    def test_keycloak_has_more_time(self):
        self.assertEqual(self.log_in("keycloak_a", "a-keycloak", "keycloak").run("SHOW transaction_timeout"), [["1min"]])


if __name__ == "__main__":
    unittest.main()
