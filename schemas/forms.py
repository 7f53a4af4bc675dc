"""The parameters of the pages and their forms; a blank counts as not given."""

from marshmallow import fields, validate

from schemas.fields import In, member_of, one_of
from schemas.parameters import ID_LIMIT, Day
from service.model.enums import ValueKind

_AUTHORITIES = 100
_TYPED = 1_000
CONCEPTS_LIMIT = 8
"""Most concepts by which the form classifies at once."""


def _id() -> fields.String:
    return fields.String(validate=validate.Length(min=1, max=ID_LIMIT))


def _flag() -> fields.String:
    return one_of(["true"])


class ViewQuery(In):
    """The selection of editions for a page."""

    authority = fields.List(_id(), validate=validate.Length(max=_AUTHORITIES))
    official = _flag()
    as_of = Day()


class ElementPageQuery(ViewQuery):
    """``/elements/{symbol}``."""

    concept = _id()


class TableQuery(ViewQuery):
    """``/``."""

    concept = _id()
    disputed = _flag()
    left = _id()
    right = _id()


class ListsQuery(ViewQuery):
    """``/lists``."""

    concept = _id()
    kind = one_of(["element", "material"])
    sort = _id()


class OverTimeQuery(In):
    """``/lists/over-time.svg``."""

    concept = _id()
    kind = one_of(["element", "material"])
    official = _flag()


class DisagreementsPageQuery(ViewQuery):
    """``/disagreements``."""

    concept = _id()
    kind = one_of(["membership", "placement", "boundary", "internal", "coverage"])


class ReportQuery(In):
    """``/report``."""

    edition = fields.String(
        required=True,
        validate=validate.Length(min=1, max=ID_LIMIT),
        error_messages={"required": "Name an edition: /report?edition=iupac-2005"},
    )
    concept = _id()
    thing = _id()


class SearchQuery(In):
    """``/search``."""

    q = fields.String(validate=validate.Length(max=_TYPED))
    na = one_of(["sodium", "missing"])
    lang = fields.String(validate=validate.Regexp(r"^[a-z]{2}$"))


class DayQuery(In):
    """A page with a day as its only parameter."""

    as_of = Day()


class NoPageQuery(In):
    """A page without parameters."""


class ClassifyForm(In):
    """The form of ``/classify``; the file comes beside it."""

    text = fields.String(load_default="")
    concept = fields.List(_id(), validate=validate.Length(max=CONCEPTS_LIMIT))
    column = fields.Integer(validate=validate.Range(min=1, max=1_000))
    kind = member_of(ValueKind, load_default=ValueKind.AUTO)
    na = one_of(["sodium", "missing"])
    show = one_of(["distinct", "all", "problems"], load_default="distinct")
    page = fields.Integer(validate=validate.Range(min=1, max=1_000), load_default=1)
    format = one_of(["html", "csv"], load_default="html")
