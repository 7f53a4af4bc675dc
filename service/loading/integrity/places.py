"""Places of faults: ids tell the file and the path in it."""

from service.loading.faults import Fault
from service.model import Name


def edition_fault(edition: str, path: str, kind: str, what: str) -> Fault:
    """Make a fault at a path in an edition's file."""
    return Fault(f"editions/{edition}.toml", path, kind, what)


def category_fault(id_: str, kind: str, what: str) -> Fault:
    """Make a fault at a category or figure, whose id is ``edition/slug``."""
    edition, _, slug = id_.partition("/")
    return edition_fault(edition, slug, kind, what)


def name_place(name: Name) -> str:
    """Give the path of a name."""
    return f"{name.symbol}.{name.language}.{name.text}"
