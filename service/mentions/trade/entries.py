"""Takes off a name what entries of lists say behind it: where it occurs, how pure it is."""

import re

from service.mentions.language.qualifiers import Heading, qualifier
from service.mentions.language.text import folded
from service.mentions.trade.commodities import traded
from service.mentions.trade.substances import alloyed, graded, registered
from service.mentions.wrapping import ONLY_NAMES, UNSURE, Wrapped
from service.model import By

_LONGEST_SYMBOL = 2
_OCCURS = {
    *("in", "and", "of", "ore", "crude", "mixed", "ground", "water", "air", "brine", "resource"),
    *("sulfide", "sulfides", "silicate", "silicates", "oxide", "oxides", "carbonate"),
    *("apatite", "cassiterite", "bastnasite", "bauxite", "magnetite", "tantalite", "zircon"),
    *("ilmenite", "rutile", "chromite", "sylvinite", "sedimentary", "deposit"),
}
_SHARE = re.compile(r"[0-9][0-9.]*(?:[Ee][+-]?[0-9]+)?(?:%|ppm)?")
_PURITY = re.compile(
    r"(?P<name>[^,(]+?)(?:,? \(?|\()"
    r"(?P<purity>(?:[<>]=?|[≥≤]) ?[0-9]{1,3}(?:[.,][0-9]+)? ?%|(?:9[0-9](?:[.,][0-9]+)?|100) ?%)"
    r"(?: (?:pur(?:ity|e)|min(?:imum|\.)?))*\)?"
)
_AMOUNT = re.compile(r"(?P<name>[^\W\d_]{2,}) [0-9]{1,2}(?:\.[0-9]+)? ?%")
"""A part of an alloy: the number is no mass number."""
_PARAMETER = re.compile(r"([pP]?[0-9]{5})(?: ?[-:] ?| )([^\W\d_]{3}.+)")
_OF_WATER = {
    *("TN", "T-N", "NT", "TKN", "NTK", "TDN", "TP", "T-P", "PT", "TDP", "DO", "OD", "TFe", "TCr"),
}
"""Abbreviations of measures of water, in brackets behind a name: nitrogen, total."""
_UNCERTAIN = re.compile(
    r"(?:possibly|possible|probably|probable|perhaps|presumably|likely|cf\.|wahrscheinlich|vermutlich"
    r"|probablement|posiblemente|provavelmente|probabilmente|возможно|вероятно) (?P<named>.+)"
    r"|(?P<name>[^?]{3,}?) ?(?:\(\?\)|\?)",
    re.IGNORECASE,
)
_EXTRACTED = re.compile(
    r"(?P<method>\w[\w/ .-]{1,60}?)(?: ?- ?| )(?:extractable|leachable) (?P<name>[^\W\d_]+)"
    r"(?: - (?P<more>[^()]{3,40}))?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(.+?) ?[(\[]([^()\[\]]+)[)\]]")
