"""Plays scenarios as in tests/data/tasks/rabbitmq_scenarios.json with a RabbitMQ of its own, which
listens on loopback only. Reads them as JSON and writes {"version": ..., "scenarios": {name: [lines]}}.
Needs Debian's rabbitmq-server and python3-pika.
"""
import concurrent.futures
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

try:
    import pika
except ImportError:
    sys.exit("pika is not installed: apt install python3-pika")

SETTLE = 0.12  # seconds in which the broker delivers what it can
SERVER = "/usr/lib/rabbitmq/bin/rabbitmq-server"  # the script itself: its wrapper wants its own user


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_server(folder, port):
    environment = dict(
        os.environ, HOME=folder, RABBITMQ_NODENAME=f"roundtrip{port}@localhost", RABBITMQ_NODE_IP_ADDRESS="127.0.0.1",
        RABBITMQ_NODE_PORT=str(port), RABBITMQ_DIST_PORT=str(free_port()), ERL_EPMD_ADDRESS="127.0.0.1",
        ERL_EPMD_PORT=str(free_port()), RABBITMQ_MNESIA_BASE=folder + "/data", RABBITMQ_LOG_BASE=folder + "/log",
        RABBITMQ_ENABLED_PLUGINS_FILE=folder + "/plugins", RABBITMQ_PID_FILE=folder + "/pid",
        RABBITMQ_CONF_ENV_FILE="/dev/null", RABBITMQ_CONFIG_FILE=folder + "/none")
    server = subprocess.Popen([SERVER], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              start_new_session=True)
    return server, environment


def connect(port, patience=0.0):
    until = time.monotonic() + patience
    while True:
        try:
            return pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", port))
        except pika.exceptions.AMQPError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.3)


class Players:
    """Each name of a scenario is a connection with one channel; its queues have a prefix of their own."""

    def __init__(self, port, prefix):
        self.port = port
        self.prefix = prefix
        self.publisher = connect(port)
        self.channel = self.publisher.channel()
        self.channel.confirm_delivery()
        self.connections = {}
        self.channels = {}
        self.consumers = {}
        self.tags = {}
        self.received = []

    def play(self, scenario):
        lines = []
        for queue, arguments in scenario["queues"].items():
            if "x-dead-letter-routing-key" in arguments:
                arguments["x-dead-letter-routing-key"] = self.prefix + arguments["x-dead-letter-routing-key"]
            self.channel.queue_declare(self.prefix + queue, durable=True, arguments=arguments)
        for step in scenario["steps"]:
            result = self.step(*step)
            self.settle()
            lines.append(json.dumps(step) + (" -> " + result if result else ""))
            lines += ["  " + line for line in sorted(self.received, key=lambda line: line.split()[0])]
            self.received = []
        for name in list(self.connections):
            self.close(name)
        self.publisher.close()
        return lines

    def settle(self, span=SETTLE):
        until = time.monotonic() + span
        while time.monotonic() < until:
            for connection in [self.publisher, *self.connections.values()]:
                if connection.is_open:
                    connection.process_data_events(time_limit=0.01)

    def of(self, name):
        if name not in self.channels:
            self.connections[name] = connect(self.port)
            self.channels[name] = self.connections[name].channel()
        return self.channels[name]

    def take(self, name, method, properties, body):
        text = body.decode()
        self.tags[name, text] = method.delivery_tag
        again = ", again" if method.redelivered else ""
        self.received.append(f"{name} gets {text}, tag {method.delivery_tag}{again}{self.deaths_of(properties)}")

    def deaths_of(self, properties):
        deaths = (properties.headers or {}).get("x-death", [])
        return "".join(f", {death['reason']} in {death['queue'].removeprefix(self.prefix)} x{death['count']}"
                       for death in deaths)

    def step(self, what, *rest):
        return getattr(self, what.replace("-", "_"))(*rest)

    def publish(self, queue, body, settings=None):
        settings = settings or {}
        properties = pika.BasicProperties(delivery_mode=2, priority=settings.get("priority"),
                                          expiration=settings.get("expiration"))
        try:
            self.channel.basic_publish("", self.prefix + queue, body.encode(), properties)
            return "confirmed"
        except pika.exceptions.NackError:
            return "refused"

    def consume(self, name, queue, prefetch, auto=False):
        channel = self.of(name)
        channel.basic_qos(prefetch_count=prefetch)
        self.consumers[name] = channel.basic_consume(
            self.prefix + queue, lambda _, method, properties, body: self.take(name, method, properties, body), auto_ack=auto)

    def consume_auto(self, name, queue, prefetch):
        self.consume(name, queue, prefetch, True)

    def cancel(self, name):
        self.of(name).basic_cancel(self.consumers[name])

    def get(self, queue, name):
        method, properties, body = self.of(name).basic_get(self.prefix + queue)
        if method is None:
            return "nothing"
        self.take(name, method, properties, body)
        return None

    def ack(self, name, body):
        self.of(name).basic_ack(self.tags[name, body])

    def ack_multiple(self, name, body):
        self.of(name).basic_ack(self.tags[name, body], multiple=True)

    def ack_tag(self, name, tag):
        self.of(name).basic_ack(tag)
        try:
            self.connections[name].process_data_events(time_limit=0.2)
            return "accepted" if self.of(name).is_open else "channel closed"
        except pika.exceptions.ChannelClosedByBroker as closed:
            return f"channel closed {closed.reply_code}"

    def nack(self, name, body, requeue):
        self.of(name).basic_nack(self.tags[name, body], requeue=requeue)

    def nack_multiple(self, name, body, requeue):
        self.of(name).basic_nack(self.tags[name, body], multiple=True, requeue=requeue)

    def reject(self, name, body, requeue):
        self.of(name).basic_reject(self.tags[name, body], requeue=requeue)

    def close(self, name):
        del self.channels[name]
        self.connections.pop(name).close()

    def count(self, queue):
        counted = self.channel.queue_declare(self.prefix + queue, passive=True).method
        return f"{counted.message_count} ready"

    def wait(self, milliseconds):
        self.settle(milliseconds / 1000)


def main():
    if not os.path.exists(SERVER):
        sys.exit("RabbitMQ is not installed: apt install rabbitmq-server")
    scenarios = json.load(sys.stdin)
    folder = tempfile.mkdtemp(prefix="roundtrip-rabbitmq-")
    port = free_port()
    server, environment = start_server(folder, port)
    try:
        connection = connect(port, patience=40)
        version = connection._impl.server_properties["version"]
        connection.close()
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            played = pool.map(lambda numbered: Players(port, f"{numbered[0]}-").play(numbered[1]),
                              enumerate(scenarios))
            lines = {scenario["name"]: one for scenario, one in zip(scenarios, played)}
        json.dump({"version": version, "scenarios": lines}, sys.stdout, indent=1, ensure_ascii=False)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
        subprocess.run(["epmd", "-kill"], env=environment, check=False, stdout=subprocess.DEVNULL)
        shutil.rmtree(folder, ignore_errors=True)


main()
