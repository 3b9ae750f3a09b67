#!/usr/bin/env python3
"""terraform/topics, whose script for the pod is run with Kafka's own tools against a real broker.

Usage: test_topics.py DIRECTORY, of Kafka's jars, kafka-tools among them.
"""
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
JARS = pathlib.Path(sys.argv.pop(1))
PATH = pathlib.Path(__file__).parents[2] / "terraform/topics"
loader = importlib.machinery.SourceFileLoader("topics", str(PATH))
topics = importlib.util.module_from_spec(importlib.util.spec_from_loader("topics", loader))
loader.exec_module(topics)

TWO = {"order.events": {"partitions": 6, "retention_ms": 604800000}, "order.commands": {"partitions": 3, "retention_ms": 86400000}}
JAVA = [os.environ.get("JAVA_HOME", "") + "/bin/java" if os.environ.get("JAVA_HOME") else "java", "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m", "-cp", f"{JARS}/*"]
TOOLS = {"kafka-topics": "org.apache.kafka.tools.TopicCommand", "kafka-configs": "kafka.admin.ConfigCommand"}


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


class TopicsTest(unittest.TestCase):
    """The tests go from one to the next, by name: what one has made, the next finds."""

    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp())
        for tool, main in TOOLS.items():
            wrapper = cls.directory / f"{tool}.sh"
            wrapper.write_text(f'#!/bin/sh\nexec {" ".join(JAVA[:-1])} "{JAVA[-1]}" {main} "$@"\n')
            wrapper.chmod(0o755)
        client, controller = free_port(), free_port()
        cls.servers = f"127.0.0.1:{client}"
        settings = cls.directory / "server.properties"
        settings.write_text("\n".join([
            "process.roles=broker,controller", "node.id=1", f"controller.quorum.voters=1@127.0.0.1:{controller}",
            f"listeners=PLAINTEXT://127.0.0.1:{client},CONTROLLER://127.0.0.1:{controller}",
            "controller.listener.names=CONTROLLER", "auto.create.topics.enable=false",
            "offsets.topic.replication.factor=1", f"log.dirs={cls.directory}/log", ""]))
        subprocess.run([*JAVA, "kafka.tools.StorageTool", "format", "-t", "YWxsaW5vbmUtc2hvcC0wMQ", "-c", settings],
                       check=True, capture_output=True)
        cls.broker = subprocess.Popen([*JAVA, "kafka.Kafka", settings], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", client), timeout=1).close()
                break
            except OSError:
                time.sleep(0.2)

    @classmethod
    def tearDownClass(cls):
        cls.broker.terminate()
        cls.broker.wait(30)
        shutil.rmtree(cls.directory)

    def pod(self, wanted, anew=False):
        script = topics.script(wanted, self.servers, "security.protocol=PLAINTEXT", anew, tools=str(self.directory))
        done = subprocess.run(["bash", "-s"], input=script, text=True, capture_output=True)
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout

    def test_1_makes_them_as_the_file_says(self):
        answer = self.pod(TWO)
        self.assertEqual(2, answer.count("Created topic"))
        self.assertEqual([], list(topics.differences(TWO, answer)))

    def test_2_the_same_again_changes_nothing(self):
        answer = self.pod(TWO)
        self.assertNotIn("Created topic", answer)
        self.assertNotIn("Completed updating", answer)
        self.assertEqual([], list(topics.differences(TWO, answer)))

    def test_3_has_records_kept_for_another_time(self):
        longer = TWO | {"order.commands": {"partitions": 3, "retention_ms": 172800000}}
        answer = self.pod(longer)
        self.assertEqual(1, answer.count("Completed updating"))
        self.assertEqual([], list(topics.differences(longer, answer)))
        self.assertEqual(["order.commands keeps its records for another time than 86400000 ms."],
                         list(topics.differences(TWO, answer)))

    def test_4_leaves_another_number_of_partitions_and_says_so(self):
        more = TWO | {"order.events": {"partitions": 12, "retention_ms": 604800000}}
        self.assertRegex(next(topics.differences(more, self.pod(more))), "order.events has 6 partitions instead of 12")

    def test_5_anew_leaves_nothing_of_before(self):
        one = {"payment.events": {"partitions": 1, "retention_ms": 86400000}}
        answer = self.pod(one, anew=True)
        self.assertNotIn("Topic: order", answer)
        self.assertEqual([], list(topics.differences(one, answer)))
        self.assertEqual(["order.commands was not made.", "order.events was not made."], list(topics.differences(TWO, answer)))

    def test_6_asks_the_right_cluster_and_says_no_password(self):
        asked = []

        def run(arguments, said=None):
            asked.append((" ".join(map(str, arguments)), said))
            if "topics" == arguments[-1]:
                return json.dumps({"order.events": TWO["order.events"]})
            if "values" == arguments[-1]:
                return json.dumps({"staging": {"kafkaBootstrapServers": "b-1:9096"}, "dev": {"kafkaBootstrapServers": "no"}})
            if "get-secret-value" in arguments:
                return json.dumps({"SecretString": json.dumps({"username": "order_a", "password": "hush"})})
            return "Topic: order.events\tTopicId: x\tPartitionCount: 6\tReplicationFactor: 3\tConfigs: retention.ms=604800000\n"

        topics.make("staging", "eu-central-1", False, run)
        lines = [line for line, _ in asked]
        self.assertTrue(any("--context allinone-dev" in line for line in lines))
        self.assertTrue(any("--secret-id allinone/staging/order/kafka" in line for line in lines))
        self.assertFalse(any("hush" in line for line in lines))
        self.assertIn('username="order_a" password="hush"', asked[-1][1])
        self.assertIn("b-1:9096", asked[-1][1])

    def test_7_forgets_nothing_unless_told_twice(self):
        sys.argv = ["topics", "prod", "--anew"]
        with self.assertRaisesRegex(SystemExit, "loses every record of prod"):
            topics.main()


if __name__ == "__main__":
    unittest.main(failfast=True)
