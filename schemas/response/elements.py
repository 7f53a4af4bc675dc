"""Answers about elements, whole."""

from marshmallow import fields

from schemas.response.base import Out, anything, by_key, many, number, one, text, texts, truth, word
from schemas.response.records import BriefCategoryOut, ClaimOut, FigureOut, SideLoads
from service.model.enums import Basis, By, Kind, Nature, Stand, Status, Strength, Verdict


class IdentityOut(Out):
    """Identity of an element."""

    atomic_number = number("Atomic number.")
    symbol = text("Symbol.")
    name = text("Name as mendeleev gives it: American English.")
    names = by_key(fields.List(fields.String()), "Names by language (ISO 639-1).")
    group = number("Column 1 to 18; null in the f block.", allow_none=True)
    period = number("Row of the periodic table.")
    block = text("s, p, d or f.")
    cas = text("CAS registry number.")
    inchi = text("InChI of the atom.")
    inchikey = text("InChIKey of the atom.")


class HeadingOut(Out):
    """The parts of a heading besides its element or material; those not there are left out."""

    unit = text("In one form: mg/kg, %.", required=False)
    fraction = text("The part that was measured: total, dissolved.", required=False)
    method = text("Of analysis, as it was written: ICP-MS.", required=False)
    form = text("Other words: refined, in ground, error, as nitrate.", required=False)
    species = text("The formula that was measured: Al2O3, SO4.", required=False)
    oxide_of = text("Symbol of the element of which the species is an oxide.", required=False)


class ResolutionOut(Out):
    """The match of a mention."""

    query = anything("The mention as it came.")
    by = word("By what.", By)
    language = text("Language of the name.", allow_none=True)
    languages = texts("Every language in which the name is spelt so.")
    variant = text("The spelling that matched.", allow_none=True)
    canonical = text("The element's symbol.", allow_none=True)
    mass_number = number("Of an isotope.", allow_none=True)
    charge = number("Of an ion, in e.", allow_none=True)
    note = text("A remark.", allow_none=True)
    heading = one(HeadingOut, "What stood beside it.", allow_none=True)
    warnings = texts("Other readings of the same text.")


class SummaryOut(Out):
    """The verdict on one concept, and the editions by their position."""

    concept = text("Concept id.")
    nature = word("Opinions on a classification can contradict; listings cannot.", Nature)
    verdict = word("What the authorities come to.", Verdict)
    strength = word("Of a dispute: explicit where both sides state it.", Strength, allow_none=True)
    dissent = text("Authority id: alone on its side against three or more.", allow_none=True)
    listed_by = number("Of a listing: jurisdictions whose lists name it.", allow_none=True)
    lists = number("Of a listing: jurisdictions with lists in force.", allow_none=True)
    included = texts("Edition ids, in the order a reader weighs their authorities.")
    excluded = texts("Edition ids.")
    silent = texts("Edition ids.")
    contradictory = texts("Edition ids of authorities on both sides.")
    as_material = texts("Edition ids of lists that name a material of it, not the element.")


class PositionOut(Out):
    """The position of one edition on a concept and the element."""

    concept = text("Concept id.", attribute="record.concept")
    edition = text("Edition id.", attribute="record.edition")
    in_force = truth("Whether the edition is in force on that day.")
    position = word("Its position.", Stand, attribute="record.stand")
    status = word("Null where silent.", Status, attribute="record.status", allow_none=True)
    basis = word("Why.", Basis, attribute="record.basis")
    explanation = text("Why, in a sentence of ours.")
    removed_from = text(
        "The edition before, where that named the element and this one does not.", allow_none=True
    )
    category = one(BriefCategoryOut, "The class in which it stands.")
    materials = texts(
        "Minerals or products on the list that a reader may look for: no claims.",
        attribute="record.materials",
    )
    claims = many(ClaimOut, "The claims it rests on.")
    note = text("A remark of ours.", attribute="record.note", allow_none=True)


class HolderOut(Out):
    """An edition on one side of a disagreement."""

    edition = text("Edition id.")
    status = word("Null where silent.", Status, allow_none=True)
    basis = word("Why the edition stands there.", Basis)
    category = text("Category id.")
    claims = texts("Claim ids.")


class SideOut(Out):
    """One side of a disagreement."""

    position = word("Its position.", Stand, attribute="stand")
    concept = text("Concept id.")
    holders = many(HolderOut, "The editions on this side.")


class DisagreementOut(Out):
    """Positions that cannot all be right, or one that not all share."""

    id = text("Identifier: concept/element/kind.")
    thing = text("Symbol of the element, or id of the material.")
    concept = text("Concept id.")
    kind = word("What kind.", Kind)
    strength = word("Explicit where both sides are stated.", Strength)
    sides = many(SideOut, "The positions, and the editions that hold them.")
    note = text("A remark of ours.", allow_none=True)


class ElementOut(SideLoads):
    """One element whole: ``detail=full``."""

    element = one(IdentityOut, "The element.")
    resolution = one(ResolutionOut, "How the mention was read.")
    summary = many(SummaryOut, "The verdict on each concept.")
    positions = many(PositionOut, "The position of every edition.")
    suspended = many(
        PositionOut,
        "Positions of editions that are suspended on that day: no part of the summary. Their "
        "suspensions stand with the edition.",
    )
    uncertain = many(
        PositionOut,
        "Positions of editions whose start or end is known to the month or year only, around that "
        "day: no part of the summary.",
    )
    disagreements = many(DisagreementOut, "Disagreements on this element.")
    figures = many(FigureOut, "Quantities about the concepts that somebody puts it in.")
    reasons = texts("Why no edition selected speaks of it; empty where one does.")
    links = by_key(fields.String(), "Related addresses.")


class ElementRowOut(Out):
    """An element among many."""

    atomic_number = number("Atomic number.")
    symbol = text("Symbol.")
    name = text("Name.")
    summary = many(SummaryOut, "The verdict on each concept.")


class ElementsOut(SideLoads):
    """Elements with their verdicts: ``detail=full``."""

    count = number("How many elements.")
    elements = many(ElementRowOut, "By atomic number.")


class DisagreementsOut(SideLoads):
    """Disagreements, the sharpest first."""

    count = number("How many.")
    disagreements = many(DisagreementOut, "The sharpest first.")
    reasons = texts("Why there is none; empty where there is one.")
