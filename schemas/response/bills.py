"""Answers to bills of materials."""

from typing import Any

from marshmallow import fields

from schemas.response.base import (
    Out,
    Quantity,
    anything,
    by_key,
    many,
    mapping,
    number,
    one,
    text,
    texts,
    word,
)
from schemas.response.briefs import BriefEditionOut
from schemas.response.records import Envelope


class _Nested(fields.Dict):
    """Plain data by concept and jurisdiction, which needs no conversion: there is much of it."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return value


def _by_list(values: fields.Field[Any], description: str) -> fields.Dict:
    inner = by_key(values, "By jurisdiction, or authority where it has none.")
    metadata = {"description": description}
    return _Nested(keys=fields.String(), values=inner, required=True, metadata=metadata)


class BillRowOut(Out):
    """One row, and what every list holds on it."""

    index = number("Place in the bill, from 0.")
    input = anything("The row as it came.")
    status = word("Whether something in the row was read.", ("decided", "undecided"))
    elements = texts("Symbols of its elements, as far as they are known.")
    material = text("Id of the material that it is by its name.", allow_none=True)
    mass_percent = Quantity(
        required=True, allow_none=True, metadata={"description": "Its mass per cent."}
    )
    reasons = texts("Why something is undecided, or was not read.")
    named = _by_list(texts("Symbols and ids."), "Things of the row that a list names itself.")
    as_material_only = _by_list(
        texts("Material ids."),
        "Materials that a list names, with an element of the row in them: whether the row is one "
        "of them is not known, and the element itself is not on the list.",
    )
    undecided = _by_list(text("Why."), "Lists of which it cannot be said.")
    not_named = by_key(texts("Jurisdictions."), "Lists that certainly name nothing of it.")


class ListCountsOut(Out):
    """The rows of a bill by what a list holds on them."""

    named = number("Rows with a thing that it names.")
    as_material_only = number("Rows of which it names a material alone.")
    undecided = number("Rows of which it cannot be said.")
    not_named = number("Rows of which it certainly names nothing.")
    mass_percent_named = Quantity(
        required=True,
        allow_none=True,
        metadata={"description": "Mass per cent of the rows named: of rows, not of elements."},
    )


class BillSummaryOut(Out):
    """The rows of a bill, counted."""

    rows = number("Rows.")
    decided = number("Rows of which something was read.")
    undecided = number("Rows of which nothing was read.")
    mass_percent = Quantity(
        required=True, allow_none=True, metadata={"description": "Sum of the mass per cents."}
    )
    lists = _by_list(fields.Nested(ListCountsOut), "Counts for each list, by concept.")


class BillOut(Envelope):
    """A bill of materials: on whose lists the elements and materials of each row are."""

    answer = text("The answer in a sentence or a few.")
    summary = one(BillSummaryOut, "Counts.")
    rows = many(BillRowOut, "One a row, in order.")
    lists = _by_list(texts("Edition ids."), "The lists: in force, suspended or uncertain.")
    editions = mapping(BriefEditionOut, "These editions, by id: where to read them.")
