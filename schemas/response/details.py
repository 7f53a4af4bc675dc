"""Answers about one record, and lists of records."""

from marshmallow import fields

from schemas.response.base import Out, by_key, many, mapping, number, one, text, texts, truth
from schemas.response.comparisons import ChangeOut
from schemas.response.elements import DisagreementOut
from schemas.response.records import (
    AuthorityOut,
    CategoryWithMembersOut,
    ClaimOut,
    ConceptOut,
    EditionOut,
    Envelope,
    FigureOut,
    SideLoads,
    SourceOut,
)


class ConceptDetailOut(SideLoads):
    """A concept, the categories mapped to it, and what the editions in force make of it."""

    concept = one(ConceptOut, "The concept.")
    categories = many(CategoryWithMembersOut, "The classes of editions mapped to it.")
    members = by_key(
        fields.List(fields.String()), "Symbols of the elements that an edition includes, by its id."
    )
    suspended = by_key(
        fields.List(fields.String()), "The same of editions that are suspended on that day."
    )
    verdicts = by_key(fields.List(fields.String()), "Symbols of elements by verdict.")
    disagreements = many(DisagreementOut, "The sharpest first.")
    figures = many(FigureOut, "Quantities, such as reserves.")


class TimelineOut(Out):
    """One edition on the timeline of its series."""

    edition = text("Edition id.")
    series = text("The list it is an edition of.")
    title = text("Title.")
    from_ = text("When it begins.", allow_none=True, data_key="from", attribute="start")
    to = text("First day no longer in force.", allow_none=True, attribute="end")
    in_force = truth("Whether it is in force on the day.")
    changes = many(ChangeOut, "Against the edition before it.")


class AuthorityDetailOut(SideLoads):
    """An authority and its editions, series by series, the oldest first."""

    authority = one(AuthorityOut, "The authority.")
    timeline = many(TimelineOut, "List by list, the oldest edition first.")


class EditionDetailOut(SideLoads):
    """An edition with its categories, claims and figures."""

    edition = one(EditionOut, "The edition.")
    in_force = truth("Whether it is in force on the day.")
    categories = many(CategoryWithMembersOut, "Its classes.")
    claims = many(ClaimOut, "What it says of elements.")
    figures = many(FigureOut, "Quantities it gives.")


class SourceDetailOut(SideLoads):
    """A source and the editions read in it."""

    source = one(SourceOut, "The source.")


class ConceptsOut(Envelope):
    """All concepts."""

    concepts = many(ConceptOut, "Every concept.")


class AuthoritiesOut(Envelope):
    """All authorities."""

    authorities = many(AuthorityOut, "Every authority.")


class EditionsOut(Envelope):
    """All editions, the newest first."""

    editions = many(EditionOut, "Every edition, the newest first.")


class SourcesOut(Envelope):
    """All sources."""

    sources = many(SourceOut, "Every source.")


class CoverageOut(Out):
    """Amount of data on one concept."""

    editions = number("Editions that speak of it.")
    authorities = number("Authorities that speak of it.")
    closed_lists = number("Closed lists among them.")
    claims = number("Claims.")


class ReleaseOut(Out):
    """One release of the data."""

    version = text("Version.")
    released = text("Day.")
    changes = texts("What changed, one sentence each: New, Corrected, Retired, Keys, Licence.")


class DatasetOut(Envelope):
    """The data set: counts, grades, coverage, releases."""

    released = text("Day of the release.")
    licence = text("Licence of the data.")
    digest = text("SHA-256 over the files of the data, in hexadecimal.")
    counts = by_key(fields.Integer(), "Records by kind.")
    grades = by_key(fields.Integer(), "Editions by the best grade of their sources.")
    coverage = mapping(CoverageOut, "How much is held of each concept, by its id.")
    releases = many(ReleaseOut, "The newest first.")