_REMARKED = re.compile(
    r"(?P<name>[^()\[\],;/:]+?)(?: ?\((?P<inside>[^()]{4,}|[^\W\d_]{3})\)|; (?P<behind>[^();]{4,})"
    r"|, ?(?P<comma>[^();]{3,}))"
)
_CHANGES = re.compile(
    r"alloy|alliage|aleaci|liga|legier|сплав|compound|compuest|plated|coated|acid|[oó]xid|oxyd|оксид"
    r"|(?:chlor|fluor|brom|iod|jod|sul(?:f|ph)|nitr|carb|karb|hydr|cyan|phos|fos|sili|хлор)"
    r"|(?:ate|ato|ite|ita|ito)s?\b|\bfree\b|scrap|waste|salt|steel|\bores?\b|(?:th|n|t|p)yl\b"
    r"|合金|化合|[酸盐氧硫氯]",
    re.IGNORECASE,
)
"""Words in brackets that may say that a compound, alloy or mineral is meant."""
_DEPTH = re.compile(r"(?:[-•·*–] ?)+(?<= )(?=[^\W\d_])")
"""The marks that say how deep an entry of the Harmonized System or of a list stands."""
_HS = r"(?:HS|HTS|CN|NCM|SA|КН|ТН ?ВЭД)(?: ?-? ?(?:code )?[0-9]+(?:[. ][0-9]+)*)?"
_CODE = r"[0-9]{4}(?:[. ]?[0-9]{2}){0,3}"
_LONG_CODE = r"[0-9]{4}(?:[. ]?[0-9]{2}){1,3}"
"""Four figures alone name alloys too: ``6061 aluminium``."""
_COUNTED_BY = "USGS|BGS|IMF|IEA|WTO|FAO|Eurostat"
_PATH = re.compile(
    r"(?!.*(?:alloy|compound|scrap|waste))(?P<class>(?:.+ > |.*\b(?:ores|minerals|metals|materials"
    r"|commodit(?:y|ies)|resources?|extraction|elements|fuels)(?: - |: )))(?P<name>[^>:]+?)",
    re.IGNORECASE,
)
"""A path of classes ends in the thing: an arrow, or the plural of a class, stands before it."""
_NO_KIND = {"general", "unspecified", "other", "others", "nos", "n.o.s", "undifferentiated"}
"""Ends of a path that name no kind of its class."""
_YEAR = r"(?:19|20)[0-9]{2}(?:[-/][0-9]{2,4})?"
_CODE_BEFORE = re.compile(
    rf"(?P<code>HS ?{_CODE}|{_LONG_CODE}|{_CODE}(?= ?[-:|.]))(?: ?[-:|] ?|\. | )"
    r"(?P<name>[^\W\d].+)"
)
_CODE_BEHIND = re.compile(
    rf"(?P<name>.+?)(?: ?[(\[](?P<code>{_HS}|{_LONG_CODE}|{_YEAR}|{_COUNTED_BY})[)\]]"
    rf"|_(?P<year>{_YEAR})| ?(?P<reference>(?:\[[0-9]{{1,5}}\])+))"
)


def described(text: str) -> Wrapped | None:
    """Give what stands inside words that unit or label must not be cut out of.

    Args:
        text: the normalised mention.
    """
    return (
        _uncertain(text)
        or _by_an_instrument(text)
        or _extracted(text)
        or _in_a_list(text)
        or _in_a_class(text)
        or _occurrence(text)
        or _abbreviated(text)
        or _coded(text)
        or _pure(text)
        or _with_amount(text)
        or alloyed(text)
        or graded(text)
        or registered(text)
        or traded(text)
    )


def remarked(text: str) -> tuple[str, str, bool]:
    """Give a name, the remark behind it, and whether a comma parts them; empty where there is none.

    It stands in brackets, or behind a semicolon or comma. One that may make another thing
    of what is named is none: ``Arsenic (trioxide)``.

    Args:
        text: the normalised mention.
    """
    match = _REMARKED.fullmatch(text)
    remark = (match["inside"] or match["behind"] or match["comma"]).strip() if match else ""
    if match is None or _CHANGES.search(remark):
        return "", "", False
    if match["comma"] and remark.istitle() and remark.isalpha():  # as behind a surname
        return "", "", False
    return match["name"], remark, bool(match["comma"])


def _uncertain(text: str) -> Wrapped | None:
    """Take off words and marks by which a record says that it is not sure: ``possibly iron``."""
    match = _UNCERTAIN.fullmatch(text)
    if match is None:
        return None
    name, note = match["named"] or match["name"], "Read without its doubt."
    form, doubt = Heading(form="uncertain"), "The text itself says that this is not certain."
    return Wrapped(text, name, note, ONLY_NAMES, heading=form, warning=doubt)


def _by_an_instrument(text: str) -> Wrapped | None:
    """Take off a method and the instrument or laboratory: ``Fe/XRF/Vanta``."""
    name, _, rest = text.partition("/")
    method, _, instrument = rest.partition("/")
    said = qualifier(method) if name and instrument else None
    if said is None or said.kind != "method":
        return None
    note, heading = f"Read without {rest!r}.", Heading(method=rest)
    return Wrapped(text, name, note, UNSURE, heading=heading)


