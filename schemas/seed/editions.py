"""The shape of ``editions/<id>.toml``."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.fields import In, day, identifier, member_of, one_of, text
from service.model.enums import Coverage, Grade, Match, Relation, Via, Where


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


class UndecidedSchema(In):
    """Elements on which the wording does not decide."""

    elements = fields.List(fields.String(), required=True, validate=validate.Length(min=1))
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
