"""Answers that name the published lists nearest to a list."""

from marshmallow import fields

from schemas.response.base import Out, Quantity, by_key, many, mapping, one, text, texts, truth
from schemas.response.briefs import BriefEditionOut
from schemas.response.mentions import BriefOutcomeOut, CountsOut
from schemas.response.records import Envelope


class NearListOut(Out):
    """An edition that is near to a list, and how the two differ."""

    edition = text("Edition id; see `editions`.")
    concept = text("Concept id.")
    score = Quantity(
        required=True,
        metadata={"description": "Things in common by things in either list: 1 is the same list."},
    )
    extra = texts("In your list, and not included by the edition.")
    missing = texts("Included by the edition, and not in your list.")
    silent = texts("In your list, and the edition says nothing of it.")
    not_compared = texts("Concept ids of classes that your list names, and not their members.")
    in_force = truth("Whether the edition is in force on the day.")
    newer = text(
        "Id of the later edition of its series that is in force on the day.", allow_none=True
    )
    same = texts("Ids of other editions that include the same things, as far as compared.")
    links = by_key(fields.String(), "The edition, its page, and how it differs from the newer one.")


class IdentifiedOut(Envelope):
    """The lists that are nearest to one."""

    answer = text("The answer in a sentence or a few.")
    summary = one(CountsOut, "Counts of the items.")
    unread = many(BriefOutcomeOut, "Every item that names no element or material, and why.")
    doubted = many(BriefOutcomeOut, "Every item that was read, but may mean something else.")
    nearest = many(NearListOut, "At most five, the nearest first.")
    editions = mapping(BriefEditionOut, "The editions named above, by id: where to read them.")
