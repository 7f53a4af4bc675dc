"""The shape of queries and bodies that we accept."""

from typing import Any

from marshmallow import EXCLUDE, ValidationError, fields, validate

from schemas.fields import In, member_of, one_of
from service.model.enums import AuthorityKind, Grade, Kind, Stand, ValueKind

ITEMS_LIMIT = 10_000
"""Most items in one JSON batch."""
QUERY_LIMIT = 20
"""Most values of a repeated parameter."""
ID_LIMIT = 80
HEADERS_LIMIT = 1_000
"""Most headings of one table."""
CHECKS_LIMIT = 1_000
"""Most questions in one check."""
FORMULA_LIMIT = 500
"""Longest formula in characters."""
MENTION_LIMIT = 100

_DAY = validate.Regexp(r"^\d{4}-\d{2}-\d{2}$", error="A date as YYYY-MM-DD.")
_language = validate.Regexp(r"^[a-z]{2}$", error="Two lower-case letters, such as ru.")


class Day(fields.Date):
    """A calendar date as YYYY-MM-DD and nothing else that ISO 8601 allows."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str):
            raise ValidationError("A date as YYYY-MM-DD.")
        _DAY(value)
        try:
            return super()._deserialize(value, attr, data, **kwargs)
        except ValidationError:
            raise ValidationError("No such day in the calendar; a date as YYYY-MM-DD.") from None


def _id(**options: Any) -> fields.String:
    return fields.String(validate=validate.Length(min=1, max=ID_LIMIT), **options)


class Flag(fields.Boolean):
    """True or false in a query: these two words and no other."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if value not in ("true", "false"):
            raise ValidationError("Neither true nor false.")
        return value == "true"


class JsonFlag(fields.Boolean):
    """True or false in JSON; a text is neither, nor are 1 and 0, which Python takes for equal."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, bool):
            raise ValidationError("Neither true nor false.")
        return value


def _mention(description: str, **options: Any) -> fields.String:
    return fields.String(
        validate=validate.Length(min=1, max=MENTION_LIMIT),
        metadata={"description": description},
        **options,
    )


def _flag(description: str, **options: Any) -> Flag:
    return Flag(metadata={"description": description}, **options)


class Few(fields.List[Any]):
    """A list that is counted before its items are looked at; in JSON one text will do."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, str):
            value = [value]
        if isinstance(value, list):
            self._validate(value)
        return super()._deserialize(value, attr, data, **kwargs)