def _extracted(text: str) -> Wrapped | None:
    """Take off by what an element was extracted: ``DTPA - extractable zinc``."""
    match = _EXTRACTED.fullmatch(text)
    if match is None:
        return None
    method = match["method"].rstrip(" -")
    heading = Heading(fraction="extractable", method=method, form=match["more"])
    return Wrapped(text, match["name"], f"Read without {method!r}.", heading=heading, element=True)


def _in_a_list(text: str) -> Wrapped | None:
    """Take off the place of an entry in its list: its code, its depth, its year, its source."""
    if match := _DEPTH.match(text):
        note = "Read without the marks before it."
        return Wrapped(text, text[match.end() :], note)
    match = _CODE_BEFORE.fullmatch(text)
    if match and not _is_alloy(match["name"]):
        return Wrapped(text, match["name"], f"Read without {match['code']!r}.", ONLY_NAMES)
    match = _CODE_BEHIND.fullmatch(text)
    if match is None or (match["code"] and _is_alloy(text)):
        return None
    place = match["code"] or match["year"] or match["reference"]
    refused = UNSURE if match["year"] else ONLY_NAMES
    return Wrapped(text, match["name"], f"Read without {place!r}.", refused)


def _is_alloy(text: str) -> bool:
    """Say whether four figures beside aluminium may be those of its alloys."""
    return text.casefold().startswith("alumin")


def _in_a_class(text: str) -> Wrapped | None:
    """Take off the classes of a path before its last part: ``Metal ores - Copper ores``."""
    match = _PATH.fullmatch(text)
    if match is None:
        return None
    name, form = match["name"], match["class"].rstrip(" >:-")
    if qualifier(name) or folded(name) in _NO_KIND:
        name, form = form, name
    return Wrapped(text, name, f"Read without {form!r}.", UNSURE, heading=Heading(form=form))


def _occurrence(text: str) -> Wrapped | None:
    """Take off where a resource occurs, and how much of it: ``Gold, Au 4.9E-5%, in ore``."""
    name, separator, place = text.partition(", ")
    words = place.replace(",", " ").replace(" %", "%").split()
    if not separator or not ({"in"} & set(words)) or not all(map(_occurs, words)):
        return None
    refused = UNSURE if words[0] == name else ONLY_NAMES
    return Wrapped(text, name, f"Read without {place!r}.", refused, heading=Heading(form=place))


def _occurs(word: str) -> bool:
    if word.isalpha() and len(word) <= _LONGEST_SYMBOL:
        return True
    return word in _OCCURS or bool(_SHARE.fullmatch(word))


def _abbreviated(text: str) -> Wrapped | None:
    """Take off the initials of words, or a customary abbreviation, in brackets behind them."""
    match = _BRACKETED.fullmatch(text)
    if not match:
        return None
    initials = "".join(word[0] for word in match[1].upper().split())
    of_words = match[2] == initials and len(initials) > 1
    note = f"Read without its abbreviation, {match[2]}."
    short = of_words or match[2] in _OF_WATER
    return Wrapped(text, match[1], note, ONLY_NAMES) if short else None


def _coded(text: str) -> Wrapped | None:
    """Take off the code of a parameter before its name: ``00930 Sodium, dissolved``."""
    match = _PARAMETER.fullmatch(text)
    if match is None:
        return None
    return Wrapped(text, match[2], f"Read without its code, {match[1]}.", ONLY_NAMES)


def _pure(text: str) -> Wrapped | None:
    """Take off how pure a thing is: ``Gallium 99.99%``, ``fluorspar, 97% purity``."""
    match = _PURITY.fullmatch(text)
    if match is None:
        return None
    purity = match["purity"]
    note = f"Read without its purity, {purity}."
    heading = Heading(form=f"purity {purity}")
    return Wrapped(text, match["name"], note, ONLY_NAMES, heading=heading)


def _with_amount(text: str) -> Wrapped | None:
    """Ask about a part of an alloy, ``Cu 60%``: copper-60 would be an isotope."""
    match = _AMOUNT.fullmatch(text)
    note = "Read without its amount."
    return Wrapped(text, match["name"], note, frozenset(By), element=True) if match else None
