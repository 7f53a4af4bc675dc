"""Words beside an element in a heading: its unit, fraction, method, form."""

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from service.mentions.language.text import folded
from service.mentions.language.units import unit
from service.mentions.language.vocabulary import FORMS, FRACTIONS, PLACES, STATISTICS, VALENCES

_KEPT = 1024
"""Readings of parts kept: the parts of one text are looked at in several ways."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The parts of a heading besides the element or material.

    Attributes:
        unit: in one form: ``mg/kg``, ``%``.
        fraction: what part was measured: total, dissolved, exchangeable.
        method: of analysis, as it was written: ICP-MS, ME-ICP61.
        form: other words: refined, in ground, error, as NO3.
        species: the formula that was measured, or in which the element is given: Al2O3, SO4.
        oxide_of: the symbol of the element of which the species is an oxide.
    """

    unit: str | None = None
    fraction: str | None = None
    method: str | None = None
    form: str | None = None
    species: str | None = None
    oxide_of: str | None = None

    def __or__(self, other: "Heading") -> "Heading":
        """Give both: each member of this one, or else of the other; all fractions and forms."""
        values = {each.name: getattr(self, each.name) or getattr(other, each.name) for each in _ALL}
        for name in ("fraction", "form"):
            both = [getattr(self, name), getattr(other, name)]
            values[name] = "; ".join(dict.fromkeys(filter(None, both))) or None
        return Heading(**values)


_ALL = fields(Heading)
_METHOD = (
    r"KED|DRC|CCT|[Aa]xial|[Rr]adial|ICP[- ]?(?:QQQ|MS|OES|AES|AAS|ES|SFMS)?|I?INAA|P?GNAA|NAA"
    r"|[EW]D-?XRF|p?XRF|XRD"
    r"|EDS|EDX|WDS|EPMA|EMPA|SIMS|LIBS|TIMS|PIXE|(?:GF|ET|F|CV|HG)-?AAS?|CV-?AFS|AAS?|AFS|FA|IC|ISE"
    r"|OG|MS|IR|CV|GRA|SCR|BLEG|AR|TD|FUS|4AD?|MA|OES|AES|DCP|ES|LECO|ELTRA|(?:AB-?)?DTPA|EDTA|NH4OAc|CaCl2|KCl"
    r"|HNO3|HCl|Am ?Ox|M3|Mehlich|Olsen|Bray(?:[- ]Kurtz)?|CAL|[Aa]qua [Rr]egia"
    r"|[Ff]ire [Aa]ssay|[Kk]önigswasser"
)
_NUMBERED = rf"(?:{_METHOD})(?:[ -]?[0-9]{{1,3}}[a-zA-Z]?)?"
_CODE = re.compile(
    rf"(?:(?:ME|PGM|LA|CC|MC|HR|SF|ID|TL|C|S|Au|Ag|Hg)[-_]?)?{_NUMBERED}"
    rf"(?:[-/_ +]{_NUMBERED}){{0,2}}"
)
_SMALL = re.compile(
    r"(?:la-?)?icp-?(?:ms|oes|aes)?[0-9]{0,2}|i?naa|p?xrf|[ew]dxrf|aas|dtpa|edta|leco|epma|libs"
    r"|mehlich[- ]?[123]?|olsen",
    re.IGNORECASE,
)
"""Methods that are read in any capitals."""
_CHARGE = re.compile(
    r"([1-9])\+|\+([1-9])|((?:\+(?=.)(?:V|v)|\+?(?:I{2,3}|IV|VI{1,2}|i{2,3}|iv|vi{1,2})))"
)
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii")
_PURITY = re.compile(r"(?:>=?|≥) ?[0-9]{1,3}(?:\.[0-9]+)? ?%|[3-9]N[0-9]?")
_GRADE = re.compile(
    r"(?:battery|capacitor|electronics?|smelter|acid|industrial|metallurgical|chemical|technical|nuclear|reactor|reagent"
    r"|optical|solar|ceramic|semiconductor|special high)[- ]grade|class [12]|SHG"
    r"|[0-9]{1,4}#|gra(?:u|do) (?:não |no )?(?:metal[uú]rgico|bater[ií]a|químico)"
    r"|(?:电池|冶金|工业|化工)级|普通",
    re.IGNORECASE,
)
_IN = re.compile(r"^(?:in|en|em|в) (?=.)")
_LEVEL = re.compile(r"[1-7][spdf](?:[1357]/2)?")
_COUNTED_AS = re.compile(r"N-N(?:O[23]|H[34])|P-PO4|S-SO4")
_SAID = {"core level": _LEVEL, "as": _COUNTED_AS, "purity": _PURITY}
_LINE = re.compile(
    r"[0-9]{3}\.[0-9]{1,3}(?: ?nm)?(?:_[0-9])?|[0-9]{2,4}(?:\.[0-9]+)? ?[kM]eV|[KLM][αβ][1-3]?"
    r"|K[ab][1-3]?|[KLM][1-9][0-9]?|[KLM]-?(?:alpha|beta)"
)
_SEAWATER = re.compile(r"(T?D|TP|[LS]PT|SP?)_CONC(?:_[A-Z]+){1,2}")
"""Fraction and sampling of seawater in the names of GEOTRACES: ``D_CONC_BOTTLE``."""
_FRACTION_NUMBER = re.compile(r"[Ff]raction [1-9]")
_DISCHARGED = re.compile(
    r"(?:工业|生活|城市)?(?:废水|废气|污水|水体|土壤|大气)中?(?:污染物)?(?:产生量|排放量|含量|浓度)"
)
"""Heads of several columns together, before a separator, in Chinese registers."""
_LAGGED = re.compile(
    r"(?:lag|(?:rolling|moving)[ _](?:mean|average|avg|std)|rolling|ma|sma|ema)[ _-]?[0-9]{1,3}",
    re.IGNORECASE,
)
"""A figure of a series over time: ``lag 1``, ``rolling_mean_3``."""
_ETC = re.compile(r".+,? etc\.?", re.IGNORECASE)
_SEVERAL = re.compile(r"[/,]| and ")


