"""Every element has its names, and the elements table is whole."""

from collections import Counter
from collections.abc import Iterator

from service.loading.faults import Fault
from service.model import Name, Records


def faults(records: Records) -> Iterator[Fault]:
    """Check preferred names, languages, isotopes, and the numbering of the elements."""
    numbers = [element.atomic_number for element in records.elements]
    symbols = [element.symbol for element in records.elements]
    if sorted(set(numbers)) != numbers or len(set(symbols)) != len(symbols):
        what = "Atomic numbers do not rise, or a symbol stands twice."
        yield Fault("elements.json", "elements", "elements-table", what)
    yield from _preferred(records, symbols)
    isotopes = {element.symbol: set(element.mass_numbers) for element in records.elements}
    known = {source.id for source in records.sources}
    for name in records.names:
        yield from _name(name, records.dataset.languages, isotopes)
        for source in name.sources:
            if source not in known:
                what = f"There is no source {source!r}."
                yield Fault("names.csv", _place(name), "unknown-source", what)


def _preferred(records: Records, symbols: list[str]) -> Iterator[Fault]:
    preferred = Counter(
        (name.symbol, name.language) for name in records.names if name.kind == "preferred"
    )
    for symbol in symbols:
        for language in records.dataset.languages:
            times = preferred[symbol, language]
            if times != 1:
                what = f"{symbol} has {times} preferred names in {language!r}."
                yield Fault("names.csv", f"{symbol}.{language}", "missing-name", what)


def _name(name: Name, languages: tuple[str, ...], isotopes: dict[str, set[int]]) -> Iterator[Fault]:
    if name.symbol not in isotopes:
        what = "The elements table has no element of this atomic number."
        yield Fault("names.csv", _place(name), "unknown-element", what)
        return
    if name.language not in languages:
        what = f"The language {name.language!r} is not declared."
        yield Fault("names.csv", _place(name), "undeclared-language", what)
    numbered = name.mass_number in isotopes[name.symbol]
    if numbered != (name.kind == "isotope") or (name.mass_number and not numbered):
        what = f"A name of kind {name.kind!r} with mass number {name.mass_number}."
        yield Fault("names.csv", _place(name), "wrong-mass-number", what)


def _place(name: Name) -> str:
    return f"{name.symbol}.{name.language}.{name.text}"
