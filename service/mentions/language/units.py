"""Units as tables write them: ``mg_kg``, ``г/т``, ``wt pct``, ``毫克/千克``."""

import re

_PREFIX = r"(?:(?P<basis>(?:[wv]t|wgt|at|mol|mass|vol)(?=\.?[ _]?)|[wv](?=\.?%))\.?[ _]?)?"
_PERCENT = rf"{_PREFIX}(?P<percent>%|pct|prct|percent|per[ _]?cent|проц\.?)"
_PARTS = r"(?P<parts>pp[mbtq])[vwm]?"
_MASS = r"mcg|мкг|[kmunpμcd]?g|[мкн]?г|tonnes?|tons?|kt|lbs?|k?oz|吨|公斤|毫克|微克|克|千克"
_AMOUNT = r"[munpμcdk]?mol[ec]?(?:\(\+\))?|m?eq|м?моль|м[гм]?-?экв"
_ACTIVITY = r"[mkMGTunpμ]?Bq|[munpfμk]?Ci|[мк]?Бк|dpm|cps|counts|cts"
_PER = (
    r"100 ?g|100 ?г|[kmunpμ]?g|[kmunpμcd]?[lL]|[dcm]?m\^?[23]|кг|г|т|д?м3|л|s?t(?:on(?:ne)?)?|ha|га"
)
_FOR = rf"{_PER}|day|d|日|일|千克|升|吨|公斤"
_QUANTITY = rf"(?P<what>{_MASS}|{_AMOUNT}|{_ACTIVITY})"
_JOINED = r"(?P<joined>k?g|[dm]?[lL]|m3)"
_INVERSE = (
    r"[ ·⋅.*_]?(?P<inverse>(?:100 ?[gг]|[kmunpμ]?g|[kmunpμcd]?[lL]|кг|л|s?t|ha)(?=\^?-1)"
    r"|[dcm]?m(?=\^?-[23]))\^?-(?P<power>[123])"
)
"""A unit below the line, as papers write it: ``mg kg-1``, ``ng m-3``."""
_RATIO = rf"{_QUANTITY}(?:{_INVERSE}|(?: ?/ ?|[ _]per[ _]|_|p|\.)(?P<per>{_FOR})|{_JOINED}"
_RATIO += rf"| [A-Za-z][A-Za-z0-9-]{{0,6}} ?/ ?(?P<per_of>{_PER}))"
_SHORT = r"(?P<short>gpt|opt|grs?/t[nm]?|g/t[nm]?|oz/(?:st|t[cm]?)|‰|per ?mil(?:le)?)"
_SHORTENED = {
    **{"gpt": "g/t", "opt": "oz/t", "gr/t": "g/t", "gr/tn": "g/t"},
    **{"permil": "‰", "permille": "‰"},
}
_BASIS = (
    r"(?:[ .,]+(?:dw|d\.w\.|dry|dry weight|ww|wet|soil|почвы|dm|ts|fw|tm|ms|mf|m\.s\.?|sec"
    r"|[sś]\.?[ms]\.?|suš\.?(?:iny)?|ds"
    r"|peso seco|de ms|dry (?:matter|soil|basis)|wet weight|сух\.?))?\.?"
)
"""Dry or fresh: the parts are matched in any capitals."""
_UNIT = re.compile(rf"(?:{_PERCENT}|{_PARTS}|{_SHORT}|{_RATIO}){_BASIS}", re.IGNORECASE)
_TONNES = re.compile(
    r"(?:(?P<kilo>thousand|thou|'?000|1,?000|mil|тыс\.?|Tsd\.?) ?"
    r"|(?P<mega>million|mln\.?|млн\.?|Mio\.?) ?)?"
    r"(?:metric t(?:onne|on)s?|tonnes?|т(?:онн)?|t|(?<=mln )tons?|(?<=thou )tons?)"
    r"(?P<as> REO| LCE)?"
)
_MOLAR = re.compile(r"([munpμ])M")
_TRADED = (
    r"[Tt]roy (?:oz|ounces?)|toz|(?:dry )?(?:metric|short|long) ton(?:ne)?s?|metric ton units?"
    r"|[dm]+tu|ounces?|pounds?|kilograms?|grams?|carats?|(?:million )?ct|flasks?|barrels?|bbl"
    r"|cubic met(?:er|re)s?|gallons?|mmbtu|[Oo](?:nz|nç)as?(?: troy)?|onces?(?: troy)?|Feinunzen?"
    r"|Unzen?|[Gg]ram(?:os?|as?|mes?)|Gramm|[Kk]ilogram(?:os?|mes?)|[Qq]uilogramas?|Kilogramm"
    r"|[Tt]oneladas?(?: métricas?)?(?: finas?| secas?)?|tonnes? métriques?|Tonnen|TM[FS]|TLF"
    r"|libras?|[万萬千]?[吨噸]|百万吨|盎司|(?:dry )?[dw]mt|gram|kilogram"
    r"|Mt|[Mm]illion (?:(?:short|metric) )?tons|[Mm]illion barrels|Mbbl|Moz|[BMT]cf|M?mcf|[Bb]cm"
    r"|[Mm][Gg]%|m[eg]q?\.?%|млрд\.? ?куб\. ?м|bln cubic met(?:er|re)s|[TPG]J|[TGM]Wh|[Mk]?toe|Mtce"
)
"""Units in which commodities are sold."""
_ALONE = re.compile(rf"{_MASS}|{_AMOUNT}|{_ACTIVITY}|{_TRADED}|[ckmCKM]ps|CPS|[km]?t|ug")
"""A quantity per nothing, in the capitals of units: ``Mg`` is magnesium, ``mg`` a mass."""
_CURRENCY = (
    r"(?:c?US|AU?|CA?|R)?[$¢]|c?[€£¥₽]|c?USD?|EUR|GBP|CNY|RMB|JPY|IDR|INR|BRL|RUB"
    r"|(?:US )?(?:cents?|dollars?)|US ?[¢$]|руб\.?|долл?\.?(?: США)?|元|美元|Rp\.?"
)
_PRICE = re.compile(
    rf"(?P<currency>{_CURRENCY})(?: ?/ ?|[ _](?:per|por|pro|par)[ _]|_| за )"
    rf"(?P<sold>100 ?kg|{_TRADED}|{_MASS}|m?t|т(?:онну)?|унцию|吨|公斤)",
    re.IGNORECASE,
)
_TRANSLATED = {
    **{"мг": "mg", "мкг": "µg", "кг": "kg", "г": "g", "нг": "ng", "т": "t", "л": "L"},
    **{"дм3": "dm3", "м3": "m3", "га": "ha", "Бк": "Bq", "кБк": "kBq", "мБк": "mBq"},
    **{"моль": "mol", "ммоль": "mmol", "мг-экв": "meq", "мг экв": "meq", "мгэкв": "meq"},
    **{"мм-экв": "meq", "毫克": "mg", "微克": "µg", "克": "g", "千克": "kg", "公斤": "kg"},
    **{"升": "L", "吨": "t", "日": "day", "일": "day", "d": "day", "100 г": "100 g"},
    **{"100г": "100 g", "100g": "100 g"},
}


