"""The shape of the bodies that are lists of a kind of their own: a list to identify."""

from marshmallow import fields

from schemas.fields import In
from schemas.request import ClassifyBody, Items

LIST_LIMIT = 1_000
"""Most mentions of a list that is to be identified."""


class IdentifyBody(ClassifyBody):
    """``POST /v1/identify-list``."""

    class Meta(In.Meta):
        """Take what chooses editions and how to read; an edition is what is asked for."""

        fields = (
            *("items", "concept", "authority", "kind_of_authority", "jurisdiction", "series"),
            *("as_of", "strict", "na", "lang"),
        )

    items = Items(
        fields.Raw(allow_none=True),
        required=True,
        metadata={"description": "The list: mentions of elements and materials; at most 1,000."},
    )