class Items(fields.List[Any]):
    """A list of anything: each of its items is an outcome of its own, so none is looked at here."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, list):
            raise self.make_error("invalid")
        return value


def _several(values: fields.Field[Any], description: str, **options: Any) -> Few:
    return Few(
        values,
        validate=validate.Length(min=1, max=QUERY_LIMIT),
        metadata={"description": description},
        **options,
    )


def _concepts() -> Few:
    return _several(_id(), "Only this concept, by id, alias or label; repeatable.")


def _choice(values: list[str], description: str, **options: Any) -> fields.String:
    return one_of(values, metadata={"description": description}, **options)


def _date(description: str, **options: Any) -> Day:
    return Day(metadata={"description": description}, **options)


_detail = _choice(
    ["brief", "full"],
    "How much to answer: brief (where not given) names authorities; full adds every position, "
    "claim and record.",
)


_AUTHORITY_KIND = "Only authorities of this kind; repeatable."
_AS_OF = "The day on which editions are in force; the day of the data release where not given."
_LANGUAGE = "Language, by ISO 639-1, of a name that means different elements in several."
_NA = "Meaning of NA and na."
_KIND = (
    "Read each value as a mention (where not given), a formula or a column's heading; auto tells "
    "which of mention, formula or composition it was."
)
_DISTINCT = "Answer each distinct value once, with how often it came."
_STRICT = "Accept exact symbols only."


class Chosen(In):
    """Parameters that choose editions."""

    authority = _several(
        _id(),
        "Only this authority, by id, alias or name, and other holders of its lists; repeatable.",
    )
    kind_of_authority = _several(member_of(AuthorityKind), _AUTHORITY_KIND, data_key="kind")
    grade = _several(member_of(Grade), "Only editions with a source of this grade; repeatable.")
    jurisdiction = _several(
        _id(), "Only authorities of this state or union, by name or ISO 3166 code; repeatable."
    )
    edition = _several(_id(), "Only this edition; repeatable.")
    series = _several(_id(), "Only this list, whoever held it on the day; repeatable.")
    as_of = _date(_AS_OF)
    history = _flag("Give positions of editions that are not in force, too.")


class ChosenConcept(Chosen):
    """Parameters that choose editions and concepts."""

    concept = _concepts()


_FORMATS = _choice(["json", "csv", "ndjson"], "The representation, in place of an Accept header.")


class ReadingOptions(In):
    """Parameters for reading mentions."""

    strict = _flag(_STRICT)
    na = _choice(["sodium", "missing"], _NA)
    lang = fields.String(validate=_language, metadata={"description": _LANGUAGE})


_receipt = _flag(
    "Answer with a receipt: the canonical address, and the SHA-256 of the body that it gives."
)
_one_formats = _choice(
    ["json", "csv", "text"],
    "The representation, in place of an Accept header: csv has a row for each concept and "
    "authority, text is the answer in a sentence.",
)


class ElementQuery(ChosenConcept, ReadingOptions):
    """``GET /v1/elements/{mention}``."""

    detail = _detail
    format = _one_formats
    receipt = _receipt


class MaterialQuery(ChosenConcept):
    """``GET /v1/materials/{mention}``."""

    detail = _detail
    format = _one_formats
    receipt = _receipt


class ElementsQuery(ChosenConcept):
    """``GET /v1/elements``."""

    position = member_of(Stand, "Only elements on which an edition has this position.")
    disputed = _flag("Only elements that are disputed, or only those that are not.")
    detail = _detail
    format = _FORMATS


class ResolveQuery(ReadingOptions):
    """``GET /v1/resolve``."""

    q = fields.List(
        fields.String(),
        required=True,
        validate=validate.Length(min=1, max=QUERY_LIMIT),
        metadata={"description": "A mention of at most 100 characters; repeatable."},
    )
    format = _choice(
        ["json", "csv", "ndjson", "text"],
        "The representation, in place of an Accept header: text has a symbol on each line.",
    )


class DisagreementsQuery(ChosenConcept):
    """``GET /v1/disagreements``; ``kind`` is the disagreement's."""

    kind_of_authority = _several(
        member_of(AuthorityKind), _AUTHORITY_KIND, data_key="authority_kind"
    )

    element = _mention("Only this element: any mention of it.")
    kind = member_of(Kind, "Only disagreements of this kind.")
    format = _FORMATS


class MatrixQuery(Chosen):
    """``GET /v1/matrix``."""

    concept = _id(required=True, metadata={"description": "The concept of the table."})
    format = _FORMATS


class ChangesQuery(ChosenConcept):
    """``GET /v1/changes``."""

    class Meta(In.Meta):
        """Leave out what chooses a day: a period does."""

        exclude = ("as_of", "history", "edition", "grade")

    element = _mention("Only changes to this element: any mention of it.")
    from_ = _date("Only editions that begin on this day or later.", data_key="from")
    to = _date("Only editions that begin on this day or earlier.")
    format = _FORMATS


class CompareQuery(In):
    """``GET /v1/compare``."""

    left = _id(required=True, metadata={"description": "An edition."})
    right = _id(required=True, metadata={"description": "Another edition."})
    concept = _id(
        metadata={"description": "The concept; needed where the two share more than one."}
    )


class FormulaQuery(ChosenConcept):
    """``GET /v1/formulas``."""

    formula = fields.String(
        required=True,
        validate=validate.Length(min=1, max=FORMULA_LIMIT),
        metadata={"description": "A chemical formula of at most 500 characters."},
    )
    detail = _detail


