"""Answers across editions: matrix, changes, comparison, checks."""

from marshmallow import fields

from schemas.response.base import (
    Out,
    anything,
    by_key,
    day,
    many,
    mapping,
    number,
    one,
    text,
    texts,
    word,
)
from schemas.response.briefs import BriefConceptOut, BriefEditionOut
from schemas.response.elements import PositionOut, SummaryOut
from schemas.response.mentions import MentionProblemOut
from schemas.response.records import Envelope, SideLoads
from service.model.enums import ChangeKind, Stand, Support, Verdict


class MatrixRowOut(Out):
    """One element and the position of every edition on it."""

    atomic_number = number("Atomic number.")
    symbol = text("Symbol.")
    name = text("Name.")
    verdict = word("What the authorities come to.", Verdict, allow_none=True)
    positions = by_key(word("Its position.", Stand), "Positions by edition id.")


class MaterialRowOut(Out):
    """One material and the position of every edition on it."""

    material = text("Material id.")
    name = text("Name.")
    verdict = word("What the authorities come to.", Verdict, allow_none=True)
    positions = by_key(word("Its position.", Stand), "Positions by edition id.")


class MatrixOut(SideLoads):
    """Element and material x edition for one concept."""

    concept = text("Concept id.")
    columns = texts("Edition ids, the newest first.")
    rows = many(MatrixRowOut, "By atomic number.")
    material_rows = many(MaterialRowOut, "Of a listing: the materials that a list names.")
    suspended = by_key(
        fields.List(fields.String()),
        "Symbols that an edition suspended on that day includes, by its id.",
    )


class ChangeOut(Out):
    """One difference between an edition and the one before it."""

    kind = word("What kind.", ChangeKind)
    authority = text("Authority id.")
    series = text("The list.")
    concept = text("Concept id.")
    before = text("Edition id.")
    after = text("Edition id.")
    date = text("When the later edition begins.", allow_none=True)
    elements = texts("Symbols.")
    from_labels = texts("Labels in the earlier edition.")
    to_labels = texts("Labels in the later edition.")
    materials = texts("Material ids.")


class DataChangeOut(Out):
    """One change of our data, not of a list."""

    version = text("Version of the data.")
    released = text("Day of the release.")
    kind = word("What sort of change.", ("new", "corrected", "retired", "keys", "licence", "other"))
    text = text("What changed.")


class ChangesOut(SideLoads):
    """Revisions of lists, by date; and changes of our data."""

    count = number("How many.")
    changes = many(ChangeOut, "The oldest first.")
    data_changes = many(
        DataChangeOut,
        "Changes of our data in the period: no list changed by it. Empty where the question is "
        "not about all lists.",
    )


class CompareOut(SideLoads):
    """Two editions side by side."""

    left = text("Edition id.")
    right = text("Edition id.")
    concept = text("Concept id.")
    both = texts("Symbols that both include.")
    only_left = texts("Symbols that left includes and right excludes.")
    only_right = texts("Symbols that right includes and left excludes.")
    neither = texts("Symbols that both exclude.")
    silent = texts("Symbols on which one of them, or both, is silent.")
    contradictory = texts("Symbols on which one of them contradicts itself.")
    materials = by_key(
        fields.List(fields.String()),
        "The same six lists for materials: both, only_left, only_right, neither, silent, "
        "contradictory.",
    )
    suspended = texts("Those of the two editions that are suspended on the data's day.")


class CheckedOut(Envelope):
    """One question answered: the answer of a GET."""

    input = by_key(fields.String(), "The question as it came.")
    symbol = text("The element's symbol.", allow_none=True)
    material = text("The material's id, where the question names one.", required=False)
    warnings = texts("Other readings of the same text.", required=False)
    verdict = word("What the editions in force support.", Support)
    answer = text("The answer in a sentence or a few.")
    concept = one(BriefConceptOut, "The verdict, and its holders.", required=False)
    editions = mapping(BriefEditionOut, "The editions named above, by id.")


class BriefCheckOut(Out):
    """One question answered in brief: members that say nothing are left out."""

    index = number("Place in the request, from 0.")
    input = anything("The question as it came.")
    symbol = text("The element's symbol.", allow_none=True)
    material = text("The material's id, where the question names one.", allow_none=True)
    warnings = texts("Other readings of the same text.", required=False)
    verdict = word("Null where the question is at fault.", Support, allow_none=True)
    as_of = day("The day of the question.", allow_none=True)
    answer = text("The answer in a sentence or a few.", allow_none=True)
    concept = one(BriefConceptOut, "The verdict, and its holders.", required=False)
    problem = one(MentionProblemOut, "Why there is no answer.", required=False)


class BriefChecksOut(Envelope):
    """Every question answered in brief, in order."""

    results = many(BriefCheckOut, "One a question, in order.")
    editions = mapping(BriefEditionOut, "The editions named above, by id.")


class CheckOut(Out):
    """One question answered with all positions."""

    index = number("Place in the request, from 0.")
    input = anything("The question as it came.")
    symbol = text("The element's symbol.", allow_none=True)
    material = text("The material's id, where the question names one.", allow_none=True)
    warnings = texts("Other readings of the same text.", required=False)
    verdict = word("Null where the question is at fault.", Support, allow_none=True)
    as_of = day("The day of the question.", allow_none=True)
    answer = text("The answer in a sentence or a few.", allow_none=True)
    summary = one(SummaryOut, "The verdict, and the editions.", allow_none=True)
    positions = many(PositionOut, "The position of every edition.")
    suspended = many(PositionOut, "Positions of editions that are suspended on that day.")
    problem = one(MentionProblemOut, "Why there is no answer.", allow_none=True)


class ChecksOut(SideLoads):
    """Every question answered with all positions, in order."""

    results = many(CheckOut, "One a question, in order.")