def unit(text: str) -> str | None:
    """Give a unit in one form, ``mg/kg`` for ``mg_kg`` or ``мг/кг``; None where it is none.

    Args:
        text: the normalised text of the unit alone, without brackets.
    """
    if is_bare(text):
        return _tonnes(text) or _written(text)
    if molar := _MOLAR.fullmatch(text):
        return f"{molar[1]}mol/L".replace("μ", "µ")
    return price(text) or _ratio(text)


def price(text: str) -> str | None:
    """Give a price per unit, ``US$/oz`` for ``US$ per oz``; None where it is none.

    Args:
        text: the normalised text of the unit alone.
    """
    match = _PRICE.fullmatch(text)
    return f"{match['currency']}/{_written(match['sold'])}" if match else None


def _ratio(text: str) -> str | None:
    match = _UNIT.fullmatch(text)
    return _concentration(match) if match else None


def _concentration(match: re.Match[str]) -> str:
    """Give a share or a quantity per another in one form."""
    if match["percent"]:
        basis = (match["basis"] or "").casefold()
        return {"wgt": "wt%", "mass": "wt%", "w": "wt%", "v": "vol%"}.get(basis, f"{basis}%")
    if match["parts"]:
        return match["parts"].casefold()
    if match["short"]:
        short = match["short"].casefold().replace(" ", "")
        return {
            "gpt": "g/t",
            "opt": "oz/t",
            "gr/t": "g/t",
            "gr/tn": "g/t",
            "permil": "‰",
            "permille": "‰",
        }.get(short, short)
    below = match["per"] or match["per_of"] or match["joined"]
    if match["inverse"]:
        below = f"{match['inverse']}{match['power'].replace('1', '')}"
    return f"{_written(match['what'])}/{_written(below.replace('^', ''))}"


def _tonnes(text: str) -> str | None:
    match = _TONNES.fullmatch(text)
    if match is None:
        return None
    prefix = "k" if match["kilo"] else "M" if match["mega"] else ""
    return f"{prefix}t{match['as'] or ''}"


def is_bare(text: str) -> bool:
    """Say whether a text is a unit of a quantity per nothing: ``mg``, ``mol``."""
    return bool(_ALONE.fullmatch(text) or _TONNES.fullmatch(text))


def _written(text: str) -> str:
    """Give a part of a unit with its usual letters."""
    if re.fullmatch(_TRADED, text):
        return _TRANSLATED.get(text, text)
    text = re.sub(r" ", "", text) if text[:3] != "100" else re.sub(r"(100) ?", r"\1 ", text)
    translated = _TRANSLATED.get(text) or _TRANSLATED.get(text.casefold())
    if translated:
        return translated
    if text.casefold() in {"ug", "mcg"}:
        return "µg"
    if text.casefold() in {"mg", "kg", "ng", "pg", "g", "μg"}:
        text = text.casefold()
    return {"l": "L", "ml": "mL", "dl": "dL"}.get(text, text).replace("μ", "µ")