class LinesQuery(Chosen, ReadingOptions):
    """``POST /v1/classify`` with NDJSON or CSV: the parameters stand in the query."""

    kind_of_authority = _several(
        member_of(AuthorityKind), _AUTHORITY_KIND, data_key="authority_kind"
    )

    concept = _concepts()

    kind = member_of(ValueKind, _KIND)
    distinct = _flag(_DISTINCT)
    column = fields.String(
        validate=validate.Length(min=1, max=200),
        metadata={"description": "CSV: the column's name, or its number from 1 without a head."},
    )
    delimiter = _choice(
        ["comma", "semicolon", "tab", "pipe"],
        "CSV: the separator of cells; comma where not given.",
    )
    header = _flag("CSV: whether the first line is a head; true where not given.")
    summary = _flag("Sum up in JSON: whose lists the elements and materials are on.")


class CheckItem(In):
    """One question: is the element in the concept, by these editions, on that day?"""

    element = fields.Raw(required=True, metadata={"description": "Any mention of the element."})
    concept = _id(required=True, metadata={"description": "By id, alias or label."})
    authority = _id(metadata={"description": "By id, alias or name."})
    kind_of_authority = member_of(AuthorityKind, "Only authorities of this kind.", data_key="kind")
    grade = member_of(Grade, "Only editions with a source of this grade.")
    jurisdiction = _id(metadata={"description": "Only authorities of this state or union."})
    edition = _id(metadata={"description": "Only this edition."})
    series = _id(metadata={"description": "Only this list."})
    as_of = _date(_AS_OF)


class CheckBody(In):
    """``POST /v1/check``."""

    checks = Items(
        fields.Nested(CheckItem),
        required=True,
        metadata={"description": "At most 1,000 questions; a bad one has a problem as its answer."},
    )
    detail = _detail


class CheckQuery(Chosen):
    """``GET /v1/check``."""

    element = _mention("The element: any mention of it.", required=True)
    concept = _id(required=True, metadata={"description": "The concept."})
    format = _one_formats
    receipt = _receipt


class ReceiptFile(In):
    """A receipt that ``python -m service verify`` is given."""

    class Meta:
        """Leave receipts open to new fields."""

        unknown = EXCLUDE

    address = fields.String(required=True, validate=validate.Regexp(r"^/v1/[!-~]*$"))
    data_version = fields.String(required=True, validate=validate.Regexp(r"^\d+(\.\d+)*$"))
    data_digest = fields.String(required=True)
    sha256 = fields.String(required=True)
    version = fields.String(load_default=None)


class HeadersBody(In):
    """``POST /v1/headers``."""

    headers = Items(
        fields.Raw(allow_none=True),
        required=True,
        metadata={"description": "The headings of one table, in their order; at most 1,000."},
    )
    strict = JsonFlag(metadata={"description": _STRICT})
    na = _choice(["sodium", "missing"], _NA, allow_none=True)
    lang = fields.String(validate=_language, allow_none=True, metadata={"description": _LANGUAGE})


class NoQuery(In):
    """A path without parameters."""


class ClassifyBody(In):
    """``POST /v1/classify``."""

    items = Items(
        fields.Raw(allow_none=True),
        required=True,
        metadata={"description": "Mentions: text, numbers or null; at most 10,000."},
    )
    authority = _several(_id(), "Only these authorities, by id, alias or name.")
    kind_of_authority = _several(
        member_of(AuthorityKind), "Only authorities of these kinds.", data_key="authority_kind"
    )
    grade = _several(member_of(Grade), "Only editions with a source of these grades.")
    jurisdiction = _several(_id(), "Only authorities of these states or unions.")
    edition = _several(_id(), "Only these editions.")
    series = _several(_id(), "Only these lists.")
    concept = _concepts()
    as_of = _date(_AS_OF)
    detail = _detail
    kind = member_of(ValueKind, _KIND)
    distinct = JsonFlag(metadata={"description": _DISTINCT})
    summary = JsonFlag(
        metadata={"description": "Only sum up: whose lists the elements and materials are on."}
    )
    strict = JsonFlag(metadata={"description": _STRICT})
    na = _choice(["sodium", "missing"], _NA, allow_none=True)
    lang = fields.String(validate=_language, allow_none=True, metadata={"description": _LANGUAGE})
