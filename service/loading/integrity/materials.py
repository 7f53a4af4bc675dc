"""Materials resolve: ids, wider materials, elements, sources and spellings."""

from collections.abc import Iterator

from service.loading.faults import Fault
from service.loading.integrity.places import category_fault
from service.model import Material, MaterialKind, Records


def _files(records: Records) -> Iterator[tuple[str, Material]]:
    for material in records.materials:
        yield "materials.toml", material
    for mineral in records.minerals:
        yield "rocks.csv" if mineral.kind is MaterialKind.ROCK else "minerals.csv", mineral


def faults(records: Records) -> Iterator[Fault]:
    """Check that materials are unique and that everything they name exists."""
    by_id: dict[str, Material] = {}
    for file, material in _files(records):
        if by_id.setdefault(material.id, material) is not material:
            what = f"Two materials have the id {material.id!r}."
            yield Fault(file, material.id, "duplicate-id", what)
    symbols = {element.symbol for element in records.elements}
    sources = {source.id for source in records.sources}
    for file, material in _files(records):
        yield from _wider(file, material, by_id)
        for symbol in {*material.symbols, *material.sought} - symbols:
            yield Fault(file, material.id, "unknown-element", f"{symbol!r} is no element's symbol.")
        for symbol in {*material.sought} - {*material.symbols}:
            what = f"{symbol} is in sought, but not in elements."
            yield Fault(file, material.id, "unknown-element", what)
        cited = {name.source for name in material.names} | {each.source for each in material.links}
        for source in cited - sources:
            yield Fault(file, material.id, "unknown-source", f"There is no source {source!r}.")
    yield from _spellings(records)
    for category in records.categories:
        for row in category.materials:
            if row.material not in by_id:
                what = f"There is no material {row.material!r}."
                yield category_fault(category.id, "unknown-material", what)


def _wider(file: str, material: Material, by_id: dict[str, Material]) -> Iterator[Fault]:
    passed = set()
    wider = material.broader
    while wider is not None and wider not in passed:
        if wider not in by_id:
            what = f"There is no material {wider!r}."
            yield Fault(file, material.id, "unknown-material", what)
            return
        passed.add(wider)
        wider = by_id[wider].broader
    if material.id in passed:
        yield Fault(
            file,
            material.id,
            "circular-broader",
            "The chain of broader leads back to this material.",
        )


def _spellings(records: Records) -> Iterator[Fault]:
    """Find spellings of two materials, and of a material and an element's symbol."""
    owners = {element.symbol.casefold(): element.symbol for element in records.elements}
    for file, material in _files(records):
        for text in {material.name, *(name.text for name in material.names)}:
            owner = owners.setdefault(text.casefold(), material.id)
            if owner != material.id:
                what = f"{text!r} is also a spelling of {owner}."
                yield Fault(file, material.id, "name-of-another", what)
