"""Answers in brief, ``detail=brief``: a sentence, and named holders with a place to read them."""

from marshmallow import fields

from schemas.response.base import (
    Out,
    Quantity,
    by_key,
    many,
    mapping,
    number,
    one,
    text,
    texts,
    word,
)
from schemas.response.records import Envelope, day_field, version_field
from service.model.enums import AuthorityKind, By, Nature, Stand, Status, Strength, Verdict, Where


def _text(description: str) -> fields.String:
    field = text(description)
    field.required = False
    return field


class BriefIdentityOut(Out):
    """An element's identity in brief."""

    symbol = text("Symbol.")
    name = text("Name as mendeleev gives it: American English.")
    atomic_number = number("Atomic number.")
    cas = text("CAS registry number.")


class ReadAsOut(Out):
    """How the mention was read; members that say nothing are left out."""

    by = word("By what.", By)
    mass_number = fields.Integer(metadata={"description": "Of an isotope."})
    charge = fields.Integer(metadata={"description": "Of an ion, in e."})
    note = _text("A remark.")
    warnings = fields.List(
        fields.String(), metadata={"description": "Other readings of the same text."}
    )


class BriefHolderOut(Out):
    """An authority on one side, by its newest edition."""

    authority = text("Authority id.")
    edition = text("Edition id; see `editions`.")
    status = fields.String(metadata={"x-extensible-enum": [each.value for each in Status]})


class BesideOut(Out):
    """The position of an edition that does not count on the day: suspended, or uncertain."""

    authority = text("Authority id.")
    edition = text("Edition id; see `editions`.")
    position = word("Its position.", Stand)
    status = word("Null where silent.", Status, allow_none=True)


class RemovedOut(Out):
    """A list in force from which the element was removed."""

    authority = text("Authority id.")
    edition = text("Edition id; see `editions`.")
    named_in = text("The edition before, which named it.")


class MaterialHolderOut(Out):
    """An authority whose list names a material of the element, not the element."""

    authority = text("Authority id.")
    edition = text("Edition id; see `editions`.")
    materials = texts("Ids of the materials.")


class MoreOut(Out):
    """Holders beyond those shown, counted."""

    included = fields.Integer()
    excluded = fields.Integer()
    link = text("The same question with all of them.")


class BriefConceptOut(Out):
    """The verdict on one concept, and who holds it."""

    concept = text("Concept id.")
    nature = word("Opinions on a classification can contradict; listings cannot.", Nature)
    verdict = word("What the authorities come to.", Verdict)
    strength = fields.String(metadata={"x-extensible-enum": [each.value for each in Strength]})
    dissent = _text("How a lone authority stands against the others, such as '1 of 27, software'.")
    listed_by = fields.Integer(
        metadata={"description": "Of a listing: jurisdictions whose lists in force name it."}
    )
    of = fields.Integer(
        metadata={"description": "Of a listing: jurisdictions with such lists in force."}
    )
    included = fields.List(fields.Nested(BriefHolderOut))
    excluded = fields.List(fields.Nested(BriefHolderOut))
    contradictory = fields.List(fields.Nested(BriefHolderOut))
    as_material = fields.List(fields.Nested(MaterialHolderOut))
    suspended = fields.List(fields.Nested(BesideOut))
    uncertain = fields.List(fields.Nested(BesideOut))
    removed = fields.List(fields.Nested(RemovedOut))
    silent = fields.Integer(metadata={"description": "How many authorities are silent."})
    more = fields.Nested(MoreOut)


class BriefEditionOut(Out):
    """An edition in brief: whose it is, and where to read it."""

    authority = text("The authority's name in a sentence.")
    kind = word("What sort of authority.", AuthorityKind)
    title = text("Title.")
    published = _text("Date as YYYY, YYYY-MM or YYYY-MM-DD.")
    read = word("What kind of place we read it in.", Where)
    source = text("Where: an address, or a citation.")


class BriefFigureOut(Out):
    """A quantity about a concept, in brief."""

    concept = text("Concept id.")
    edition = text("Edition id.")
    quantity = text("What is measured.")
    value = Quantity(required=True)
    unit = text("Unit.")
    area = text("Where.")


class BriefElementOut(Out):
    """One element in brief."""

    element = one(BriefIdentityOut, "The element.")
    read_as = one(ReadAsOut, "How the mention was read.")
    as_of = day_field()
    data_version = version_field()
    answer = text("The answer in a sentence or a few.")
    concepts = many(BriefConceptOut, "Disputed ones first, then those that include the element.")
    excluded_everywhere = texts("Concept ids: everybody who speaks of them excludes it.")
    silent_everywhere = texts("Concept ids: nobody in force says anything of it.")
    figures = many(BriefFigureOut, "Quantities about the concepts that somebody puts it in.")
    editions = mapping(BriefEditionOut, "The editions named above, by id.")
    links = by_key(fields.String(), "Related addresses.")


class VerdictCountsOut(Out):
    """The verdict on one concept, in numbers of authorities."""

    concept = text("Concept id.")
    verdict = word("What the authorities come to.", Verdict)
    included = number("Authorities that include it.")
    excluded = number("Authorities that exclude it.")
    silent = number("Authorities that are silent.")
    listed_by = fields.Integer()
    of = fields.Integer()


class BriefElementRowOut(Out):
    """An element among many, in brief."""

    atomic_number = number("Atomic number.")
    symbol = text("Symbol.")
    name = text("Name.")
    concepts = many(VerdictCountsOut)


class BriefElementsOut(Envelope):
    """Elements with their verdicts in brief."""

    count = number("How many elements.")
    elements = many(BriefElementRowOut)
    links = by_key(fields.String(), "Related addresses.")


class MaterialVerdictsOut(Out):
    """A material of a batch, with its verdicts."""

    name = text("Name.")
    concepts = many(BriefConceptOut)


class ElementVerdictsOut(Out):
    """An element of a batch or a formula, with its verdicts."""

    name = text("Name.")
    atomic_number = number("Atomic number.")
    concepts = many(BriefConceptOut)
    excluded_everywhere = fields.List(fields.String())
    silent_everywhere = fields.List(fields.String())
