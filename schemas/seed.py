"""The shape of the seed files; closed sets of words are the enums of the model."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.fields import In, day, identifier, member_of, one_of, text
from service.model.enums import (
    AuthorityKind,
    Coverage,
    Grade,
    Match,
    MaterialKind,
    Nature,
    Relation,
    Role,
    Via,
    Where,
)

_symbols = fields.List(fields.String(), required=True, validate=validate.Length(min=1))
_one_to_118 = validate.Range(min=1, max=118)


class LocatorSchema(In):
    """Place in a document."""

    kind = one_of(
        [
            "paragraph",
            "section",
            "page",
            "table",
            "annex",
            "article",
            "entry",
            "list",
            "footnote",
            "line",
            "attribute",
            "document",
        ],
        required=True,
    )
    value = text(required=True, limit=120)


class ReleaseSchema(In):
    """One release of the data, and what it changed, one sentence each."""

    version = fields.String(required=True, validate=validate.Regexp(r"^\d{4}\.\d{1,2}\.\d+$"))
    released = day(required=True)
    changes = fields.List(text(), required=True, validate=validate.Length(min=1))


class DatasetSchema(In):
    """``dataset.toml``: the newest release comes first and is the data's version and day."""

    releases = fields.List(
        fields.Nested(ReleaseSchema), required=True, validate=validate.Length(min=1)
    )
    licence = text(required=True)
    languages = fields.List(fields.String(validate=validate.Regexp(r"^[a-z]{2}$")), required=True)


