"""The shape of bodies of a kind of their own: headings, a list to identify, a bill of materials."""

from marshmallow import fields

from schemas.fields import In
from schemas.parameters import Items
from schemas.request import ClassifyBody, LinesQuery

HEADERS_LIMIT = 1_000
"""Most headings of one table."""


class HeadersBody(ClassifyBody):
    """``POST /v1/headers``."""

    class Meta(In.Meta):
        """Take how to read headings."""

        fields = ("headers", "strict", "na", "lang")

    headers = Items(
        fields.Raw(allow_none=True),
        required=True,
        metadata={"description": "The headings of one table, in their order; at most 1,000."},
    )


LIST_LIMIT = 1_000
"""Most mentions of a list that is to be identified."""


class IdentifyBody(ClassifyBody):
    """``POST /v1/identify-list``."""

    class Meta(In.Meta):
        """Take what chooses editions and how to read; an edition is what is asked for."""

        fields = (
            *("items", "concept", "authority", "jurisdiction", "series", "as_of"),
            *("strict", "na", "lang"),
        )

    items = Items(
        fields.Raw(allow_none=True),
        required=True,
        metadata={"description": "The list: mentions of elements and materials; at most 1,000."},
    )


BILL_LIMIT = 1_000
"""Most rows of a bill of materials."""


class BillRowIn(In):
    """One row of a bill of materials; whatever is known of it."""

    name = fields.String(metadata={"description": "Of an element or a material."})
    cas = fields.String(metadata={"description": "CAS number; those of elements are known."})
    formula = fields.String(
        metadata={"description": "At most 500 characters. The formula decides on the elements."}
    )
    mass_percent = fields.Float(metadata={"description": "From 0 to 100."})


class BillBody(ClassifyBody):
    """``POST /v1/bom``."""

    class Meta(In.Meta):
        """Take what chooses editions, and how to read names."""

        fields = ("rows", "concept", "jurisdiction", "as_of", "na", "lang")

    rows = Items(
        fields.Nested(BillRowIn),
        required=True,
        metadata={"description": "At most 1,000 rows; a bad one is undecided, with the reason."},
    )


class BillQuery(LinesQuery):
    """``POST /v1/bom`` with CSV: the parameters stand in the query."""

    class Meta(In.Meta):
        """Take the same, and the separator."""

        fields = ("concept", "jurisdiction", "as_of", "na", "lang", "delimiter")
