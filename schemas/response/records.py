"""Records as they are answered."""

from marshmallow import fields

from schemas.response.base import Out, ids, many, mapping, text, word


class Envelope(Out):
    """Of which data and which day an answer speaks."""

    data_version = text("Version of the data set, by calendar.")
    as_of = fields.Date(
        required=True,
        metadata={"description": "The day on which the editions that take part are in force."},
    )


class LocatorOut(Out):
    """Where in a document."""

    kind = text("Such as paragraph, page, table, annex.")
    value = text("Its number or name.")


class AuthorityOut(Out):
    """Whoever makes a classification."""

    id = text("Identifier.")
    name = text("Name.")
    kind = word(
        "What sort of authority.",
        "ministry, law, standards-body, survey, agency, reference-work, press, science, software",
    )
    jurisdiction = text("State or union, if it has one.", allow_none=True)
    homepage = fields.Url(required=True, allow_none=True)
    note = text("A remark of ours.", allow_none=True)


class SourceOut(Out):
    """The document in which we read a statement."""

    id = text("Identifier.")
    title = text("Title.")
    publisher = text("Publisher.")
    published = text("Date as YYYY, YYYY-MM or YYYY-MM-DD.", allow_none=True)
    language = text("ISO 639-1 code, or mul for several languages.")
    url = fields.Url(required=True, allow_none=True)
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
    broader = text("A wider concept.", allow_none=True)


class CitationOut(Out):
    """Where an edition was read."""

    source = text("Source id.")
    grade = word("How near to the authority's own words.", "primary, reported, software")
    reporter = text("Who wrote it down, where that is not the authority.", allow_none=True)
    read = text("What was read, and what was not.")


class SuspensionOut(Out):
    """Days on which an edition was not applied."""

    start = text("First day.")
    end = text("First day on which it applied again, or was to.", allow_none=True)
    end_unconfirmed = fields.Boolean(
        required=True,
        metadata={
            "description": "The end was announced; whether it came is not known to us, and the "
            "edition counts as suspended."
        },
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
    suspensions = many(SuspensionOut)
    supersedes = text("The edition before it.", allow_none=True)
    official_count = fields.Integer(required=True, allow_none=True)
    count_note = text("Why our entries do not add up to that count.", allow_none=True)
    note = text("A remark of ours.", allow_none=True)
    sources = many(CitationOut)


class MaterialOut(Out):
    """A mineral or product on a list: no claim on an element."""

    label = text("As the edition names it.")
    elements = ids("Symbols of elements a reader may look for.")


class BriefCategoryOut(Out):
    """Which class inside an edition is meant, and how its silence is to be read."""

    id = text("Identifier: edition/slug.")
    label = text("In the edition's words.")
    match = word("The category against the concept.", "exact, close, broad (wider), narrow")
    coverage = word("Whether the list excludes what it does not name.", "closed, open")
    locator = fields.Nested(LocatorOut, required=True)


class CategoryOut(BriefCategoryOut):
    """A class inside an edition."""

    count_said = fields.Integer(required=True, allow_none=True)
    broader = text("Category id.", allow_none=True)
    disjoint_with = ids("Category ids.")
    materials = many(MaterialOut)
    note = text("A remark of ours.", allow_none=True)


class ClaimOut(Out):
    """What an edition says of one element."""

    id = text("Identifier.")
    category = text("Category id.")
    relation = word("What is said.", "includes, excludes")
    status = word("Said of the element, or following from what is said.", "stated, implied")
    via = word("How the edition reaches the element.", "named, range, group, rule")
    group = text("The list's entry, where that is a group.", allow_none=True)
    expansion = text("Category whose expansion of the group is used.", allow_none=True)
    form = text("The form that is meant, such as battery grade.", allow_none=True)
    locator = fields.Nested(LocatorOut, required=True)
    note = text("A paraphrase of ours.", allow_none=True)


class FigureOut(Out):
    """A quantity about a concept."""

    id = text("Identifier.")
    edition = text("Edition id.")
    concept = text("Concept id.")
    quantity = text("What is measured.")
    value = fields.Float(required=True)
    unit = text("Unit.")
    area = text("Where.")
    locator = fields.Nested(LocatorOut, required=True)
    note = text("A remark of ours.", allow_none=True)


class SideLoads(Envelope):
    """Every record that the answer names by id, once."""

    concepts = mapping(ConceptOut, "Concepts by id.")
    editions = mapping(EditionOut, "Editions by id: those the answer used.")
    authorities = mapping(AuthorityOut, "Authorities by id.")
    sources = mapping(SourceOut, "Sources by id.")
