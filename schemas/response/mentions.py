"""Answers about mentions: outcomes of reading, alone and in batches."""

from functools import partial

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
from schemas.response.briefs import BriefEditionOut, ElementVerdictsOut, MaterialVerdictsOut
from schemas.response.elements import ElementRowOut, HeadingOut, IdentityOut, ResolutionOut
from schemas.response.materials import MaterialOut
from schemas.response.records import Envelope, SideLoads
from service.model.enums import By, Outcome, Verdict


class CandidateOut(Out):
    """One of several readings."""

    symbol = text("The element's symbol, or null for a missing value.", allow_none=True)
    reading = text("What it would mean.")
    choose = text("The parameter that chooses it.")


class MentionProblemOut(Out):
    """The reason why a mention gave no element."""

    type = text("Address of the problem's description.")
    title = text("The kind of problem.")
    detail = text("This problem, and what would have worked.")
    suggestions = texts("Symbols that may have been meant.")
    candidates = many(CandidateOut, "Readings to choose from.")
    concept = text("The concept a collective term stands for.", allow_none=True)


class ShareOut(Out):
    """An element in an alloy or compound; of several things, an element or a material."""

    symbol = text("The element's symbol.", required=False)
    material = text("The material's id.", required=False)
    weight_percent = Quantity(
        required=False, metadata={"description": "Per cent by weight, where the value gives it."}
    )


READ_AS = ["mention", "formula", "composition", "several"]
_kind = partial(word, "What a value was read as, where its kind was left open.", READ_AS)
_contains = partial(
    many,
    ShareOut,
    "The elements of an alloy or compound, the things in a value of several; of kind=auto alone.",
)
_heading = partial(one, HeadingOut, "What stood beside it: a unit, a method.")


class OutcomeOut(Out):
    """The outcome for one mention."""

    index = number("Place in the batch, from 0.")
    count = number("How often the value came, with distinct; else 1.")
    input = anything("As it came.")
    outcome = word("What the mention turned out to be.", Outcome)
    symbol = text("The element's symbol.", allow_none=True)
    symbols = texts("The same as a list; of a formula, every element in it.")
    material = text("The material's id, where the mention names one.", allow_none=True)
    kind = _kind(allow_none=True)
    contains = _contains()
    resolution = one(ResolutionOut, "How it was matched.", allow_none=True)
    warnings = texts("Other readings of the same text.")
    problem = one(MentionProblemOut, "Why there is no element.", allow_none=True)


class BriefOutcomeOut(Out):
    """The outcome for one mention, in brief: members that say nothing are left out."""

    index = number("Place in the batch, from 0.")
    count = number("How often the value came, with distinct.", required=False)
    input = anything("As it came.")
    outcome = word("What the mention turned out to be.", Outcome)
    symbol = text("The element's symbol.", allow_none=True)
    symbols = texts("Of a formula: every element in it.", required=False)
    material = text("The material's id, where the mention names one.", required=False)
    kind = _kind(required=False)
    contains = _contains(required=False)
    by = word("By what it was recognised.", By, required=False)
    note = text("A remark.", required=False)
    heading = _heading(required=False)
    warnings = texts("Other readings of the same text.", required=False)
    problem = one(MentionProblemOut, "Why there is no element.", required=False)


class LineOut(Out):
    """The outcome for one line of NDJSON or CSV."""

    input = anything("As it came.")
    outcome = word("What the mention turned out to be.", Outcome)
    symbol = text("The element's symbol.", allow_none=True)
    symbols = texts("The same as a list; of a formula, every element in it.")
    material = text("The material's id, where the mention names one.", allow_none=True)
    by = word("By what it was recognised.", By, allow_none=True)
    kind = _kind(required=False)
    contains = _contains(required=False)
    heading = _heading(required=False)
    verdicts = by_key(
        fields.String(allow_none=True),
        f"Concept id -> {', '.join(Verdict)} or suspended; of a formula, by symbol.",
    )
    warnings = texts("Other readings of the same text.")
    problem = one(MentionProblemOut, "Why there is no element.", allow_none=True)


class CountsOut(Out):
    """Counts of items by outcome."""

    items = number("Items.")
    ok = number("Recognised.")
    missing = number("Absent values.")
    unknown_ = number("No element.", data_key="unknown", attribute="unknown")
    ambiguous = number("Several readings.")
    collective_term = number("Names of classes.")
    invalid = number("Values that cannot be a mention.")
    distinct_elements = number("Different elements.")
    distinct_materials = number("Different materials.")


class NamedOut(Out):
    """The elements and materials of a batch on the lists of one jurisdiction."""

    elements = texts("Symbols.")
    materials = texts("Material ids.")


_lists = partial(
    by_key,
    fields.Dict(keys=fields.String(), values=fields.Nested(NamedOut)),
    "With kind=auto and a concept: whose lists name what the values contain, by concept id, then "
    "by jurisdiction or authority.",
    required=False,
)


class BriefClassifyOut(Envelope):
    """A batch in brief: one outcome an item, in order; the elements once."""

    summary = one(CountsOut, "Counts.")
    results = many(BriefOutcomeOut, "One an item, in order.")
    elements = mapping(ElementVerdictsOut, "Elements by symbol.")
    materials = mapping(MaterialVerdictsOut, "Materials by id.")
    lists = _lists()
    editions = mapping(BriefEditionOut, "The editions named above, by id.")


class ClassifyOut(SideLoads):
    """A batch whole: one outcome an item, in order; the elements once."""

    summary = one(CountsOut, "Counts.")
    results = many(OutcomeOut, "One an item, in order.")
    elements = mapping(ElementRowOut, "Elements by symbol.")
    lists = _lists()


class ClassifySummaryOut(Envelope):
    """A batch summed up: ``summary=true``."""

    items = number("Items.")
    outcomes = by_key(fields.Integer(), "Items by outcome; an outcome that never came is left out.")
    distinct_elements = number("Different elements.")
    distinct_materials = number("Different materials.")
    concepts = by_key(
        fields.Dict(keys=fields.String(), values=fields.Nested(NamedOut)),
        "Whose lists name them: by concept id, then by jurisdiction or authority.",
    )
    reasons = texts("Why no edition selected speaks of a concept; empty where one does of each.")


class ResolveOut(Envelope):
    """Identities of mentions."""

    results = many(OutcomeOut, "One an item, in order.")
    elements = mapping(IdentityOut, "Elements by symbol.")
    materials = mapping(MaterialOut, "Materials by id.")


class HeadersOut(Envelope):
    """Readings of the headings of one table."""

    summary = one(CountsOut, "Counts.")
    results = many(BriefOutcomeOut, "One a heading, in order.")
    elements = mapping(IdentityOut, "Elements by symbol.")
    materials = mapping(MaterialOut, "Materials by id.")


class BriefFormulaOut(Envelope):
    """The elements in a formula, in brief."""

    formula = text("As it came.")
    symbols = texts("In the order in which they stand.")
    warnings = texts("Other readings of the same text.")
    elements = mapping(ElementVerdictsOut, "Elements by symbol.")
    editions = mapping(BriefEditionOut, "The editions named above, by id.")
    links = by_key(fields.String(), "Related addresses.")


class FormulaOut(SideLoads):
    """The elements in a formula, whole."""

    formula = text("As it came.")
    symbols = texts("In the order in which they stand.")
    warnings = texts("Other readings of the same text.")
    elements = mapping(ElementRowOut, "Elements by symbol.")
