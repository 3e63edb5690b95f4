"""Runs query expressions on Django's ORM: what it answers, and how many statements it took.

Usage: django_orm.py SCHEMA.json ROWS.sql < EXPRESSIONS.json > ANSWERS.json
The expressions are a list of texts; each starts from the same rows. An answer is
{"result": ..., "queries": n, "joins": [...]} or {"error": the exception's name}.
"""
import copy
import decimal
import json
import re
import sys
import types

import django
from django.conf import settings

# Ways back are known of installed applications only.
APP = types.ModuleType("app")
APP.__path__ = ["app"]
sys.modules["app"] = APP
settings.configure(
    INSTALLED_APPS=["app"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    USE_TZ=False,
)
django.setup()

from django.db import connection, models, transaction  # noqa: E402
from django.db.models import Avg, Count, F, Max, Min, Q, Sum, Value  # noqa: E402
from django.db.models.query import QuerySet  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

ON_DELETE = {"cascade": models.CASCADE, "protect": models.PROTECT, "set_null": models.SET_NULL}


def make_field(spec):
    options = {name: spec[name] for name in ("null", "unique", "default") if name in spec}
    if spec.get("index"):
        options["db_index"] = True
    kind = spec["type"]
    if kind == "text" and "max_length" in spec:
        return models.CharField(max_length=spec["max_length"], **options)
    if kind == "decimal":
        return models.DecimalField(
            max_digits=spec.get("max_digits", 10), decimal_places=spec.get("decimal_places", 2), **options)
    plain = {"integer": models.IntegerField, "big_integer": models.BigIntegerField, "text": models.TextField,
             "boolean": models.BooleanField, "real": models.FloatField, "date_time": models.DateTimeField}
    if kind in plain:
        return plain[kind](**options)
    if "related_name" in spec:
        options["related_name"] = spec["related_name"]
    target = "self" if spec["to"] == spec["model"] else "app." + spec["to"]
    if kind == "many_to_many":
        if target == "self":
            options["symmetrical"] = False
        return models.ManyToManyField(target, **options)
    options["on_delete"] = ON_DELETE[spec.get("on_delete", "cascade")]
    relation = models.OneToOneField if kind == "one_to_one" else models.ForeignKey
    return relation(target, **options)


def make_models(schema):
    made = {}
    for spec in schema["models"]:
        attributes = {"__module__": "app", "Meta": type("Meta", (), {"app_label": "app"})}
        for field in spec["fields"]:
            attributes[field["name"]] = make_field({**field, "model": spec["name"]})
        made[spec["name"]] = type(spec["name"], (models.Model,), attributes)
    with connection.schema_editor() as editor:
        for model in made.values():
            editor.create_model(model)
    return made


def plain(value):
    if isinstance(value, models.Model):
        return plain_object(value, {})
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if isinstance(value, decimal.Decimal) or hasattr(value, "isoformat"):
        return str(value)
    return value


def plain_object(instance, related):
    """The columns, the annotations, and those relations that were asked for, without a new query."""
    columns = {}
    for field in instance._meta.concrete_fields:
        columns[field.attname] = plain(field.to_python(getattr(instance, field.attname)))
    for name, value in vars(instance).items():
        if not name.startswith("_") and name not in columns:
            columns[name] = plain(value)
    for name, inner in related.items():
        try:
            value = getattr(instance, name)
        except models.ObjectDoesNotExist:
            value = None
        if hasattr(value, "all"):
            columns[name] = [plain_object(one, inner) for one in value.all()]
        else:
            columns[name] = None if value is None else plain_object(value, inner)
    return columns


def tree(paths):
    root = {}
    for path in paths:
        node = root
        for part in path.split("__"):
            node = node.setdefault(part, {})
    return root


def every_relation(model):
    relations = [field for field in model._meta.fields if field.is_relation and not field.null]
    return {field.name: every_relation(field.related_model) for field in relations}


def fetched_with(queryset):
    wanted = queryset.query.select_related
    merged = every_relation(queryset.model) if wanted is True else copy.deepcopy(wanted or {})

    def merge(into, other):
        for name, inner in other.items():
            merge(into.setdefault(name, {}), inner)
    merge(merged, tree(queryset._prefetch_related_lookups))
    return merged


LAST = {}


def remember(method):
    def remembering(self, *args, **kwargs):
        LAST["related"] = fetched_with(self)
        return method(self, *args, **kwargs)
    return remembering


for method_name in ("get", "first", "last", "__getitem__"):
    setattr(QuerySet, method_name, remember(getattr(QuerySet, method_name)))


def evaluate(expression, names):
    LAST.clear()
    value = eval(expression, dict(names))
    if isinstance(value, QuerySet):
        if issubclass(value._iterable_class, django.db.models.query.ModelIterable):
            related = fetched_with(value)
            value = [plain_object(one, related) for one in value]
        else:
            value = list(value)
    elif isinstance(value, models.Model):
        value = plain_object(value, LAST.get("related", {}))
    return plain(value)


def answer(expression, names):
    counted = re.compile(r"^(SELECT|INSERT|UPDATE|DELETE)")
    with CaptureQueriesContext(connection) as context:
        try:
            value = evaluate(expression, names)
        except Exception as error:  # every kind is an answer
            return {"error": type(error).__name__, "words": str(error)}
    sent = [query["sql"] for query in context.captured_queries if counted.match(query["sql"])]
    joins = [" ".join(re.findall(r"(INNER|LEFT OUTER) JOIN", sql)) for sql in sent]
    return {"result": value, "queries": len(sent), "joins": joins, "sql": sent}


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    names = make_models(schema)
    with connection.connection as raw:
        raw.executescript(open(sys.argv[2], encoding="utf-8").read())
    names.update({"Avg": Avg, "Count": Count, "F": F, "Max": Max, "Min": Min, "Q": Q, "Sum": Sum, "Value": Value})
    answers = []
    for expression in json.load(sys.stdin):
        with transaction.atomic():
            answers.append(answer(expression, names))
            transaction.set_rollback(True)
    json.dump(answers, sys.stdout)


main()
