"""Asks a redis-server what redis-cli shows for each command.

Reads [{"name", "steps": [{"at", "command"}]}] and writes, for each script, the list of replies.
"at" is in milliseconds since the script began. The server listens on a socket file only."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time


def wait_for(socket):
    for _ in range(200):
        if ask(socket, ["PING"]) == "PONG":
            return
        time.sleep(0.02)
    sys.exit("redis-server does not answer")


def ask(socket, command):
    done = subprocess.run(["redis-cli", "--no-raw", "-s", socket, *command],
                          capture_output=True, text=True)
    return done.stdout.removesuffix("\n")


def play(socket, script):
    ask(socket, ["FLUSHALL"])
    began = time.monotonic()
    replies = []
    for step in script["steps"]:
        wait = step.get("at", 0) / 1000 - (time.monotonic() - began)
        if wait > 0:
            time.sleep(wait)
        replies.append(ask(socket, step["command"]).rstrip("\n"))
    return replies


def main():
    if not shutil.which("redis-server") or not shutil.which("redis-cli"):
        sys.exit("redis-server is not installed")
    scripts = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        socket = os.path.join(folder, "redis.sock")
        server = subprocess.Popen(["redis-server", "--port", "0", "--unixsocket", socket,
                                   "--save", "", "--dir", folder],
                                  stdout=subprocess.DEVNULL)
        try:
            wait_for(socket)
            json.dump([play(socket, script) for script in scripts], sys.stdout)
        finally:
            server.terminate()
            server.wait()


main()
