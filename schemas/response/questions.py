"""Answers to questions across editions."""

from marshmallow import fields

from schemas.response.base import Out, by_key, ids, many, mapping, text, word
from schemas.response.elements import BriefOut, PositionOut
from schemas.response.mentions import MentionProblemOut
from schemas.response.records import Envelope, SideLoads


class MatrixRowOut(Out):
    """One element and what every edition holds on it."""

    atomic_number = fields.Integer(required=True)
    symbol = text("Symbol.")
    name = text("Name.")
    verdict = text("What the positions come to.", allow_none=True)
    positions = by_key(
        fields.String(), "Edition id -> included, excluded, silent or contradictory."
    )


class MatrixOut(SideLoads):
    """Element x edition for one concept."""

    concept = text("Concept id.")
    columns = ids("Edition ids, the newest first.")
    rows = many(MatrixRowOut)


class ChangeOut(Out):
    """One thing that an edition did differently from the one before it."""

    kind = word(
        "What kind.",
        "added, dropped, included-after-silence, silent-after-inclusion, renamed, split, merged, "
        "spelled-out, grouped, list-closed, list-opened, concept-added, concept-dropped, "
        "material-added, material-dropped",
    )
    authority = text("Authority id.")
    series = text("The list.")
    concept = text("Concept id.")
    before = text("Edition id.")
    after = text("Edition id.")
    date = text("When the later edition begins.", allow_none=True)
    elements = ids("Symbols.")
    from_labels = ids("Labels in the earlier edition.")
    to_labels = ids("Labels in the later edition.")


class ChangesOut(SideLoads):
    """Revisions, by date."""

    count = fields.Integer(required=True)
    changes = many(ChangeOut)


class CompareOut(SideLoads):
    """Two editions side by side."""

    left = text("Edition id.")
    right = text("Edition id.")
    concept = text("Concept id.")
    both = ids("Symbols that both include.")
    only_left = ids("Symbols that left includes and right excludes.")
    only_right = ids("Symbols that right includes and left excludes.")
    neither = ids("Symbols that both exclude.")
    silent = ids("Symbols on which one of them, or both, is silent.")
    contradictory = ids("Symbols on which one of them contradicts itself.")


class FormulaOut(SideLoads):
    """The elements in a formula."""

    formula = text("As it came.")
    symbols = ids("In the order in which they stand.")
    elements = mapping(BriefOut, "Elements by symbol.")


class CheckOut(Out):
    """One question answered."""

    index = fields.Integer(required=True)
    input = fields.Raw(
        required=True, allow_none=True, metadata={"description": "The question as it came."}
    )
    symbol = text("The element's symbol.", allow_none=True)
    verdict = text(
        "supported, contradicted, disputed or silent; null where the question is at fault.",
        allow_none=True,
    )
    as_of = fields.Date(required=True, allow_none=True)
    positions = many(PositionOut)
    problem = fields.Nested(MentionProblemOut, required=True, allow_none=True)


class ChecksOut(SideLoads):
    """Every question answered, in order."""

    results = many(CheckOut)


class CoverageOut(Out):
    """How much is known of one concept."""

    editions = fields.Integer(required=True)
    authorities = fields.Integer(required=True)
    closed_lists = fields.Integer(required=True)
    claims = fields.Integer(required=True)


class ReleaseOut(Out):
    """One release of the data."""

    version = text("Version.")
    released = fields.Date(required=True)
    changes = ids("What changed, one sentence each.")


class DatasetOut(Envelope):
    """What data this is."""

    released = fields.Date(required=True)
    licence = text("Licence of the data.")
    digest = text("SHA-256 over all positions, in hexadecimal.")
    counts = by_key(fields.Integer(), "Records by kind.")
    grades = by_key(fields.Integer(), "Editions by the best grade of their sources.")
    coverage = mapping(CoverageOut, "How much is known of each concept, by its id.")
    releases = many(ReleaseOut)
