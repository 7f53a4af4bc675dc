"""Takes off what is joined to a symbol: ``TFe``, ``Fetot``, ``Cuppm``, ``ln(Cu)``, ``Pt(111)``."""

import re

from service.mentions.language.analytes import letter
from service.mentions.language.homographs import is_english
from service.mentions.language.qualifiers import Heading, qualifier
from service.mentions.language.units import unit
from service.mentions.wrapping import UNSURE, Wrapped
from service.model import By

_TOTAL = re.compile(
    r"[Σ∑] ?([A-Z].+)|T(?:-(?=[A-Z])|[._](?=[A-Z])(?![KCF]$)|(?=Fe))(.+)|[Tt]ot(?:al)?([A-Z][a-z]?)"
)
_TOTAL_BEHIND = re.compile(
    r"(Fe)[ _]?[Tt]|([A-Z][a-z])(?:T|TOT)|(?!Al)([A-Z][a-z]?)(?:tot|Tot|total|Total)|([NPS])ges\.?"
)
_FRACTION = re.compile(r"([A-Z][a-z])(?:-(?=.$)| ?\((?=.\)))([TD])\)?")
"""As laboratories of mines write the total and the dissolved: ``Pb-T``, ``Pb-D``."""
_ORGANIC = re.compile(r"([CNPS])(org|inorg)|(N)(min)")
"""Parts of an element as soil science writes them: ``Corg``, ``Nmin``."""
_TRANSFORMED = re.compile(r"(log|log10|ln|sqrt|clr)\((.+)\)", re.IGNORECASE)
_VALENCE = re.compile(
    r"([^\W\d_]{3,}|Fe|FE|fe|Cr|CR|cr|Mn|MN|mn|As|AS|Cu|CU|cu|Sb|SB|Se|Sn|SN|Eu|Ce)"
    r"(?:[-_ ]([2-6])|_(II|III|IV|V|VI))"
    r"|(Fe|Cr|Mn|Cu|Sn|Se|As(?=II|V)|Sb(?=II|V))(II|III|IV|VI|(?<=s)V|(?<=b)V)"
)
"""Names and elements of several charges alone: ``K-2`` and ``CO-2`` are codes."""
_ROMAN = {"II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_WITH_UNIT = re.compile(r"([A-Z][A-Za-z0-9]{0,7}?|[a-z]{1,2})((?i:pp[mbt]|pct|gpt|wt%|wtpct))")
_FINE = re.compile(r"([A-Z]{2})f")
"""A parameter of the network IMPROVE, which measures fine particles: ``ALf``."""
_ERROR = re.compile(r"([A-Z][a-z]|[A-Z][a-z]?-?[0-9]{1,3})(err|Err|ERR|unc|Unc|SD|SE|RSD|LOD|MDL)")
_EXCHANGEABLE = re.compile(r"(Ca|Mg|K|Na|Al|Mn)_?[Ee]x(?:ch)?")
_LACTATE = re.compile(r"(P|K|Mg|Ca|Na)-AL")
"""Extracted with ammonium lactate, in the soils of the north."""
_TUNED = re.compile(
    r"(?:([0-9]{1,3}) ?-> ?)?([0-9]{1,3}) ([A-Z][a-z]?)"
    r" \[ ?(No [Gg]as|He|HEHe|H2|O2|NH3|N2O|CH4) ?\]"
)
"""A mass, or two of a reaction, with the gas of the cell: ``63 Cu [ He ]``."""
_LINE = re.compile(
    r"(?=[A-Z][a-z] |[BCNOFPSKVY] K|[WUYI] [LM]|[A-Z][a-z]? [KLM].)([A-Z][a-z]?)"
    r" ([KLM](?:[αβab][1-3]?)?)"
)
_WAVELENGTH = re.compile(
    r"\[?(?P<symbol>[A-Z][a-z]?) ?(?P<numeral>X{0,2}(?:IX|IV|V?I{1,3})|X{1,2}V?)\]?"
    r" ?(?:λ ?)?(?P<length>[0-9]{3,5}(?:\.[0-9]+)?)(?: ?(?:Å|A|nm))?"
)
"""A line of a spectrum: ``[O III] 5007``, ``Si IV 1393.755``."""
_EMISSION = re.compile(
    r"(?P<symbol>[A-Z][a-z]?)[ _]?(?P<line>[1-9][0-9]{2}(?:\.[0-9]{2,4}|\.[0-9](?= ?nm)))(?: ?nm)?"
    r"(?:[- _]?(?:[AR]|[Aa]xial|[Rr]adial|\((?:[AR]|[Aa]xial|[Rr]adial)\)|\{[0-9]{2,3}\}))?[*†]?"
)
"""A line of emission in nanometres, as the programs of ICP-OES name it: ``Al 396.153-R*``."""
_ABUNDANCE = re.compile(r"\[(?P<symbol>[A-Z][a-z]?)(?P<ion> ?I{1,3})?/(?P<base>H|Fe|M)\]")
"""An abundance in a star against hydrogen or iron: ``[Mg/Fe]``, ``[FeII/H]``."""
_SHARE = re.compile(r"[xcnw]_([A-Z][a-z])")
_POTENTIAL = re.compile(r"([A-Z][a-z]?)((?:_(?:sv|pv|d|f|h|s|2|3|GW|nc))+)")
_SURFACE = re.compile(r"(?!Fm|Md|No|Lr|Rf|Ds|Rg|Cn|Nh)([A-Z][a-z]|W)[ _]?\(([0-3]{3,4})\)")
"""Miller indices; the elements left out have such atomic numbers."""
_NUMBER = frozenset({By.ATOMIC_NUMBER})
_NO_SYMBOL = UNSURE | {By.SYMBOL}


def affixed(text: str, *, heads: bool) -> Wrapped | None:
    """Give what stands inside marks that are joined to a symbol, if there are any.

    Args:
        text: the normalised mention.
        heads: whether it heads a column.
    """
    marked = _at_the_head(text) if heads else None
    return marked or _with_total(text, heads=heads) or _cut(text)


def _at_the_head(text: str) -> Wrapped | None:
    """Take off marks that only the head of a column has: ``TFe``, ``Fe_2``, ``ln(Cu)``."""
    return _total(text) or _measured(text) or _written(text)


def _total(text: str) -> Wrapped | None:
    """Take off what says which part was measured: ``TFe``, ``Pb-D``."""
    if match := _TOTAL.fullmatch(text):
        inside = match[1] or match[2] or match[3]
        return _of_total(text, inside, joined=bool(match[3]))
    if match := _SHARE.fullmatch(text):
        share = Heading(form="concentration")
        return Wrapped(text, match[1], "Read without the sign of a share.", UNSURE, heading=share)
    if match := _ORGANIC.fullmatch(text):
        fraction = "organic" if match[2] == "org" else "inorganic"
        part, note = Heading(fraction=fraction), f"Read as its {fraction} part."
        return Wrapped(text, match[1] or match[3], note, UNSURE, heading=part)
    if match := _FRACTION.fullmatch(text):
        fraction = {"T": "total", "D": "dissolved"}[match[2]]
        note = f"{match[2]} is read as {fraction}."
        return Wrapped(text, match[1], note, UNSURE, heading=Heading(fraction=fraction))
    return None


def _measured(text: str) -> Wrapped | None:
    """Take off how a symbol was measured: ``63 Cu [ He ]``, ``U-238err``, ``Cuppm``."""
    if match := _TUNED.fullmatch(text):
        note, method = f"Read without the gas, {match[4]}.", Heading(method=f"ICP-MS, {match[4]}")
        return Wrapped(text, f"{match[1] or match[2]}{match[3]}", note, UNSURE, heading=method)
    if match := _EXCHANGEABLE.fullmatch(text):
        part = Heading(fraction="exchangeable")
        return Wrapped(text, match[1], "Read as the exchangeable part.", UNSURE, heading=part)
    if match := _LACTATE.fullmatch(text):
        method = Heading(method="AL")
        return Wrapped(text, match[1], "Read without the method, AL.", UNSURE, heading=method)
    if (match := _ERROR.fullmatch(text)) and (figure := qualifier(match[2])):
        note = f"Read without {figure.note}."
        return Wrapped(text, match[1], note, UNSURE, natural=True, heading=figure.heading)
    if match := _WITH_UNIT.fullmatch(text):
        note, heading = f"Read without the unit, {match[2]}.", Heading(unit=unit(match[2]))
        return Wrapped(text, match[1], note, _NUMBER, natural=True, heading=heading)
    return None


def _written(text: str) -> Wrapped | None:
    """Take off what a program or a chemist writes at a symbol: ``Fe_2``, ``ln(Cu)``."""
    if match := _VALENCE.fullmatch(text):
        charge = match[2] or match[3] or match[5]
        note = f"{charge} is read as the charge."
        number = _ROMAN.get(charge) or int(charge)
        named = match[1] or match[4]
        return Wrapped(text, named, note, _NUMBER | {By.ISOTOPE}, charge=number)
    if match := _TRANSFORMED.fullmatch(text):
        note = f"Read inside {match[1]}()."
        return Wrapped(text, match[2], note, _NUMBER, heading=Heading(form="transformed"))
    return None


def _with_total(text: str, *, heads: bool) -> Wrapped | None:
    match = _TOTAL_BEHIND.fullmatch(text)
    if match is None or not (heads or match[1]):
        return None
    inside = match[1] or match[2] or match[3] or match[4]
    return _of_total(text, inside, joined=bool(match[3]))


def _of_total(text: str, inside: str, *, joined: bool) -> Wrapped:
    other = letter(inside) if joined else None
    doubts = (f"Of a total, it may also say {other}.",) if other else ()
    heading = Heading(fraction="total")
    return Wrapped(text, inside, "T says the total.", UNSURE, doubts=doubts, heading=heading)


def _cut(text: str) -> Wrapped | None:
    """Take off what programs write behind a symbol: ``Fe_pv``, ``Ra-226+D``, ``ALf``."""
    if match := _ABUNDANCE.fullmatch(text):
        form = f"abundance against {match['base']}"
        note, heading = f"Read as its {form}.", Heading(form=form)
        return Wrapped(text, match["symbol"], note, _NUMBER, heading=heading)
    if match := _POTENTIAL.fullmatch(text):
        note = f"Read as the element of a pseudopotential, {text}."
        return Wrapped(text, match[1], note, UNSURE, heading=Heading(form=f"potential {text}"))
    if match := _FINE.fullmatch(text):
        fine = Heading(form="fine particles")
        return Wrapped(text, match[1], "Read without f, for fine.", _NUMBER, heading=fine)
    if text.endswith("+D"):
        note = "Read with its daughters, +D."
        return Wrapped(text, text[:-2], note, _NO_SYMBOL, heading=Heading(form="with daughters"))
    return _line_or_surface(text)


def _line_or_surface(text: str) -> Wrapped | None:
    """Take off a line of a spectrum or Miller indices: ``O III 5007``, ``Fe Kα``, ``Pt(111)``."""
    if match := _EMISSION.fullmatch(text):
        form = f"line {match['line']}"
        note = f"Read without the {form}."
        line = Heading(form=form)
        return Wrapped(text, match["symbol"], note, _NUMBER, natural=True, heading=line)
    if match := _WAVELENGTH.fullmatch(text):
        ion = f"{match['symbol']} {match['numeral']}"
        line = Heading(form=f"line {match['length']}")
        note = f"Read without the wavelength, {match['length']}."
        return Wrapped(text, ion, note, _NO_SYMBOL, heading=line)
    if match := _LINE.fullmatch(text):
        doubts = (f"{match[2]} is read as a line of X-rays.",) if len(match[2]) == 1 else ()
        line = Heading(form=f"line {match[2]}")
        note = f"Read without the line, {match[2]}."
        return Wrapped(text, match[1], note, UNSURE, doubts=doubts, heading=line)
    if (match := _SURFACE.fullmatch(text)) and not is_english(match[1]):
        form = f"surface ({match[2]})"
        return Wrapped(text, match[1], f"Read as its {form}.", UNSURE, heading=Heading(form=form))
    return None
