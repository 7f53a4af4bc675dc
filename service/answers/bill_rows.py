"""The rows of a bill of materials: what each names, or why that is undecided."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.answers.sentences import listed
from service.mentions import SUGGESTED, By, Options, Outcome, Problem, Reader, Reading
from service.model import Material, MaterialKind

TEXTS = ("name", "cas", "formula")
MASS = "mass_percent"
_KNOWN = (*TEXTS, MASS)
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class BillRow:
    """One row as it was read.

    Attributes:
        symbols: the elements in it, by its formula, or by a name or number of an element itself.
        material: the material that its name names.
        mass: its mass per cent.
        whole: whether these are all its elements.
        unnamed: whether it has a name that was not read: it may be a material on a list.
        reasons: why something is undecided, or was not read.
    """

    symbols: tuple[str, ...] = ()
    material: str | None = None
    mass: float | None = None
    whole: bool = True
    unnamed: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def things(self) -> tuple[str, ...]:
        """Its elements, and its material."""
        return (*self.symbols, self.material) if self.material else self.symbols


class RowReader:
    """Reads rows with one reader of mentions."""

    def __init__(self, reader: Reader, materials: Mapping[str, Material], options: Options) -> None:
        """Keep the reader, the materials by id, and how to read names."""
        self._reader, self._materials, self._options = reader, materials, options
        self._unknowns = 0

    def read(self, row: Any) -> BillRow:
        """Read one row of any JSON type; never raises."""
        if not isinstance(row, dict):
            return BillRow(reasons=(f"A row is an object with {listed(_KNOWN)}.",))
        unknown = [name for name in row if name not in _KNOWN]
        if unknown:
            told = f"Unknown member {unknown[0][:80]!r}. Known: {', '.join(_KNOWN)}."
            return BillRow(reasons=(told,))
        mass, notes = _mass(row.get(MASS))
        texts = {name: row.get(name) for name in TEXTS if row.get(name) not in (None, "")}
        if not texts:
            return BillRow(mass=mass, reasons=(*notes, "No name, CAS number or formula is given."))
        readings = {name: self._reading(name, value) for name, value in texts.items()}
        notes += [
            _told(name, reading) for name, reading in readings.items() if not _is_read(reading)
        ]
        if conflict := self._conflict(readings):
            return BillRow(mass=mass, reasons=(*notes, conflict))
        return self._row(readings, mass, notes)

    def _reading(self, field: str, value: Any) -> Reading:
        if field == "formula":
            return self._reader.read_formula(value)
        suggest = field == "name" and self._unknowns < SUGGESTED
        reading = self._reader.read(value, self._options, suggest=suggest)
        self._unknowns += reading.outcome is Outcome.UNKNOWN
        match = reading.resolution
        if field == "name" and match and match.by in _UNSURE:
            return _unread(f"{value!r} may mean {reading.symbol}: write its name, or a formula.")
        if field == "cas" and not (isinstance(value, str) and _CAS.fullmatch(value.strip())):
            return _unread("A CAS number is a text such as 7440-50-8.")
        return reading

    def _conflict(self, readings: Mapping[str, Reading]) -> str | None:
        """Say where name, CAS number and formula cannot be of one thing."""
        name, cas, formula = (readings.get(field, _NOTHING) for field in TEXTS)
        if name.symbol and cas.symbol and name.symbol != cas.symbol:
            return f"The name is that of {name.symbol}, the CAS number that of {cas.symbol}."
        if name.symbol and "cas" in readings and not cas.symbol and "formula" not in readings:
            return f"The CAS number is not that of {name.symbol} itself: give the formula."
        if cas.symbol and formula.symbols and formula.symbols != (cas.symbol,):
            return f"The CAS number is that of {cas.symbol} itself, the formula has other elements."
        if name.symbol and formula.symbols and name.symbol not in formula.symbols:
            return f"The name is that of {name.symbol}, and the formula is without it."
        if name.material and formula.symbols:
            material = self._materials[name.material]
            if material.elements and not set(material.symbols) & set(formula.symbols):
                elements = listed(material.symbols)
                return (
                    f"The name is that of {material.name} ({elements}), "
                    "but the formula has none of these."
                )
        return None

    def _row(
        self, readings: Mapping[str, Reading], mass: float | None, notes: list[str]
    ) -> BillRow:
        name, cas, formula = (readings.get(field, _NOTHING) for field in TEXTS)
        itself = cas.symbol or name.symbol
        material = self._materials[name.material] if name.material else None
        pure = material is not None and material.kind not in _MIXED
        whole = bool(formula.symbols) if "formula" in readings else bool(itself) or pure
        symbols = formula.symbols or ((itself,) if itself else ())
        return BillRow(
            symbols=symbols,
            material=name.material,
            mass=mass,
            whole=whole,
            unnamed="name" in readings and not _is_read(name) and not cas.symbol,
            reasons=tuple(notes),
        )


_NOTHING = Reading(Outcome.MISSING)
_UNSURE = {By.ATOMIC_NUMBER, By.SYMBOL_CASE_FOLDED}
"""Readings that a bill must not rest on: '29' may number a part, and 'CO' be a gas."""
_MIXED = {MaterialKind.ALLOY, MaterialKind.PRODUCT}
"""Kinds whose names do not tell all their elements: steel may hold chromium."""
_CAS = re.compile(r"[0-9]{2,7}-[0-9]{2}-[0-9]")


def _unread(detail: str) -> Reading:
    return Reading(Outcome.UNKNOWN, problem=Problem("unknown-element", detail))


def _is_read(reading: Reading) -> bool:
    return reading.outcome is Outcome.OK


def _told(field: str, reading: Reading) -> str:
    detail = reading.problem.detail if reading.problem else "The value was not read."
    return f"{field}: {detail}"


def _mass(value: Any) -> tuple[float | None, list[str]]:
    """Read a mass per cent: a number, or a text with one; None where it is not given, or wrong."""
    if value in (None, ""):
        return None, []
    try:
        number = float(value) if isinstance(value, str | int | float) else -1.0
    except ValueError:
        number = -1.0
    if isinstance(value, bool) or not 0 <= number <= _WHOLE:
        return None, [f"{MASS}: a number from 0 to {_WHOLE}, with a point; it is not counted."]
    return number, []
