"""The shape of ``materials.toml``."""

from marshmallow import fields, validate

from schemas.fields import In, identifier, member_of, text
from service.model.enums import MaterialKind, Role


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


class MineralRow(In):
    """A line of ``minerals.csv`` or ``rocks.csv``."""

    id = identifier(required=True)
    name = text(required=True)
    broader = identifier(required=True, allow_none=True)
    formula = text(required=True, allow_none=True)
    elements = text(required=True, allow_none=True)
    source = identifier(required=True)


class MineralNameRow(In):
    """A line of ``mineral-names.csv``."""

    mineral = identifier(required=True)
    lang = fields.String(
        required=True, attribute="language", validate=validate.Regexp(r"^[a-z]{2}$")
    )
    name = text(required=True, attribute="text")
    source = identifier(required=True)


class MaterialsFile(In):
    """``materials.toml``."""

    materials = fields.List(fields.Nested(MaterialSchema), required=True)
