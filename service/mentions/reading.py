"""Readings: the outcomes of reading a mention."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from service.mentions.language.qualifiers import Heading
from service.model import By, Element, Material, MaterialKind, Outcome

MENTION_LIMIT = 255
"""Longest mention in characters, as typed and as normalised."""
MOST_SUGGESTIONS = 3
SUGGESTED = 50
"""Largest number of different unknown mentions of a request with suggestions: each is a search."""

OF_A_COMPOUND = "A compound is meant: what lists say of the element need not hold for it."
OF_COMPOUNDS = "Compounds are meant: what lists say of the element need not hold for them."
OF_AN_ALLOY = "An alloy is meant: what lists say of the element need not hold for its alloys."
OF_AN_ORE = "The text names its ore, which no list here names."
_OF_ANOTHER = (OF_A_COMPOUND, OF_COMPOUNDS, OF_AN_ALLOY, OF_AN_ORE)

_FALSE_FRIENDS = {
    "нафта": "In Russian the word is naphtha.",
    "alum": "It may abbreviate aluminium.",
}
_ABBREVIATION = re.compile(r"[A-Z][A-Z0-9]{2,4}")
_ALSO_IONS = {"nitrates": "NO3", "phosphate": "PO4"}
"""Materials that a list of what is in water does not mean by the same name."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The match of a mention: its feature, languages and spelling.

    ``heading`` is what stood beside the element or material: a unit, a fraction, a method.
    """

    by: By
    languages: tuple[str, ...] = ()
    variant: str | None = None
    mass_number: int | None = None
    charge: int | None = None
    note: str | None = None
    warnings: tuple[str, ...] = ()
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several readings, and the parameter that chooses it."""

    symbol: str | None
    reading: str
    choose: str
    material: str | None = None

    @property
    def thing(self) -> str | None:
        """The symbol of the element or the id of the material; None for a missing value."""
        return self.symbol or self.material


@dataclass(frozen=True, slots=True)
class Problem:
    """Reason why a mention gave no element.

    Attributes:
        slug: the type of problem.
        detail: this problem, and what would have worked.
        suggestions: symbols that may have been meant.
        candidates: readings to choose from.
        concept: the id of the class that the mention names.
        position: of the fault in a formula, in characters from 1.
    """

    slug: str
    detail: str
    suggestions: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    concept: str | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """An element in an alloy or compound, or an element or material beside others.

    Attributes:
        thing: the symbol of the element or the id of the material.
        weight_percent: per cent by weight, where that is given.
        is_material: true for a material.
    """

    thing: str
    weight_percent: float | None = None
    is_material: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome for one mention: an element or a material with its resolution, or a problem.

    A formula has ``symbols``; it has a ``symbol`` too where there is only one element in it. A
    material has its id in ``material`` and no symbols: it is no element. A heading may name an
    oxide, so that it has several ``symbols`` and the ``symbol`` of which it is an oxide.
    ``kind`` and ``contains`` are given where the kind was left open.
    """

    outcome: Outcome
    symbol: str | None = None
    symbols: tuple[str, ...] = ()
    material: str | None = None
    resolution: Resolution | None = None
    problem: Problem | None = None
    warnings: tuple[str, ...] = field(default=())
    kind: str | None = None
    contains: tuple[Share, ...] = ()

    @property
    def thing(self) -> str | None:
        """The symbol of the element or the id of the material; None where there is neither."""
        return self.symbol or self.material

    @property
    def things(self) -> tuple[str, ...]:
        """The thing, or all of several or of a formula; of an oxide in a heading, its element."""
        if self.thing:
            return (self.thing,)
        return tuple(share.thing for share in self.contains) or self.symbols

    @property
    def of_another(self) -> bool:
        """True where the element is read from the name of its compound, alloy or ore."""
        return any(warning.endswith(_OF_ANOTHER) for warning in self.warnings)


def found(symbol: str, resolution: Resolution) -> Reading:
    """Make the reading of a recognised mention."""
    return Reading(
        Outcome.OK, symbol, (symbol,), resolution=resolution, warnings=resolution.warnings
    )


def is_abbreviation(material: Material, text: str) -> bool:
    """Say whether a text may abbreviate a material, and is read in its own capitals alone.

    ``DAP`` is diammonium phosphate, and ``hPa`` no alumina. Those of fuels, such as ``LNG``, are
    read in any letters.

    Args:
        material: that the text names.
        text: as a source or a user writes it.
    """
    return bool(_ABBREVIATION.fullmatch(text)) and material.kind is not MaterialKind.FUEL


def of_material(material: Material, text: str) -> Reading:
    """Make the reading of a mention that names a material."""
    doubts: tuple[str, ...] = ()
    if ion := _ALSO_IONS.get(material.id):
        doubts = (f"Read as the material {material.name}. It is also the name of an ion, {ion}.",)
    elif friend := _FALSE_FRIENDS.get(text.casefold()):
        doubts = (f"Read as {material.name}. {friend}",)
    elif is_abbreviation(material, text) and text in {name.text for name in material.names}:
        doubts = (f"Read as {material.name}. The abbreviation may mean something else.",)
    match = Resolution(By.MATERIAL, variant=text, warnings=doubts)
    return Reading(Outcome.OK, material=material.id, resolution=match, warnings=match.warnings)


def read_as(element: Element, doubts: Iterable[str]) -> tuple[str, ...]:
    """Make warnings of what else a mention could mean: each says first what it was read as."""
    return tuple(f"Read as {element.name.lower()} ({element.symbol}). {doubt}" for doubt in doubts)


def with_heading(reading: Reading, heading: Heading) -> Reading:
    """Add what stands beside a recognised mention to its reading."""
    match = reading.resolution
    if match is None or heading == Heading():
        return reading
    return replace(reading, resolution=replace(match, heading=(match.heading or heading) | heading))


def with_warnings(reading: Reading, warnings: tuple[str, ...]) -> Reading:
    """Add warnings to a recognised mention, behind its own."""
    match, every = reading.resolution, (*reading.warnings, *warnings)
    resolution = replace(match, warnings=every) if match else None
    return replace(reading, resolution=resolution, warnings=every)


def with_note(match: Resolution, note: str) -> Resolution:
    """Add a sentence to what is said of a match."""
    return replace(match, note=f"{match.note} {note}" if match.note else note)


def of_formula(symbols: tuple[str, ...], warnings: tuple[str, ...] = ()) -> Reading:
    """Make the reading of a formula."""
    symbol = symbols[0] if len(symbols) == 1 else None
    return Reading(Outcome.OK, symbol, symbols, warnings=warnings)


def unknown(detail: str, suggestions: tuple[str, ...] = ()) -> Reading:
    """Make the reading of a mention that names no element."""
    if suggestions:
        detail = f"{detail} Did you mean {' or '.join(suggestions)}?"
    problem = Problem("unknown-element", detail, suggestions)
    return Reading(Outcome.UNKNOWN, problem=problem)


def missing(detail: str) -> Reading:
    """Make the reading of an absent value."""
    return Reading(Outcome.MISSING, problem=Problem("missing-value", detail))


def invalid(detail: str) -> Reading:
    """Make the reading of a value that cannot be a mention."""
    problem = Problem("invalid-item", detail)
    return Reading(Outcome.INVALID, problem=problem)


def ambiguous(detail: str, candidates: tuple[Candidate, ...]) -> Reading:
    """Make the reading of a mention with several meanings."""
    problem = Problem("ambiguous-mention", detail, candidates=candidates)
    return Reading(Outcome.AMBIGUOUS, problem=problem)
