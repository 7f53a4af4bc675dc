"""Every element has its names, and every name one element."""

from collections import Counter
from collections.abc import Iterator

from service.loading.faults import Fault
from service.loading.integrity.places import name_place
from service.model import Name, Records


def faults(records: Records) -> Iterator[Fault]:
    """Check preferred names, languages, isotopes, and for which element a name stands."""
    yield from _preferred(records)
    isotopes = {element.symbol: set(element.mass_numbers) for element in records.elements}
    source_ids = {source.id for source in records.sources}
    for name in records.names:
        yield from _name(name, records.dataset.languages, isotopes)
        for source in name.sources:
            if source not in source_ids:
                what = f"There is no source {source!r}."
                yield Fault("names.csv", name_place(name), "unknown-source", what)
    yield from _of_others(records)


def _preferred(records: Records) -> Iterator[Fault]:
    preferred = Counter(
        (name.symbol, name.language) for name in records.names if name.kind == "preferred"
    )
    for element in records.elements:
        for language in records.dataset.languages:
            times = preferred[element.symbol, language]
            if times != 1:
                what = f"{element.symbol} has {times} preferred names in {language!r}."
                yield Fault("names.csv", f"{element.symbol}.{language}", "missing-name", what)


def _name(name: Name, languages: tuple[str, ...], isotopes: dict[str, set[int]]) -> Iterator[Fault]:
    if name.symbol not in isotopes:
        what = "The elements table has no element of this atomic number."
        yield Fault("names.csv", name_place(name), "unknown-element", what)
        return
    if name.language not in languages:
        what = f"The language {name.language!r} is not declared."
        yield Fault("names.csv", name_place(name), "undeclared-language", what)
    numbered = name.mass_number in isotopes[name.symbol]
    if numbered != (name.kind == "isotope") or (name.mass_number and not numbered):
        what = f"The name is of kind {name.kind!r} and has the mass number {name.mass_number}."
        yield Fault("names.csv", name_place(name), "wrong-mass-number", what)


def _of_others(records: Records) -> Iterator[Fault]:
    """Find names that are another element's symbol, or its name in the same language."""
    symbols = {element.symbol.casefold(): element.symbol for element in records.elements}
    owners: dict[tuple[str, str], str] = {}
    for name in sorted(records.names, key=lambda name: name.kind != "preferred"):
        text = name.text.casefold()
        owner = symbols.get(text) or owners.setdefault((name.language, text), name.symbol)
        if owner != name.symbol:
            what = f"{name.text!r} is the symbol or a name of {owner}."
            yield Fault("names.csv", name_place(name), "name-of-another", what)
