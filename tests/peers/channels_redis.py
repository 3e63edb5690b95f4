"""Asks a redis-server who receives what when several clients publish and subscribe.

Reads [{"name", "steps": [{"client", "command"}]}] and writes, for each script and step, what each
client received since the step before: {"client": [message, ...]}. A text is a JSON text, nil is
null, a status {"status"}, an error {"error"}. The server listens on a socket file only."""

import json
import os
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import time

QUIET = 0.03  # seconds without a byte: all has arrived


class Client:
    """One connection that speaks RESP2."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.bytes = b""

    def send(self, words):
        parts = [f"*{len(words)}\r\n".encode()]
        for word in words:
            data = word.encode()
            parts.append(b"$%d\r\n%s\r\n" % (len(data), data))
        self.socket.sendall(b"".join(parts))

    def messages(self):
        found = []
        while self.bytes:
            found.append(self.take())
        return found

    def line(self):
        line, self.bytes = self.bytes.split(b"\r\n", 1)
        return line.decode()

    def take(self):
        line = self.line()
        sign, rest = line[0], line[1:]
        if sign == "+":
            return {"status": rest}
        if sign == "-":
            return {"error": rest}
        if sign == ":":
            return int(rest)
        if sign == "*":
            return [self.take() for _ in range(int(rest))]
        if rest == "-1":
            return None
        text = self.bytes[:int(rest)].decode()
        self.bytes = self.bytes[int(rest) + 2:]
        return text


def connect(path):
    for _ in range(200):
        try:
            return Client(path)
        except OSError:
            time.sleep(0.02)
    sys.exit("redis-server does not answer")


def listen(clients):
    by_socket = {client.socket: client for client in clients.values()}
    while True:
        ready, _, _ = select.select(list(by_socket), [], [], QUIET)
        if not ready:
            return
        for one in ready:
            by_socket[one].bytes += one.recv(65536)


def play(path, script):
    clients = {step["client"]: None for step in script["steps"]}
    for name in clients:
        clients[name] = connect(path)
    received = []
    for step in script["steps"]:
        clients[step["client"]].send(step["command"])
        listen(clients)
        got = {name: client.messages() for name, client in clients.items()}
        received.append({name: messages for name, messages in got.items() if messages})
    for client in clients.values():
        client.socket.close()
    return received


def main():
    if not shutil.which("redis-server"):
        sys.exit("redis-server is not installed")
    scripts = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "redis.sock")
        server = subprocess.Popen(["redis-server", "--port", "0", "--unixsocket", path,
                                   "--save", "", "--dir", folder],
                                  stdout=subprocess.DEVNULL)
        try:
            json.dump([play(path, script) for script in scripts], sys.stdout)
        finally:
            server.terminate()
            server.wait()


main()