@dataclass(frozen=True, slots=True)
class Qualifier:
    """The meaning of a text beside an element.

    Attributes:
        heading: in the terms of a heading.
        note: the same as words of a note: ``the unit, ppm``.
        kind: the member of the heading, ``charge``, ``statistic`` or ``place``.
        charge: of an ion.
    """

    heading: Heading
    note: str
    kind: str
    charge: int | None = None


@lru_cache(maxsize=_KEPT)
def qualifier(text: str) -> Qualifier | None:
    """Say what a text beside an element says; None where it is none of the known words and forms.

    Args:
        text: the normalised text, without what separates it or surrounds it.
    """
    if text.isdecimal():
        return None
    word = folded(text).rstrip(".").removesuffix(" only")
    if unit_form := unit(_IN.sub("", text)):
        return Qualifier(Heading(unit=unit_form), f"the unit, {text}", "unit")
    if fraction := FRACTIONS.get(word) or _in_seawater(text):
        return Qualifier(Heading(fraction=fraction), f"the fraction, {text}", "fraction")
    if _CODE.fullmatch(text) or _SMALL.fullmatch(text):
        return Qualifier(Heading(method=text), f"the method, {text}", "method")
    if charge := _charge(text) or int(VALENCES.get(word, 0)):
        return Qualifier(Heading(), f"the charge, {text}", "charge", charge)
    return _other(text, word)


def _other(text: str, word: str) -> Qualifier | None:
    place = f"in {text}" if word in PLACES else f"line {text}" if _LINE.fullmatch(text) else None
    figure = STATISTICS.get(word) or (text if _LAGGED.fullmatch(text) else None)
    meanings = {"statistic": figure, "form": _form(text, word), "place": place}
    for kind, form in meanings.items():
        if form:
            return Qualifier(Heading(form=form), f"{text!r}", kind)
    return None


def _in_seawater(text: str) -> str | None:
    match = _SEAWATER.fullmatch(text)
    if match is None:
        return None
    return {"D": "dissolved", "TD": "total dissolvable"}.get(match[1], "particulate")


def _charge(text: str) -> int:
    match = _CHARGE.fullmatch(text)
    if not match:
        return 0
    return int(match[1] or match[2] or _ROMAN.index(match[3].casefold().lstrip("+")))


def _form(text: str, word: str) -> str | None:
    if form := FORMS.get(word):
        return form
    for said, pattern in _SAID.items():
        if pattern.fullmatch(text):
            return f"{said} {text}"
    if any(form.fullmatch(text) for form in (_FRACTION_NUMBER, _DISCHARGED, _ETC, _GRADE)):
        return text
    if not _SEVERAL.search(word):
        return None
    several = [FORMS.get(each.strip()) for each in _SEVERAL.split(word)]
    return "; ".join(dict.fromkeys(map(str, several))) if all(several) else None
