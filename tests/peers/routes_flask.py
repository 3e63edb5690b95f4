"""Asks Flask what it does with each request of a table: routes and requests in, answers out (JSON)."""
import json
import sys
from urllib.parse import urlsplit

from flask import Flask, jsonify

table = json.load(sys.stdin)
app = Flask(__name__, static_folder=None)
for index, route in enumerate(table["routes"]):
    options = {"strict_slashes": route.get("strictSlashes", True)}
    if route["methods"]:
        options["methods"] = route["methods"]

    def view(_index=index, **parameters):
        return jsonify({"route": _index, "parameters": {k: v if isinstance(v, (int, float)) else str(v)
                                                        for k, v in parameters.items()}})

    app.add_url_rule(route["path"], str(index), view, **options)

answers = []
client = app.test_client()
for method, path in table["requests"]:
    response = client.open(path, method=method)
    answer = {"status": response.status_code}
    if response.status_code == 200 and method != "HEAD" and response.is_json:
        answer.update(json.loads(response.data))
    if response.status_code == 308:
        answer["location"] = urlsplit(response.headers["Location"])._replace(scheme="", netloc="").geturl()
    if response.status_code == 405 or (method == "OPTIONS" and "Allow" in response.headers):
        answer["allow"] = sorted(response.headers["Allow"].split(", "))
    answers.append(answer)
json.dump(answers, sys.stdout)
