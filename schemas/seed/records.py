"""The shape of ``dataset.toml``, ``authorities.toml``, ``sources.toml`` and ``concepts.toml``."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.fields import In, day, identifier, member_of, text
from service.model.enums import AuthorityKind, Nature


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
