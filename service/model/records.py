"""The seeds as frozen records."""

from dataclasses import dataclass
from decimal import Decimal

from service.model.enums import (
    AuthorityKind,
    Coverage,
    Grade,
    Match,
    MaterialKind,
    Nature,
    Relation,
    Role,
    Status,
    Via,
    Where,
)


@dataclass(frozen=True, slots=True)
class Element:
    """One of the 118; every field from mendeleev's tables, InChI by the IUPAC definition."""

    atomic_number: int
    symbol: str
    name: str
    group: int | None
    period: int
    block: str
    cas: str
    inchi: str
    inchikey: str
    mass_numbers: tuple[int, ...]
    lasting_mass_numbers: tuple[int, ...]
    natural: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling of an element in one language (ISO 639-1); ``mass_number`` for isotopes."""

    symbol: str
    language: str
    text: str
    kind: str
    mass_number: int | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CollectiveTerm:
    """A term that names a class or a mixture of elements, never one element."""

    text: str
    language: str
    concept: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Authority:
    """Whoever makes a classification; ``short`` is the name in a sentence, ``code`` by ISO 3166."""

    id: str
    name: str
    short: str
    kind: AuthorityKind
    jurisdiction: str | None
    code: str | None
    aliases: tuple[str, ...]
    homepage: str | None
    note: str | None

    @property
    def lists_for(self) -> str:
        """The jurisdiction whose lists it makes; without one, its own id."""
        return self.jurisdiction or self.id


@dataclass(frozen=True, slots=True)
class Source:
    """The document in which we read a statement; ``sha256`` is of the file that we hold."""

    id: str
    title: str
    publisher: str
    published: str | None
    language: str
    url: str | None
    doi: str | None
    citation: str | None
    retrieved: str | None
    media_type: str | None
    sha256: str | None


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
class Constituent:
    """An element of a material, and its role there."""

    symbol: str
    role: Role


@dataclass(frozen=True, slots=True)
class MaterialName:
    """A spelling of a material in one language (ISO 639-1), read in a source."""

    language: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Link:
    """A material's id in another scheme, such as a heading of the Harmonized System."""

    scheme: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Material:
    """A thing on lists that is no element: a mineral, ore, compound, alloy or product.

    ``elements`` are no claim on them; ``sought`` are the symbols under which people look for it.
    ``broader`` is a wider material: a list that names it includes this one.
    """

    id: str
    name: str
    kind: MaterialKind
    broader: str | None
    formula: str | None
    elements: tuple[Constituent, ...]
    sought: tuple[str, ...]
    names: tuple[MaterialName, ...]
    links: tuple[Link, ...]
    note: str | None

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbols of its elements."""
        return tuple(each.symbol for each in self.elements)


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


@dataclass(frozen=True, slots=True)
class Concept:
    """Our canonical class, to which categories of different editions map."""

    id: str
    label: str
    definition: str
    nature: Nature
    broader: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """One release of the data, and what it changed."""

    version: str
    released: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The release of the data: version, day, licence, languages of the names, all releases."""

    version: str
    released: str
    licence: str
    languages: tuple[str, ...]
    releases: tuple[Release, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything the seeds say, in the order of the files.

    Attributes:
        digest: SHA-256 over the files that were read, in hexadecimal: of the lines that
            ``sha256sum`` prints of them, sorted by name.
    """

    dataset: Dataset
    elements: tuple[Element, ...]
    made_from: str
    materials: tuple[Material, ...] = ()
    names: tuple[Name, ...] = ()
    terms: tuple[CollectiveTerm, ...] = ()
    authorities: tuple[Authority, ...] = ()
    sources: tuple[Source, ...] = ()
    concepts: tuple[Concept, ...] = ()
    editions: tuple[Edition, ...] = ()
    categories: tuple[Category, ...] = ()
    claims: tuple[Claim, ...] = ()
    definitions: tuple[Definition, ...] = ()
    figures: tuple[Figure, ...] = ()
    digest: str = ""
