"""Answers about elements."""

from marshmallow import fields

from schemas.response.base import Out, ids, many, text, word
from schemas.response.records import BriefCategoryOut, ClaimOut, SideLoads


class IdentityOut(Out):
    """What identifies an element."""

    atomic_number = fields.Integer(required=True)
    symbol = text("Symbol.")
    name = text("Name as mendeleev gives it: American English.")
    names = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        required=True,
        metadata={"description": "Names by language (ISO 639-1)."},
    )
    group = fields.Integer(
        required=True, metadata={"description": "Column 1 to 18."}, allow_none=True
    )
    period = fields.Integer(required=True)
    block = text("s, p, d or f.")
    cas = text("CAS registry number.")
    inchi = text("InChI of the atom.")
    inchikey = text("InChIKey of the atom.")


class ResolutionOut(Out):
    """How a mention was matched."""

    query = fields.Raw(required=True, metadata={"description": "The mention as it came."})
    by = word(
        "By what.",
        "symbol, atomic-number, isotope, ion, cas, inchi, inchikey, name, former-name, "
        "systematic-name, symbol-case-folded",
    )
    language = text("Language of the name.", allow_none=True)
    languages = ids("Every language in which the name is spelt so.")
    variant = text("The spelling that matched.", allow_none=True)
    canonical = text("The element's symbol.", allow_none=True)
    mass_number = fields.Integer(required=True, allow_none=True)
    charge = fields.Integer(required=True, metadata={"description": "In e."}, allow_none=True)
    note = text("A remark.", allow_none=True)
    warnings = ids("Other readings of the same text.")


class SummaryOut(Out):
    """Every stand on one concept."""

    concept = text("Concept id.")
    verdict = word("What they come to.", "agreed-in, agreed-out, disputed, single, silent")
    included = ids("Edition ids.")
    excluded = ids("Edition ids.")
    silent = ids("Edition ids.")
    contradictory = ids("Edition ids.")


class PositionOut(Out):
    """What one edition holds on a concept and the element."""

    concept = text("Concept id.")
    edition = text("Edition id.")
    in_force = fields.Boolean(
        required=True, metadata={"description": "Whether the edition is in force on that day."}
    )
    position = word("Its stand.", "included, excluded, silent, contradictory")
    status = text("stated or implied; null where silent.", allow_none=True)
    basis = word(
        "Why.",
        "claim, narrower-category, disjoint-category, closed-list, wider-category, "
        "undecided-wording, nothing-said",
    )
    explanation = text("Why, in a sentence of ours.")
    category = fields.Nested(BriefCategoryOut, required=True)
    materials = ids("Minerals or products in the category that a reader may look for: no claims.")
    claims = many(ClaimOut)
    note = text("A remark of ours.", allow_none=True)


class BriefPositionOut(Out):
    """A position by ids."""

    concept = text("Concept id.")
    edition = text("Edition id.")
    position = word("Its stand.", "included, excluded, silent, contradictory")
    status = text("stated or implied; null where silent.", allow_none=True)
    claims = ids("Claim ids.")


class HolderOut(Out):
    """Who holds one side."""

    edition = text("Edition id.")
    status = text("stated or implied; null where silent.", allow_none=True)
    basis = text("Why the edition stands there.")
    category = text("Category id.")
    claims = ids("Claim ids.")


class SideOut(Out):
    """One side of a disagreement."""

    position = word("Its stand.", "included, excluded, silent, contradictory")
    concept = text("Concept id.")
    holders = many(HolderOut)


class DisagreementOut(Out):
    """Positions that cannot all be right, or one that not all share."""

    id = text("Identifier: concept/element/kind.")
    element = text("Symbol.")
    concept = text("Concept id.")
    kind = word("What kind.", "membership, placement, boundary, internal, coverage")
    strength = word("Explicit where both sides are stated.", "explicit, inferred")
    sides = many(SideOut)
    note = text("A remark of ours.", allow_none=True)


class ElementOut(SideLoads):
    """Everything about one element."""

    element = fields.Nested(IdentityOut, required=True)
    resolution = fields.Nested(ResolutionOut, required=True)
    summary = many(SummaryOut)
    positions = many(PositionOut)
    suspended = fields.List(
        fields.Nested(PositionOut),
        required=True,
        metadata={
            "description": "Positions of editions that are suspended on that day: no part of the "
            "summary. Their suspensions stand with the edition."
        },
    )
    disagreements = many(DisagreementOut)
    links = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class BriefOut(Out):
    """An element among many."""

    atomic_number = fields.Integer(required=True)
    symbol = text("Symbol.")
    name = text("Name.")
    summary = many(SummaryOut)
    positions = many(BriefPositionOut)


class ElementsOut(SideLoads):
    """Elements with their positions."""

    count = fields.Integer(required=True)
    elements = many(BriefOut)


class DisagreementsOut(SideLoads):
    """Disagreements, the sharpest first."""

    count = fields.Integer(required=True)
    disagreements = many(DisagreementOut)
