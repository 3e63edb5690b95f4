"""Asks Django's engine what it makes of each template: sources and contexts in, pages out (JSON)."""
import json
import sys

import django
from django.conf import settings

settings.configure(LOGGING_CONFIG=None)
django.setup()

from django.template import Context, Engine

answers = []
for case in json.loads(json.dumps(json.load(sys.stdin), sort_keys=True))["cases"]:
    loaders = [("django.template.loaders.locmem.Loader", case.get("templates", {}))]
    try:
        template = Engine(loaders=loaders).from_string(case["source"])
        answers.append({"page": template.render(Context(case.get("context", {})))})
    except Exception:
        answers.append({"error": True})
json.dump(answers, sys.stdout)
