"""Records of one edition: its categories, claims and figures, and where it was read."""

from dataclasses import dataclass
from decimal import Decimal

from service.model.enums import Coverage, Grade, Match, Relation, Status, Via, Where


@dataclass(frozen=True, slots=True)
class Locator:
    """Place in a document: a kind (paragraph, page, table, annex ...) and its number or name."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Citation:
    """An edition read in a source: how near to the authority, and who reported it."""

    source: str
    grade: Grade
    where: Where
    reporter: str | None
    read: str


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days on which an edition was not applied: from, up to but not including ``end``.

    ``end_unconfirmed``: the end was announced, but we do not know whether it came or was put
    off; the edition counts as suspended after it, too.
    """

    start: str
    end: str | None
    end_unconfirmed: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity an edition states about a concept, with unit and area."""

    id: str
    edition: str
    concept: str
    quantity: str
    value: Decimal
    unit: str
    area: str
    locator: Locator
    note: str | None


@dataclass(frozen=True, slots=True)
class Edition:
    """One dated statement of one authority, in one series of its lists.

    Attributes:
        derived_from: the edition that this one copies or repeats: the two are one voice.
        contradicts: other editions of the authority that hold the opposite at the same time.
        last_checked: the day on which somebody last looked for a newer edition of the series.
        interval: after how many days to look again.
    """

    id: str
    authority: str
    series: str
    title: str
    citations: tuple[Citation, ...]
    published: str | None
    in_force_from: str | None
    in_force_to: str | None
    suspensions: tuple[Suspension, ...]
    supersedes: str | None
    derived_from: str | None
    official_count: int | None
    count_note: str | None
    note: str | None
    read_on: str
    contradicts: tuple[str, ...] = ()
    last_checked: str | None = None
    interval: int | None = None

    @property
    def start(self) -> str:
        """The partial date from which the edition holds: in force, published, or else read."""
        return self.in_force_from or self.published or self.read_on

    @property
    def dated(self) -> bool:
        """True where the edition's own date is known; else it holds from the day we read it."""
        return bool(self.in_force_from or self.published)


@dataclass(frozen=True, slots=True)
class ListedMaterial:
    """A material on a list, with the list's own wording."""

    material: str
    label: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """An element on whose membership the edition's wording does not decide, and why."""

    element: str
    note: str


@dataclass(frozen=True, slots=True)
class Category:
    """A class inside one edition, in that edition's words."""

    id: str
    edition: str
    label: str
    concept: str
    match: Match
    coverage: Coverage
    locator: Locator
    broader: str | None = None
    disjoint_with: tuple[str, ...] = ()
    count_said: int | None = None
    materials: tuple[ListedMaterial, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One edition includes, or excludes, one element or material in one category.

    ``thing`` is the symbol or the material's id; ``label`` is the edition's wording of a material.
    """

    id: str
    category: str
    thing: str
    relation: Relation
    status: Status
    via: Via
    locator: Locator
    group: str | None = None
    expansion: str | None = None
    form: str | None = None
    label: str | None = None
    against_count: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A category defined in words: the name of a rule that makes its claims."""

    category: str
    rule: str
    locator: Locator
    note: str | None