class AuthoritySchema(In):
    """One table of ``authorities.toml``."""

    id = identifier(required=True)
    name = text(required=True)
    short = text(limit=30)
    kind = member_of(AuthorityKind, required=True)
    jurisdiction = text()
    code = fields.String(validate=validate.Regexp(r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"))
    aliases = fields.List(text(limit=60), load_default=list)
    homepage = fields.Url()
    note = text()


class AuthoritiesFile(In):
    """``authorities.toml``."""

    authorities = fields.List(fields.Nested(AuthoritySchema), required=True)


class SourceSchema(In):
    """One table of ``sources.toml``: the bibliography."""

    id = identifier(required=True)
    title = text(required=True)
    publisher = text(required=True)
    published = day()
    language = fields.String(required=True, validate=validate.Regexp(r"^([a-z]{2}|mul)$"))
    url = fields.Url()
    doi = fields.String(validate=validate.Regexp(r"^10\.\d{4,}/\S+$"))
    citation = text()
    retrieved = day()
    media_type = fields.String(validate=validate.Regexp(r"^[a-z]+/[a-z0-9.+-]+$"))
    sha256 = fields.String(validate=validate.Regexp(r"^[0-9a-f]{64}$"))

    @validates_schema
    def _can_be_found(self, source: dict[str, Any], **_: Any) -> None:
        if not any(source.get(key) for key in ("url", "doi", "citation")):
            raise ValidationError("A url, a doi or a citation is needed.", "url")


class SourcesFile(In):
    """``sources.toml``."""

    sources = fields.List(fields.Nested(SourceSchema), required=True)


class ConceptSchema(In):
    """One table of ``concepts.toml``."""

    id = identifier(required=True)
    label = text(required=True)
    definition = text(required=True)
    nature = member_of(Nature, load_default=Nature.CLASSIFICATION)
    broader = identifier()
    aliases = fields.List(text(limit=60), load_default=list)


class ConceptsFile(In):
    """``concepts.toml``."""

    concepts = fields.List(fields.Nested(ConceptSchema), required=True)


class CitationSchema(In):
    """An edition read in a source."""

    source = identifier(required=True)
    grade = member_of(Grade, required=True)
    where = member_of(Where)
    reporter = text()
    read = text(required=True)


class SuspensionSchema(In):
    """Days on which an edition is not applied."""

    start = day(required=True)
    end = day()
    end_unconfirmed = fields.Boolean(load_default=False)
    note = text()


class FigureSchema(In):
    """A quantity about a concept."""

    slug = identifier(required=True)
    concept = identifier(required=True)
    quantity = text(required=True)
    value = fields.Decimal(required=True)
    unit = text(required=True)
    area = text(required=True)
    locator = fields.Nested(LocatorSchema, required=True)
    note = text()


class ListedMaterialSchema(In):
    """A material on a list, with the list's own wording."""

    id = identifier(required=True, attribute="material")
    label = text(required=True)


class ConstituentSchema(In):
    """An element of a material, and its role there."""

    symbol = fields.String(required=True)
    role = member_of(Role, required=True)


class MaterialNameSchema(In):
    """A spelling of a material."""

    lang = fields.String(
        required=True, attribute="language", validate=validate.Regexp(r"^[a-z]{2}$")
    )
    text = text(required=True)
    source = identifier(required=True)


class LinkSchema(In):
    """A material's id in another scheme."""

    scheme = identifier(required=True)
    value = text(required=True)
    source = identifier(required=True)


class MaterialSchema(In):
    """One table of ``materials.toml``."""

    id = identifier(required=True)
    name = text(required=True)
    kind = member_of(MaterialKind, required=True)
    broader = identifier()
    formula = text()
    elements = fields.List(fields.Nested(ConstituentSchema), load_default=list)
    sought = fields.List(fields.String(), load_default=list)
    names = fields.List(fields.Nested(MaterialNameSchema), load_default=list)
    links = fields.List(fields.Nested(LinkSchema), load_default=list)
    note = text()


class MaterialsFile(In):
    """``materials.toml``."""

    materials = fields.List(fields.Nested(MaterialSchema), required=True)


class UndecidedSchema(In):
    """Elements on which the wording does not decide."""

    elements = _symbols
    note = text(required=True)


class ClaimsSchema(In):
    """Elements of which an edition says one thing in one place; or a rule that names them."""

    elements = fields.List(fields.String(), validate=validate.Length(min=1))
    rule = identifier()
    relation = member_of(Relation, load_default=Relation.INCLUDES)
    via = member_of(Via, load_default=Via.NAMED, validate=validate.NoneOf([Via.RULE]))
    group = text()
    expansion = fields.String()
    form = text()
    against_count = fields.Boolean(load_default=False)
    locator = fields.Nested(LocatorSchema)
    note = text()

    @validates_schema
    def _elements_or_rule(self, claims: dict[str, Any], **_: Any) -> None:
        if ("elements" in claims) == ("rule" in claims):
            raise ValidationError("Either elements or a rule, not both.", "elements")

    @validates_schema
    def _group_names_its_expansion(self, claims: dict[str, Any], **_: Any) -> None:
        grouped = claims["via"] is Via.GROUP
        if grouped != ("group" in claims and "expansion" in claims):
            raise ValidationError(
                "via = 'group' needs the group's label and the category whose expansion is used, "
                "and they need it.",
                "group",
            )


class CategorySchema(In):
    """A class inside one edition."""

    slug = identifier(required=True)
    label = text(required=True)
    concept = identifier(required=True)
    match = member_of(Match, required=True)
    coverage = member_of(Coverage, required=True)
    locator = fields.Nested(LocatorSchema, required=True)
    broader = identifier()
    disjoint_with = fields.List(identifier(), load_default=list)
    count_said = fields.Integer(strict=True, validate=validate.Range(min=0, max=118))
    materials = fields.List(fields.Nested(ListedMaterialSchema), load_default=list)
    undecided = fields.List(fields.Nested(UndecidedSchema), load_default=list)
    claims = fields.List(fields.Nested(ClaimsSchema), load_default=list)
    note = text()


class EditionFile(In):
    """``editions/<id>.toml``: the id is the file's name."""

    authority = identifier(required=True)
    series = identifier(required=True)
    title = text(required=True)
    published = day()
    in_force_from = day()
    in_force_to = day()
    supersedes = identifier()
    derived_from = identifier()
    contradicts = fields.List(identifier(), load_default=list)
    last_checked = day()
    interval = fields.Integer(strict=True, validate=validate.Range(min=1, max=3660))
    official_count = fields.Integer(strict=True, validate=validate.Range(min=0, max=1000))
    count_note = text()
    note = text()
    sources = fields.List(
        fields.Nested(CitationSchema), required=True, validate=validate.Length(min=1)
    )
    suspensions = fields.List(fields.Nested(SuspensionSchema), load_default=list)
    figures = fields.List(fields.Nested(FigureSchema), load_default=list)
    categories = fields.List(
        fields.Nested(CategorySchema), required=True, validate=validate.Length(min=1)
    )


class NameRow(In):
    """A line of ``names.csv``."""

    atomic_number = fields.Integer(required=True, validate=_one_to_118)
    lang = fields.String(required=True, attribute="language")
    name = text(required=True, attribute="text")
    kind = one_of(["preferred", "spelling", "former", "systematic", "isotope"], required=True)
    mass_number = fields.Integer(required=True, allow_none=True)
    sources = text(required=True)


class TermRow(In):
    """A line of ``collective-terms.csv``."""

    term = text(required=True, attribute="text")
    lang = fields.String(required=True, attribute="language")
    concept = fields.String(required=True, allow_none=True)
    note = text(required=True)


class ElementRow(In):
    """One element of ``elements.json``."""

    atomic_number = fields.Integer(required=True, strict=True, validate=_one_to_118)
    symbol = fields.String(required=True)
    name = fields.String(required=True)
    group = fields.Integer(
        required=True, strict=True, allow_none=True, validate=validate.Range(min=1, max=18)
    )
    period = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=7))
    block = one_of(["s", "p", "d", "f"], required=True)
    cas = fields.String(required=True)
    inchi = fields.String(required=True)
    inchikey = fields.String(required=True)
    mass_numbers = fields.List(fields.Integer(strict=True), required=True)
    lasting_mass_numbers = fields.List(fields.Integer(strict=True), required=True)
    natural = fields.Boolean(required=True)


class ElementsFile(In):
    """``elements.json``: machine-written; ``sha256`` is of its elements as they were written."""

    made_from = fields.String(required=True)
    sha256 = fields.String(required=True)
    elements = fields.List(fields.Nested(ElementRow), required=True)
