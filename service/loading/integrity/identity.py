"""The table of elements is whole, and its identifiers are those of the elements."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from service.loading.faults import Fault
from service.loading.snapshot import digest
from service.model import Element, Records

_FILE = "elements.json"
_CAS = re.compile(r"([1-9]\d{1,6}-\d\d)-(\d)", re.ASCII)
_INCHIKEY = re.compile(r"[A-Z]{14}-[A-Z]{10}-[A-Z]")


def edited(facts: dict[str, Any]) -> Iterator[Fault]:
    """Check that the elements are those that the snapshot's SHA-256 was made of."""
    if digest(facts["elements"]) != facts["sha256"]:
        what = "The elements differ from the ones that `snapshot` wrote."
        yield Fault(_FILE, "sha256", "edited-snapshot", what)


def faults(records: Records) -> Iterator[Fault]:
    """Check numbers, symbols, and the form, use and uniqueness of identifiers."""
    numbers = [element.atomic_number for element in records.elements]
    symbols = {element.symbol for element in records.elements}
    if sorted(set(numbers)) != numbers or len(symbols) != len(numbers):
        what = "Atomic numbers do not rise, or a symbol stands twice."
        yield Fault(_FILE, "elements", "elements-table", what)
    times = Counter(
        text for element in records.elements for text in (element.cas, element.inchikey)
    )
    for element in records.elements:
        for what in _wrong(element, times):
            yield Fault(_FILE, element.symbol, "wrong-identifier", what)


def _wrong(element: Element, times: Counter[str]) -> Iterator[str]:
    if not _is_cas(element.cas):
        yield f"{element.cas!r} is no CAS number: its form or check digit is wrong."
    if element.inchi != f"InChI=1S/{element.symbol}":
        yield f"{element.inchi!r} is not the InChI of the atom."
    if not _INCHIKEY.fullmatch(element.inchikey):
        yield f"{element.inchikey!r} does not have the form of an InChIKey."
    for text in (element.cas, element.inchikey):
        if times[text] > 1:
            yield f"{text!r} belongs to another element too."


def _is_cas(text: str) -> bool:
    match = _CAS.fullmatch(text)
    if not match:
        return False
    digits = match[1].replace("-", "")[::-1]
    check = sum(place * int(digit) for place, digit in enumerate(digits, start=1)) % 10
    return check == int(match[2])
