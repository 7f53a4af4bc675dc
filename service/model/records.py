"""Records of authorities, sources, concepts and releases; and all records of the seeds."""

from dataclasses import dataclass

from service.model.editions import Category, Claim, Definition, Edition, Figure
from service.model.elements import CollectiveTerm, Element, Name
from service.model.enums import AuthorityKind, Nature
from service.model.materials import Material


@dataclass(frozen=True, slots=True)
class Authority:
    """The maker of a classification; ``short`` is its name in a sentence, ``code`` by ISO 3166."""

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
        materials: those of lists, and others with names in several languages.
        minerals: further ones that are known by name.
        digest: SHA-256 over the files that were read, in hexadecimal: of the lines that
            ``sha256sum`` prints of them, sorted by name.
    """

    dataset: Dataset
    elements: tuple[Element, ...]
    made_from: str
    materials: tuple[Material, ...] = ()
    minerals: tuple[Material, ...] = ()
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

    @property
    def every_material(self) -> tuple[Material, ...]:
        """The materials and the minerals."""
        return (*self.materials, *self.minerals)
