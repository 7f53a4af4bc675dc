"""Answers about mentions."""

from marshmallow import fields

from schemas.response.base import Out, ids, many, mapping, text, word
from schemas.response.elements import BriefOut, IdentityOut, ResolutionOut
from schemas.response.records import Envelope, SideLoads


class CandidateOut(Out):
    """One of several readings."""

    symbol = text("The element's symbol, or null for a missing value.", allow_none=True)
    reading = text("What it would mean.")
    choose = text("The parameter that chooses it.")


class MentionProblemOut(Out):
    """Why a mention gave no element."""

    type = text("Address of the problem's description.")
    title = text("The kind of problem.")
    detail = text("This problem, and what would have worked.")
    suggestions = ids("Symbols that may have been meant.")
    candidates = many(CandidateOut)
    concept = text("The concept a collective term stands for.", allow_none=True)


class ReadingOut(Out):
    """The outcome for one mention."""

    index = fields.Integer(required=True)
    count = fields.Integer(
        required=True,
        metadata={"description": "How often the value came, with distinct; else 1."},
    )
    input = fields.Raw(required=True, metadata={"description": "As it came."}, allow_none=True)
    outcome = word(
        "What it turned out to be.", "ok, missing, unknown, ambiguous, collective-term, invalid"
    )
    symbol = text("The element's symbol.", allow_none=True)
    symbols = ids("The same as a list; of a formula, every element in it.")
    resolution = fields.Nested(ResolutionOut, required=True, allow_none=True)
    warnings = ids("Other readings of the same text.")
    problem = fields.Nested(MentionProblemOut, required=True, allow_none=True)


class CountsOut(Out):
    """How many items came to what."""

    items = fields.Integer(required=True)
    ok = fields.Integer(required=True)
    missing = fields.Integer(required=True)
    unknown_ = fields.Integer(required=True, data_key="unknown")
    ambiguous = fields.Integer(required=True)
    collective_term = fields.Integer(required=True)
    invalid = fields.Integer(required=True)
    distinct_elements = fields.Integer(required=True)


class ClassifyOut(SideLoads):
    """A batch: one outcome an item, in order; the elements once."""

    summary = fields.Nested(CountsOut, required=True)
    elements = mapping(BriefOut, "Elements by symbol.")
    results = many(ReadingOut)


class ResolveOut(Envelope):
    """Identities of mentions."""

    results = many(ReadingOut)
    elements = mapping(IdentityOut, "Elements by symbol.")
