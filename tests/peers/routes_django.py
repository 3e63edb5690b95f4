"""Asks Django what it does with each request of a table: routes and requests in, answers out (JSON)."""
import json
import sys
import types

import django
from django.conf import settings

table = json.load(sys.stdin)
urls = types.ModuleType("urls")
urls.urlpatterns = []
sys.modules["urls"] = urls
settings.configure(DEBUG=table.get("debug", False), ROOT_URLCONF="urls", ALLOWED_HOSTS=["*"],
                   SECRET_KEY="x", MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
                   LOGGING_CONFIG=None)
django.setup()

from django.http import JsonResponse
from django.test import Client
from django.urls import path, re_path
from django.views import View
from django.views.decorators.http import require_http_methods


def answer_of(index, args, kwargs):
    parameters = {k: v if isinstance(v, int) else str(v) for k, v in kwargs.items()}
    parameters.update({str(i): v for i, v in enumerate(args)})
    return JsonResponse({"route": index, "parameters": parameters})


def make_view(index, route):
    def view(request, *args, **kwargs):
        return answer_of(index, args, kwargs)

    if route.get("view") == "class":
        members = {name.lower(): lambda self, request, *a, **k: answer_of(index, a, k)
                   for name in route["methods"]}
        return type("V", (View,), members).as_view()
    return require_http_methods(route["methods"])(view) if route["methods"] else view


for index, route in enumerate(table["routes"]):
    make = re_path if route.get("syntax") == "regex" else path
    urls.urlpatterns.append(make(route["path"], make_view(index, route)))

answers = []
client = Client(raise_request_exception=False)
for method, address in table["requests"]:
    response = client.generic(method, address)
    answer = {"status": response.status_code}
    if response.status_code == 200 and method != "HEAD" and response.content:
        answer.update(json.loads(response.content))
    if response.status_code == 301:
        answer["location"] = response["Location"]
    if "Allow" in response:
        answer["allow"] = response["Allow"].split(", ")
    answers.append(answer)
json.dump(answers, sys.stdout)
