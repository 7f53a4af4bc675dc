"""The closed sets of words that the model uses."""

from enum import StrEnum


class AuthorityKind(StrEnum):
    """Sort of body, work or program that an authority is, in the order a reader weighs them."""

    STANDARDS_BODY = "standards-body"
    LAW = "law"
    MINISTRY = "ministry"
    AGENCY = "agency"
    SURVEY = "survey"
    SCIENCE = "science"
    REFERENCE_WORK = "reference-work"
    SOFTWARE = "software"
    PRESS = "press"


OFFICIAL = frozenset(
    {
        AuthorityKind.STANDARDS_BODY,
        AuthorityKind.LAW,
        AuthorityKind.MINISTRY,
        AuthorityKind.AGENCY,
        AuthorityKind.SURVEY,
    }
)
"""The kinds of authority that speak for a state, a union or a standards body."""


class Nature(StrEnum):
    """Nature of a concept: opinions on a classification can contradict, listings cannot."""

    CLASSIFICATION = "classification"
    LISTING = "listing"


class Grade(StrEnum):
    """Nearness to the authority's own words."""

    PRIMARY = "primary"
    REPORTED = "reported"
    SOFTWARE = "software"


class Where(StrEnum):
    """Kind of place in which an edition was read."""

    OWN_PAGE = "own-page"
    COPY = "copy"
    TRANSLATION = "translation"
    REPORT = "report"
    SOFTWARE = "software"


class MaterialKind(StrEnum):
    """Kind of a material."""

    MINERAL = "mineral"
    ROCK = "rock"
    ORE = "ore"
    CONCENTRATE = "concentrate"
    COMPOUND = "compound"
    ALLOY = "alloy"
    PRODUCT = "product"
    FUEL = "fuel"


class Role(StrEnum):
    """Role of an element in a material: in its formula, hosted by it, or looked for under it."""

    ESSENTIAL = "essential"
    CARRIED = "carried"
    CUSTOMARY = "customary"


class Match(StrEnum):
    """Relation of an edition's category to our concept."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"


class Coverage(StrEnum):
    """A closed list excludes every element that it does not name; an open one is silent."""

    CLOSED = "closed"
    OPEN = "open"


class Relation(StrEnum):
    """Relation of an element to a category in a claim."""

    INCLUDES = "includes"
    EXCLUDES = "excludes"


class Status(StrEnum):
    """Stated of the element itself, or implied by another statement."""

    STATED = "stated"
    IMPLIED = "implied"


class Via(StrEnum):
    """Way by which the edition reaches the element."""

    NAMED = "named"
    RANGE = "range"
    GROUP = "group"
    RULE = "rule"


class Stand(StrEnum):
    """Stand of an edition on a concept and an element."""

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
    WIDER_MATERIAL = "wider-material"
    WIDER_CATEGORY = "wider-category"
    UNDECIDED_WORDING = "undecided-wording"
    NOTHING_SAID = "nothing-said"


class Verdict(StrEnum):
    """Verdict of the positions on one concept and element, with no winner declared."""

    AGREED_IN = "agreed-in"
    AGREED_OUT = "agreed-out"
    DISPUTED = "disputed"
    SINGLE = "single"
    INTERNAL = "internal"
    ON_ALL = "on-all"
    ON_SOME = "on-some"
    ON_NONE = "on-none"
    AS_MATERIAL_ONLY = "as-material-only"
    SILENT = "silent"


class Support(StrEnum):
    """Answer to 'this element is in this concept'."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    AS_MATERIAL_ONLY = "as-material-only"
    SUSPENDED = "suspended"
    UNCERTAIN = "uncertain"
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


class ChangeKind(StrEnum):
    """Kinds of difference between an edition and the one before it."""

    ADDED = "added"
    DROPPED = "dropped"
    INCLUDED_AFTER_SILENCE = "included-after-silence"
    SILENT_AFTER_INCLUSION = "silent-after-inclusion"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    SPELLED_OUT = "spelled-out"
    GROUPED = "grouped"
    LIST_CLOSED = "list-closed"
    LIST_OPENED = "list-opened"
    CONCEPT_ADDED = "concept-added"
    CONCEPT_DROPPED = "concept-dropped"


class Outcome(StrEnum):
    """Outcome of reading a mention."""

    OK = "ok"
    MISSING = "missing"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    COLLECTIVE_TERM = "collective-term"
    INVALID = "invalid"


class ValueKind(StrEnum):
    """Kind of the values of a request; auto finds out mention, formula or composition."""

    MENTION = "mention"
    FORMULA = "formula"
    HEADER = "header"
    AUTO = "auto"


class By(StrEnum):
    """Feature by which a mention was recognised."""

    SYMBOL = "symbol"
    ATOMIC_NUMBER = "atomic-number"
    ISOTOPE = "isotope"
    ION = "ion"
    CAS = "cas"
    INCHI = "inchi"
    INCHIKEY = "inchikey"
    NAME = "name"
    FORMER_NAME = "former-name"
    SYSTEMATIC_NAME = "systematic-name"
    SYMBOL_CASE_FOLDED = "symbol-case-folded"
    MATERIAL = "material"
    FORMULA = "formula"
