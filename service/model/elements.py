"""Records of elements, their names, and terms for classes of elements."""

from dataclasses import dataclass


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
