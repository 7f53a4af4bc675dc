"""The requests of the Reconciliation Service API: version 0.2, and the draft of 1.0."""

from typing import Any

from marshmallow import EXCLUDE, ValidationError, fields, validate, validates_schema

from schemas.fields import In, one_of
from schemas.parameters import ID_LIMIT, MENTION_LIMIT, QUERY_LIMIT, Day, Items

BATCH_LIMIT = 500
"""Most queries of one batch, and most entities of one data extension."""
CANDIDATES_LIMIT = 100
"""Most candidates or suggestions that a request may ask for."""


class OneOrMore(fields.List[Any]):
    """A list of which a single value may stand alone, counted before its items are looked at."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        values = value if isinstance(value, list) else [value]
        self._validate(values)
        return super()._deserialize(values, attr, data, **kwargs)


class PropertyValue(fields.Raw):
    """A text, a number, a truth value, or an entity, of which the id is taken."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            return value["id"]
        if not isinstance(value, str | int | float):
            raise ValidationError("A text, a number, a truth value or an object with an id.")
        return value


def _values() -> OneOrMore:
    return OneOrMore(PropertyValue(), required=True, validate=validate.Length(max=QUERY_LIMIT))


def _unused() -> fields.List[Any]:
    return fields.List(fields.String())


def _few(schema: type[In], **options: Any) -> fields.List[Any]:
    return fields.List(fields.Nested(schema), validate=validate.Length(max=QUERY_LIMIT), **options)


def _limit(**options: Any) -> fields.Integer:
    return fields.Integer(
        strict=True, validate=validate.Range(min=1, max=CANDIDATES_LIMIT), **options
    )


class PropertyIn(In):
    """A property by which a query is narrowed: its id and one or more values."""

    pid = fields.String(required=True)
    v = _values()


class QueryIn(In):
    """One reconciliation query of version 0.2."""

    query = fields.String()
    type = OneOrMore(fields.String(), validate=validate.Length(max=QUERY_LIMIT))
    limit = _limit()
    properties = _few(PropertyIn)
    type_strict = one_of(["any", "should", "all"])

    @validates_schema
    def _asks(self, data: dict[str, Any], **_: Any) -> None:
        if "query" not in data and not data.get("properties"):
            raise ValidationError("Give a query, or properties.", "query")


class ConditionIn(In):
    """One condition of a query of the draft: on the name, the id or a property."""

    matchType = one_of(["name", "id", "property"], required=True)  # noqa: N815 - the draft's name
    propertyId = fields.String()  # noqa: N815 - likewise
    propertyValue = _values()  # noqa: N815 - likewise
    required = fields.Boolean()
    matchQuantifier = one_of(["any", "all", "none"])  # noqa: N815 - likewise
    matchQualifier = fields.String()  # noqa: N815 - likewise
    lang = fields.String()
    dir = fields.String()

    @validates_schema
    def _whole(self, data: dict[str, Any], **_: Any) -> None:
        if data.get("matchType") == "property" and "propertyId" not in data:
            raise ValidationError("Needed where matchType is property.", "propertyId")


class DraftQueryIn(In):
    """One reconciliation query of the draft."""

    type = fields.String()
    limit = _limit()
    lang = fields.String()
    dir = fields.String()
    conditions = fields.List(
        fields.Nested(ConditionIn),
        required=True,
        validate=validate.Length(min=1, max=QUERY_LIMIT),
    )


class DraftBatchIn(In):
    """A batch of the draft: its queries are counted first, and looked at one by one."""

    queries = Items(fields.Raw(), required=True)


class Blankable(Day):
    """A day, for which OpenRefine sends an empty text where its user gave none."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return None if value == "" else super()._deserialize(value, attr, data, **kwargs)


class SettingsIn(In):
    """The settings of a property; an empty one is not given."""

    jurisdiction = fields.String(validate=validate.Length(max=ID_LIMIT))
    authority = fields.String(validate=validate.Length(max=ID_LIMIT))
    as_of = Blankable()
    show = one_of(["verdict", "sentence"])


class ExtendPropertyIn(In):
    """A property to fetch."""

    class Meta:
        """Read past what else a client sends with a property, such as its name."""

        unknown = EXCLUDE

    id = fields.String(required=True)
    settings = fields.Nested(SettingsIn)


class ExtendIn(In):
    """A data extension query."""

    ids = fields.List(fields.String(), required=True)
    properties = _few(ExtendPropertyIn, required=True)


class ReconcileQuery(In):
    """``/reconcile``: a batch, a data extension, or nothing, for the manifest."""

    queries = fields.String()
    extend = fields.String()
    timeout = _unused()  # sent by the specification's own test bench
    callback = fields.String(
        validate=validate.Length(max=0, error="JSONP is not offered here: CORS is, for any origin.")
    )

    @validates_schema
    def _one(self, data: dict[str, Any], **_: Any) -> None:
        if "queries" in data and "extend" in data:
            raise ValidationError("Give queries or extend, not both.", "extend")


class ProposeQuery(In):
    """``/reconcile/extend/propose``."""

    type = fields.String()
    limit = fields.Integer(validate=validate.Range(min=1, max=CANDIDATES_LIMIT))
    callback = ReconcileQuery._declared_fields["callback"]


class SuggestQuery(ProposeQuery):
    """``/reconcile/suggest/...``: the parameters of the API, and those that OpenRefine adds."""

    prefix = fields.String(required=True, validate=validate.Length(max=MENTION_LIMIT))
    cursor = fields.Integer(validate=validate.Range(min=0))
    offset = fields.Integer(validate=validate.Range(min=0))
    type_strict = fields.String()
    # of Freebase's search, which OpenRefine's input sends still: they choose nothing here
    spell = exact = scoring = prefixed = stemmed = lang = _unused()
    filter = key = format = mql_output = output = schema = _unused()


class EntityQuery(In):
    """``/reconcile/preview``."""

    id = fields.String(required=True, validate=validate.Length(min=1, max=MENTION_LIMIT))
