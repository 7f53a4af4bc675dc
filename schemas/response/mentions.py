"""Answers about mentions: outcomes of reading, alone and in batches."""

from marshmallow import fields

from schemas.response.base import (
    Out,
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
from schemas.response.elements import ElementRowOut, IdentityOut, ResolutionOut
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


class OutcomeOut(Out):
    """The outcome for one mention."""

    index = number("Place in the batch, from 0.")
    count = number("How often the value came, with distinct; else 1.")
    input = anything("As it came.")
    outcome = word("What the mention turned out to be.", Outcome)
    symbol = text("The element's symbol.", allow_none=True)
    symbols = texts("The same as a list; of a formula, every element in it.")
    material = text("The material's id, where the mention names one.", allow_none=True)
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
    by = word("By what it was recognised.", By, required=False)
    note = text("A remark.", required=False)
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


class BriefClassifyOut(Envelope):
    """A batch in brief: one outcome an item, in order; the elements once."""

    summary = one(CountsOut, "Counts.")
    results = many(BriefOutcomeOut, "One an item, in order.")
    elements = mapping(ElementVerdictsOut, "Elements by symbol.")
    materials = mapping(MaterialVerdictsOut, "Materials by id.")
    editions = mapping(BriefEditionOut, "The editions named above, by id.")


class ClassifyOut(SideLoads):
    """A batch whole: one outcome an item, in order; the elements once."""

    summary = one(CountsOut, "Counts.")
    results = many(OutcomeOut, "One an item, in order.")
    elements = mapping(ElementRowOut, "Elements by symbol.")


class NamedOut(Out):
    """The elements and materials of a batch on the lists of one jurisdiction."""

    elements = texts("Symbols.")
    materials = texts("Material ids.")


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


class ResolveOut(Envelope):
    """Identities of mentions."""

    results = many(OutcomeOut, "One an item, in order.")
    elements = mapping(IdentityOut, "Elements by symbol.")
    materials = mapping(MaterialOut, "Materials by id.")


class BriefFormulaOut(Envelope):
    """The elements in a formula, in brief."""

    formula = text("As it came.")
    symbols = texts("In the order in which they stand.")
    elements = mapping(ElementVerdictsOut, "Elements by symbol.")
    editions = mapping(BriefEditionOut, "The editions named above, by id.")
    links = by_key(fields.String(), "Related addresses.")


class FormulaOut(SideLoads):
    """The elements in a formula, whole."""

    formula = text("As it came.")
    symbols = texts("In the order in which they stand.")
    elements = mapping(ElementRowOut, "Elements by symbol.")
