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
from schemas.response.elements import HeadingOut
from schemas.response.records import Envelope, day_field, version_field
from service.model.enums import AuthorityKind, By, Nature, Stand, Status, Strength, Verdict, Where


class BriefIdentityOut(Out):
    """An element's identity in brief."""

    symbol = text("Symbol.")
    name = text("Name as mendeleev gives it: American English.")
    atomic_number = number("Atomic number.")
    cas = text("CAS registry number.")


class ReadAsOut(Out):
    """The reading of the mention; members that say nothing are left out."""

    by = word("By what.", By)
    mass_number = number("Of an isotope.", required=False)
    charge = number("Of an ion, in e.", required=False)
    note = text("A remark.", required=False)
    heading = one(HeadingOut, "What stood beside it: a unit, a method.", required=False)
    warnings = texts("Other readings of the same text.", required=False)


class BriefHolderOut(Out):
    """An authority on one side, by its newest edition."""

    authority = text("Authority id.")
    edition = text("Edition id; see `editions`.")
    status = word("Whether its edition says so, or it follows.", Status, required=False)


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

    included = number("Not shown, though they include it.", required=False)
    excluded = number("Not shown, though they exclude it.", required=False)
    contradictory = number("Not shown, though they do both.", required=False)
    as_material = number("Not shown, though they name a material of it.", required=False)
    link = text("The same question with all of them.")


class BriefConceptOut(Out):
    """The verdict on one concept, and who holds it."""

    concept = text("Concept id.")
    nature = word("Opinions on a classification can contradict; listings cannot.", Nature)
    verdict = word("What the authorities come to.", Verdict)
    strength = word("Of a dispute: explicit where both sides state it.", Strength, required=False)
    dissent = text(
        "A lone authority against the others, such as '1 of 27, software'.", required=False
    )
    listed_by = number("Of a listing: jurisdictions whose lists in force name it.", required=False)
    of = number("Of a listing: jurisdictions with such lists in force.", required=False)
    included = many(BriefHolderOut, "Authorities that include it.", required=False)
    excluded = many(BriefHolderOut, "Authorities that exclude it.", required=False)
    contradictory = many(BriefHolderOut, "Authorities on both sides.", required=False)
    as_material = many(
        MaterialHolderOut, "Authorities whose lists name a material of it.", required=False
    )
    suspended = many(BesideOut, "Editions suspended on the day: not counted.", required=False)
    uncertain = many(
        BesideOut, "Editions that may not be in force on the day: not counted.", required=False
    )
    removed = many(RemovedOut, "Lists from which it was removed.", required=False)
    silent = number("How many authorities are silent.", required=False)
    more = one(MoreOut, "Authorities not shown here.", required=False)


class BriefEditionOut(Out):
    """An edition in brief: whose it is, and where to read it."""

    authority = text("The authority's name in a sentence.")
    kind = word("What sort of authority.", AuthorityKind)
    title = text("Title.")
    published = text("Date as YYYY, YYYY-MM or YYYY-MM-DD.", required=False)
    read = word("What kind of place we read it in.", Where)
    source = text("Where: an address, or a citation.")


class BriefFigureOut(Out):
    """A quantity about a concept, in brief."""

    concept = text("Concept id.")
    edition = text("Edition id.")
    quantity = text("What is measured.")
    value = Quantity(required=True, metadata={"description": "How much."})
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
    listed_by = number("Of a listing: jurisdictions whose lists in force name it.", required=False)
    of = number("Of a listing: jurisdictions with such lists in force.", required=False)


class BriefElementRowOut(Out):
    """An element among many, in brief."""

    atomic_number = number("Atomic number.")
    symbol = text("Symbol.")
    name = text("Name.")
    concepts = many(VerdictCountsOut, "The verdict on each concept.")


class BriefElementsOut(Envelope):
    """Elements with their verdicts in brief."""

    count = number("How many elements.")
    elements = many(BriefElementRowOut, "By atomic number.")
    links = by_key(fields.String(), "Related addresses.")


class MaterialVerdictsOut(Out):
    """A material of a batch, with its verdicts."""

    name = text("Name.")
    concepts = many(BriefConceptOut, "Those of listings.")


class ElementVerdictsOut(Out):
    """An element of a batch or a formula, with its verdicts."""

    name = text("Name.")
    atomic_number = number("Atomic number.")
    concepts = many(BriefConceptOut, "Disputed ones first, then those that include the element.")
    excluded_everywhere = texts(
        "Concept ids: everybody who speaks of them excludes it.", required=False
    )
    silent_everywhere = texts("Concept ids: nobody in force says anything of it.", required=False)
