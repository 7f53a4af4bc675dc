"""The records as they are answered: authorities, sources, concepts, editions, claims."""

from typing import Any

from marshmallow import fields

from schemas.response.base import (
    Out,
    Quantity,
    day,
    many,
    mapping,
    number,
    one,
    text,
    texts,
    truth,
    word,
)
from service.model.enums import (
    AuthorityKind,
    Coverage,
    Grade,
    Match,
    Nature,
    Relation,
    Status,
    Via,
    Where,
)


def day_field() -> fields.Date:
    """Make the field for the day of which an answer speaks."""
    return day("The day on which the editions that take part are in force.")


def version_field() -> fields.String:
    """Make the field for the version of the data."""
    return text("Version of the data set, by calendar.")


class Envelope(Out):
    """The data and the day of which an answer speaks."""

    as_of = day_field()
    data_version = version_field()


class LocatorOut(Out):
    """A place in a document."""

    kind = text("Such as paragraph, page, table, annex.")
    value = text("Its number or name.")


class AuthorityOut(Out):
    """The body, work or program that makes a classification."""

    id = text("Identifier.")
    name = text("Name.")
    short = text("Name in a sentence.")
    kind = word("What sort of authority.", AuthorityKind)
    jurisdiction = text("State or union, if it has one.", allow_none=True)
    code = text("Code of the jurisdiction by ISO 3166, or EU.", allow_none=True)
    aliases = texts("Other names by which it is found.")
    homepage = text("Address.", allow_none=True)
    note = text("A remark of ours.", allow_none=True)


class SourceOut(Out):
    """The document in which we read a statement."""

    id = text("Identifier.")
    title = text("Title.")
    publisher = text("Publisher.")
    published = text("Date as YYYY, YYYY-MM or YYYY-MM-DD.", allow_none=True)
    language = text("ISO 639-1 code, or mul for several languages.")
    url = text("Address.", allow_none=True)
    doi = text("Digital object identifier.", allow_none=True)
    citation = text("Bibliographic citation.", allow_none=True)
    retrieved = text("Date as YYYY, YYYY-MM or YYYY-MM-DD.", allow_none=True)
    media_type = text("Media type of what was read.", allow_none=True)
    sha256 = text("SHA-256 of the text we read, in hexadecimal.", allow_none=True)


class ConceptOut(Out):
    """Our canonical class."""

    id = text("Identifier.")
    label = text("Label.")
    definition = text("What the concept is about.")
    nature = word("Opinions on a classification can contradict; listings cannot.", Nature)
    broader = text("A wider concept.", allow_none=True)
    aliases = texts("Other names by which it is found.")


class CitationOut(Out):
    """A place in which an edition was read."""

    source = text("Source id.")
    grade = word("How near to the authority's own words.", Grade)
    where = word("What kind of place it is.", Where)
    reporter = text("Who wrote it down, where that is not the authority.", allow_none=True)
    read = text("What was read, and what was not.")


class SuspensionOut(Out):
    """Days on which an edition was not applied."""

    start = text("First day.")
    end = text("First day on which it applied again, or was to.", allow_none=True)
    end_unconfirmed = truth(
        "The end was announced; whether it came is not known to us, and the edition counts as "
        "suspended."
    )
    note = text("A remark of ours.", allow_none=True)


class EditionOut(Out):
    """One dated statement of one authority."""

    id = text("Identifier.")
    authority = text("Authority id.")
    series = text("The list it is an edition of.")
    title = text("Title.")
    published = text("Date as YYYY, YYYY-MM or YYYY-MM-DD.", allow_none=True)
    in_force_from = text("First day in force; from publication where null.", allow_none=True)
    in_force_to = text("First day no longer in force.", allow_none=True)
    suspensions = many(SuspensionOut, "When it was not applied.")
    supersedes = text("The edition before it.", allow_none=True)
    derived_from = text("The edition it copies or repeats: one voice.", allow_none=True)
    official_count = number("Entries by the authority's own count.", allow_none=True)
    count_note = text("Why our entries do not add up to that count.", allow_none=True)
    note = text("A remark of ours.", allow_none=True)
    sources = many(CitationOut, "Where it was read.", attribute="citations")


class ListedMaterialOut(Out):
    """A material on a list: no claim on an element."""

    material = text("Material id.")
    label = text("As the edition names it.")


class BriefCategoryOut(Out):
    """A class inside an edition, and how its silence is to be read."""

    id = text("Identifier: edition/slug.")
    label = text("In the edition's words.")
    match = word("The category against the concept; broad is wider.", Match)
    coverage = word("Whether the list excludes what it does not name.", Coverage)
    locator = one(LocatorOut, "Where it stands.")
    note = text("A remark of ours.", allow_none=True)


class CategoryOut(BriefCategoryOut):
    """A class inside an edition, with what it names."""

    edition = text("Edition id.")
    concept = text("Concept id.")
    count_said = number("Members by the edition's own count.", allow_none=True)
    broader = text("Category id.", allow_none=True)
    disjoint_with = texts("Category ids.")
    materials = many(ListedMaterialOut, "Materials it names: no claims on elements.")


class CategoryWithMembersOut(Out):
    """A class inside an edition, and the elements it names."""

    category = one(CategoryOut, "The class.")
    includes = texts("Symbols of elements it includes.")
    excludes = texts("Symbols of elements it says are not in it.")
    undecided = texts("Symbols of elements on which its wording does not decide.")


class ClaimOut(Out):
    """A statement of an edition on one element."""

    id = text("Identifier.")
    category = text("Category id.")
    thing = text("Symbol of the element, or id of the material.")
    relation = word("What is said.", Relation)
    status = word("Said of the element, or following from what is said.", Status)
    via = word("How the edition reaches the element.", Via)
    group = text("The list's entry, where that is a group.", allow_none=True)
    expansion = text("Category whose expansion of the group is used.", allow_none=True)
    form = text("The form that is meant, such as battery grade.", allow_none=True)
    locator = one(LocatorOut, "Where it stands.")
    note = text("A paraphrase of ours.", allow_none=True)


class FigureOut(Out):
    """A quantity about a concept."""

    id = text("Identifier.")
    edition = text("Edition id.")
    concept = text("Concept id.")
    quantity = text("What is measured.")
    value = Quantity(required=True, metadata={"description": "How much."})
    unit = text("Unit.")
    area = text("Where.")
    locator = one(LocatorOut, "Where it stands.")
    note = text("A remark of ours.", allow_none=True)


class SideLoads(Envelope):
    """Every record that the answer names by id, once; these maps come behind the answer itself."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name in ("concepts", "editions", "authorities", "sources"):
            if name in SideLoads._declared_fields and name in self.dump_fields:
                self.dump_fields[name] = self.dump_fields.pop(name)

    concepts = mapping(ConceptOut, "Concepts by id.")
    editions = mapping(EditionOut, "Editions by id: those the answer used.")
    authorities = mapping(AuthorityOut, "Authorities by id.")
    sources = mapping(SourceOut, "Sources by id.")
