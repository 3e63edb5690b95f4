"""Plays the isolation scenarios on a real PostgreSQL or MariaDB and prints what each step gave.

usage: isolation_peer.py postgresql|mysql SCENARIOS.json DSN
A DSN is "host=... port=... user=... dbname=..." for either. Prints {scenario: {level: [line]}}.
"""

import json
import queue
import sys
import threading

LEVELS = ["READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"]
PATIENCE = 0.35  # seconds after which a statement counts as waiting


def connect(product, dsn):
    if product == "postgresql":
        import psycopg2

        connection = psycopg2.connect(dsn)
        connection.autocommit = True  # transactions are begun and ended by statements
        return connection
    import pymysql

    parts = dict(part.split("=", 1) for part in dsn.split())
    return pymysql.connect(
        unix_socket=parts["host"], user=parts["user"], database=parts["dbname"], autocommit=True,
        client_flag=pymysql.constants.CLIENT.FOUND_ROWS
    )


def kind_of(error):
    text = str(error)
    for word, kind in [
        ("deadlock", "deadlock"), ("Deadlock", "deadlock"),
        ("concurrent update", "row changed"), ("concurrent delete", "row changed"),
        ("dependencies", "dependency"), ("duplicate", "unique"), ("Duplicate", "unique"),
        ("aborted", "aborted"), ("timeout", "timeout"),
    ]:
        if word in text:
            return kind
    return text


class Session(threading.Thread):
    def __init__(self, product, dsn, level):
        super().__init__(daemon=True)
        self.connection = connect(product, dsn)
        self.todo, self.done, self.busy = queue.Queue(), queue.Queue(), False
        cursor = self.connection.cursor()
        if product == "postgresql":
            cursor.execute("SET deadlock_timeout = '100ms'")
            cursor.execute("BEGIN ISOLATION LEVEL " + level)
        else:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL " + level)
            cursor.execute("BEGIN")
        self.start()

    def run(self):
        cursor = self.connection.cursor()
        while (sql := self.todo.get()) is not None:
            try:
                cursor.execute(sql)
                if cursor.description:
                    self.done.put(" ".join(f"{row[0]}={row[1]}" for row in cursor.fetchall()) or "no rows")
                elif sql in ("COMMIT", "ROLLBACK"):
                    status = getattr(cursor, "statusmessage", sql)
                    self.done.put("fails: aborted" if status != sql else "done")
                else:
                    self.done.put(f"{cursor.rowcount} changed")
            except Exception as error:
                self.done.put("fails: " + kind_of(error))

    def answer(self, patience):
        try:
            answer = self.done.get(timeout=patience)
            self.busy = False
            return answer
        except queue.Empty:
            return None


def play(product, dsn, scenario, level):
    setup = connect(product, dsn).cursor()
    setup.execute("DROP TABLE IF EXISTS test")
    setup.execute("CREATE TABLE test (id INT PRIMARY KEY, value INT)")
    setup.execute("INSERT INTO test (id, value) VALUES (1, 10), (2, 20)")
    sessions, lines = {}, []
    for number, sql in scenario["steps"]:
        if number not in sessions:
            sessions[number] = Session(product, dsn, level)
        session = sessions[number]
        if session.busy:
            lines.append(f"{number} busy")
            continue
        session.busy = True
        session.todo.put(sql)
        answer = session.answer(PATIENCE)
        lines.append(f"{number} {answer or 'waits'}")
        resumed = []
        for other in sorted(sessions):
            if sessions[other].busy and (other != number or answer is None):
                later = sessions[other].answer(0.15)
                if later is not None:
                    resumed.append(f"{other} then {later}")
        lines += resumed
    for session in sessions.values():
        session.todo.put(None)
        session.join(timeout=1)
        session.connection.close()
    final = connect(product, dsn).cursor()
    final.execute("SELECT id, value FROM test ORDER BY id")
    lines.append("end " + " ".join(f"{row[0]}={row[1]}" for row in final.fetchall()))
    return lines


def main():
    product, path, dsn = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        scenarios = json.load(file)
    print(json.dumps(
        {s["name"]: {level: play(product, dsn, s, level) for level in LEVELS} for s in scenarios}, indent=1))


main()
