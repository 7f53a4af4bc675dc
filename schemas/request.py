"""The shape of queries and bodies that we accept."""

from marshmallow import EXCLUDE, fields, validate

from schemas.fields import In, member_of
from schemas.parameters import (
    FORMULA_LIMIT,
    QUERY_LIMIT,
    Items,
    JsonFlag,
    choice_field,
    concepts_field,
    date_field,
    flag_field,
    id_field,
    mention_field,
    several_field,
)
from service.model.enums import AuthorityKind, Grade, Kind, Stand, ValueKind

ITEMS_LIMIT = 10_000
"""Most items in one JSON batch."""
CHECKS_LIMIT = 1_000
"""Most questions in one check."""

_language = validate.Regexp(r"^[a-z]{2}$", error="Two lower-case letters, such as ru.")
_detail = choice_field(
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

    authority = several_field(
        id_field(),
        "Only this authority, by id, alias or name, and other holders of its lists; repeatable.",
    )
    kind_of_authority = several_field(member_of(AuthorityKind), _AUTHORITY_KIND, data_key="kind")
    grade = several_field(
        member_of(Grade), "Only editions with a source of this grade; repeatable."
    )
    jurisdiction = several_field(
        id_field(), "Only authorities of this state or union, by name or ISO 3166 code; repeatable."
    )
    edition = several_field(id_field(), "Only this edition; repeatable.")
    series = several_field(id_field(), "Only this list, whoever held it on the day; repeatable.")
    as_of = date_field(_AS_OF)
    history = flag_field("Give positions of editions that are not in force, too.")


class ChosenConcept(Chosen):
    """Parameters that choose editions and concepts."""

    concept = concepts_field()


_FORMATS = choice_field(
    ["json", "csv", "ndjson"], "The representation, in place of an Accept header."
)


class ReadingOptions(In):
    """Parameters for reading mentions."""

    strict = flag_field(_STRICT)
    na = choice_field(["sodium", "missing"], _NA)
    lang = fields.String(validate=_language, metadata={"description": _LANGUAGE})


_receipt = flag_field(
    "Answer with a receipt: the canonical address, and the SHA-256 of the body that it gives."
)
_one_formats = choice_field(
    ["json", "csv", "text"],
    "The representation, in place of an Accept header: csv has a row for each concept and "
    "authority, text is the answer in a sentence.",
)


class ElementQuery(ChosenConcept, ReadingOptions):
    """``GET /v1/elements/{mention}``."""

    detail = _detail
    format = _one_formats
    receipt = _receipt


class MaterialsQuery(In):
    """``GET /v1/materials``."""

    listed = flag_field(
        "false: the materials that no list names, mostly minerals, in 2 MB; "
        "else those of lists, with their wider and narrower ones."
    )
    detail = _detail


class MaterialQuery(ChosenConcept):
    """``GET /v1/materials/{mention}``."""

    detail = _detail
    format = _one_formats
    receipt = _receipt


class ElementsQuery(ChosenConcept):
    """``GET /v1/elements``."""

    position = member_of(Stand, "Only elements on which an edition has this position.")
    disputed = flag_field("Only elements that are disputed, or only those that are not.")
    detail = _detail
    format = _FORMATS


class ResolveQuery(ReadingOptions):
    """``GET /v1/resolve``."""

    q = fields.List(
        fields.String(),
        required=True,
        validate=validate.Length(min=1, max=QUERY_LIMIT),
        metadata={"description": "A mention of at most 255 characters; repeatable."},
    )
    format = choice_field(
        ["json", "csv", "ndjson", "text"],
        "The representation, in place of an Accept header: text has a symbol on each line.",
    )


class DisagreementsQuery(ChosenConcept):
    """``GET /v1/disagreements``; ``kind`` is the disagreement's."""

    kind_of_authority = several_field(
        member_of(AuthorityKind), _AUTHORITY_KIND, data_key="authority_kind"
    )

    element = mention_field("Only this element: any mention of it.")
    kind = member_of(Kind, "Only disagreements of this kind.")
    format = _FORMATS


class MatrixQuery(Chosen):
    """``GET /v1/matrix``."""

    concept = id_field(required=True, metadata={"description": "The concept of the table."})
    format = _FORMATS


class ChangesQuery(ChosenConcept):
    """``GET /v1/changes``."""

    class Meta(In.Meta):
        """Leave out what chooses a day: a period does."""

        exclude = ("as_of", "history", "edition", "grade")

    element = mention_field("Only changes to this element: any mention of it.")
    from_ = date_field("Only editions that begin on this day or later.", data_key="from")
    to = date_field("Only editions that begin on this day or earlier.")
    format = _FORMATS


class CompareQuery(In):
    """``GET /v1/compare``."""

    left = id_field(required=True, metadata={"description": "An edition."})
    right = id_field(required=True, metadata={"description": "Another edition."})
    concept = id_field(
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

    kind_of_authority = several_field(
        member_of(AuthorityKind), _AUTHORITY_KIND, data_key="authority_kind"
    )

    concept = concepts_field()

    kind = member_of(ValueKind, _KIND)
    distinct = flag_field(_DISTINCT)
    column = fields.String(
        validate=validate.Length(min=1, max=200),
        metadata={"description": "CSV: the column's name, or its number from 1 without a head."},
    )
    delimiter = choice_field(
        ["comma", "semicolon", "tab", "pipe"],
        "CSV: the separator of cells; comma where not given.",
    )
    header = flag_field("CSV: whether the first line is a head; true where not given.")
    summary = flag_field("Sum up in JSON: whose lists the elements and materials are on.")


class CheckItem(In):
    """One question: is the element in the concept, by these editions, on that day?"""

    element = fields.Raw(required=True, metadata={"description": "Any mention of the element."})
    concept = id_field(required=True, metadata={"description": "By id, alias or label."})
    authority = id_field(metadata={"description": "By id, alias or name."})
    kind_of_authority = member_of(AuthorityKind, "Only authorities of this kind.", data_key="kind")
    grade = member_of(Grade, "Only editions with a source of this grade.")
    jurisdiction = id_field(metadata={"description": "Only authorities of this state or union."})
    edition = id_field(metadata={"description": "Only this edition."})
    series = id_field(metadata={"description": "Only this list."})
    as_of = date_field(_AS_OF)
    na = choice_field(["sodium", "missing"], _NA)
    lang = fields.String(validate=_language, metadata={"description": _LANGUAGE})


class CheckBody(In):
    """``POST /v1/check``."""

    checks = Items(
        fields.Nested(CheckItem),
        required=True,
        metadata={"description": "At most 1,000 questions; a bad one has a problem as its answer."},
    )
    detail = _detail


class CheckQuery(Chosen, ReadingOptions):
    """``GET /v1/check``."""

    element = mention_field("The element: any mention of it.", required=True)
    concept = id_field(required=True, metadata={"description": "The concept."})
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


class NoQuery(In):
    """A path without parameters."""


class ClassifyBody(In):
    """``POST /v1/classify``."""

    items = Items(
        fields.Raw(allow_none=True),
        required=True,
        metadata={"description": "Mentions: text, numbers or null; at most 10,000."},
    )
    authority = several_field(id_field(), "Only these authorities, by id, alias or name.")
    kind_of_authority = several_field(
        member_of(AuthorityKind), "Only authorities of these kinds.", data_key="authority_kind"
    )
    grade = several_field(member_of(Grade), "Only editions with a source of these grades.")
    jurisdiction = several_field(id_field(), "Only authorities of these states or unions.")
    edition = several_field(id_field(), "Only these editions.")
    series = several_field(id_field(), "Only these lists.")
    concept = concepts_field()
    as_of = date_field(_AS_OF)
    detail = _detail
    kind = member_of(ValueKind, _KIND)
    distinct = JsonFlag(metadata={"description": _DISTINCT})
    summary = JsonFlag(
        metadata={"description": "Only sum up: whose lists the elements and materials are on."}
    )
    strict = JsonFlag(metadata={"description": _STRICT})
    na = choice_field(["sodium", "missing"], _NA, allow_none=True)
    lang = fields.String(validate=_language, allow_none=True, metadata={"description": _LANGUAGE})
