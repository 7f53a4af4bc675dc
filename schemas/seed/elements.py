"""The shape of ``elements.json``, ``names.csv`` and ``collective-terms.csv``."""

from marshmallow import fields, validate

from schemas.fields import In, one_of, text

_one_to_118 = validate.Range(min=1, max=118)


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
