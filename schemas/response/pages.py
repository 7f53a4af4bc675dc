"""Answers about records, and about the service itself."""

from marshmallow import fields

from schemas.response.base import Out, ids, many, text
from schemas.response.elements import DisagreementOut
from schemas.response.questions import ChangeOut
from schemas.response.records import (
    AuthorityOut,
    CategoryOut,
    ClaimOut,
    ConceptOut,
    EditionOut,
    Envelope,
    FigureOut,
    SideLoads,
    SourceOut,
)


class CategoryHereOut(CategoryOut):
    """A category with its concept and what it names."""

    edition = text("Edition id.")
    concept = text("Concept id.")
    includes = ids("Symbols of elements it includes.")
    excludes = ids("Symbols of elements it says are not in it.")
    undecided = ids("Symbols of elements on which its wording does not decide.")


class ConceptPageOut(SideLoads):
    """A concept, the categories mapped to it, and what the editions in force make of it."""

    concept = fields.Nested(ConceptOut, required=True)
    categories = many(CategoryHereOut)
    members = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        required=True,
        metadata={"description": "Edition id -> symbols of the elements it includes."},
    )
    suspended = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        required=True,
        metadata={"description": "The same of editions that are suspended on that day."},
    )
    verdicts = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        required=True,
        metadata={"description": "Verdict -> symbols of elements."},
    )
    disagreements = many(DisagreementOut)
    figures = many(FigureOut)


class TimelineOut(Out):
    """One edition on the timeline of its series."""

    edition = text("Edition id.")
    series = text("The list it is an edition of.")
    title = text("Title.")
    from_ = fields.String(required=True, allow_none=True, data_key="from")
    to = text("First day no longer in force.", allow_none=True)
    in_force = fields.Boolean(required=True)
    changes = many(ChangeOut)


class AuthorityWithTimelineOut(AuthorityOut):
    """An authority with its editions, series by series, the oldest first."""

    timeline = many(TimelineOut)


class AuthorityPageOut(SideLoads):
    """An authority and its editions."""

    authority = fields.Nested(AuthorityWithTimelineOut, required=True)


class EditionPageOut(SideLoads):
    """An edition with its categories, claims and figures."""

    edition = fields.Nested(EditionOut, required=True)
    in_force = fields.Boolean(required=True)
    categories = many(CategoryHereOut)
    claims = many(ClaimOut)
    figures = many(FigureOut)


class SourcePageOut(SideLoads):
    """A source and the editions read in it."""

    source = fields.Nested(SourceOut, required=True)


class ConceptsOut(Envelope):
    """All concepts."""

    concepts = many(ConceptOut)


class AuthoritiesOut(Envelope):
    """All authorities."""

    authorities = many(AuthorityOut)


class EditionsOut(Envelope):
    """All editions, the newest first."""

    editions = many(EditionOut)


class SourcesOut(Envelope):
    """All sources."""

    sources = many(SourceOut)


class LinksOut(Out):
    """Where to go."""

    links = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class HealthOut(Out):
    """Whether the service is well."""

    status = text("ok")


class VersionOut(Out):
    """What is running."""

    version = text("Version of the service.")
    data_version = text("Version of the data.")
    data_digest = text("SHA-256 over all positions, in hexadecimal.")
    elements_from = text("Package and version the element facts come from.")
    revision = text("Revision of the code.")
