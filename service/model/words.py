"""The closed sets of words that the model uses."""

from enum import StrEnum


class AuthorityKind(StrEnum):
    """What sort of body, work or program an authority is."""

    MINISTRY = "ministry"
    LAW = "law"
    STANDARDS_BODY = "standards-body"
    SURVEY = "survey"
    AGENCY = "agency"
    REFERENCE_WORK = "reference-work"
    PRESS = "press"
    SCIENCE = "science"
    SOFTWARE = "software"


class Grade(StrEnum):
    """How near we stand to the authority's own words."""

    PRIMARY = "primary"
    REPORTED = "reported"
    SOFTWARE = "software"


class Match(StrEnum):
    """How an edition's category relates to our concept."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"


class Coverage(StrEnum):
    """Whether a list excludes what it does not name (closed) or is silent about it (open)."""

    CLOSED = "closed"
    OPEN = "open"


class Relation(StrEnum):
    """What a claim says of an element and a category."""

    INCLUDES = "includes"
    EXCLUDES = "excludes"


class Status(StrEnum):
    """Whether the edition says it of the element itself, or it follows from what it says."""

    STATED = "stated"
    IMPLIED = "implied"


class Via(StrEnum):
    """How the edition reaches the element."""

    NAMED = "named"
    RANGE = "range"
    GROUP = "group"
    RULE = "rule"


class Stand(StrEnum):
    """What an edition holds on a concept and an element."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    SILENT = "silent"
    CONTRADICTORY = "contradictory"


class Basis(StrEnum):
    """Why a position is what it is."""

    CLAIM = "claim"
    NARROWER_CATEGORY = "narrower-category"
    DISJOINT_CATEGORY = "disjoint-category"
    CLOSED_LIST = "closed-list"
    WIDER_CATEGORY = "wider-category"
    UNDECIDED_WORDING = "undecided-wording"
    NOTHING_SAID = "nothing-said"


class Verdict(StrEnum):
    """What the positions on one concept and element come to, with no winner declared."""

    AGREED_IN = "agreed-in"
    AGREED_OUT = "agreed-out"
    DISPUTED = "disputed"
    SINGLE = "single"
    SILENT = "silent"


class Kind(StrEnum):
    """The kinds of disagreement, the sharpest first."""

    MEMBERSHIP = "membership"
    PLACEMENT = "placement"
    BOUNDARY = "boundary"
    INTERNAL = "internal"
    COVERAGE = "coverage"


class Strength(StrEnum):
    """Explicit where both sides are stated, inferred otherwise."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"
