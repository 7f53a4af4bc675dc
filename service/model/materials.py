"""Records of materials: minerals, ores, compounds, alloys and products."""

from dataclasses import dataclass

from service.model.enums import MaterialKind, Role


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
