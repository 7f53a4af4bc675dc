"""Abbreviations at the head of a column: no single element, or another meaning of a symbol.

A choice of ours, to refuse by and not to cite.
"""

import re

from service.mentions.language.vocabulary import by_word

_NO_ELEMENTS = {
    "loi": "loss on ignition",
    "toc": "total organic carbon, a fraction of carbon",
    "doc": "dissolved organic carbon, a fraction of carbon",
    "tic": "total inorganic carbon, a fraction of carbon",
    "poc": "particulate organic carbon, a fraction of carbon",
    "tkn": "total Kjeldahl nitrogen, a fraction of nitrogen",
    "tds": "total dissolved solids",
    "tss": "total suspended solids",
    "bod": "biochemical oxygen demand",
    "bod5": "biochemical oxygen demand",
    "cod": "chemical oxygen demand",
    "cec": "cation exchange capacity",
    "sar": "sodium adsorption ratio",
    "orp": "oxidation-reduction potential",
    "eh": "redox potential",
    "ph": "acidity",
    "ec": "electrical conductivity",
    "lod": "limit of detection",
    "loq": "limit of quantification",
    "mdl": "method detection limit",
    "dl": "detection limit",
    "sg": "specific gravity",
    "pm10": "particulate matter",
    "pm2.5": "particulate matter",
    "pm25": "particulate matter",
    **dict.fromkeys(("t_k", "t.k", "temp_k"), "a temperature in kelvin"),
    **dict.fromkeys(("t_c", "t.c", "temp_c"), "a temperature in degrees Celsius"),
    **dict.fromkeys(("t_f", "t.f", "temp_f"), "a temperature in degrees Fahrenheit"),
    **dict.fromkeys(
        ("oxygen demand", "alkalinity", "hardness", "turbidity", "conductivity", "salinity"),
        "a measure of water",
    ),
    **dict.fromkeys(("carbon price", "carbon prices"), "a price of carbon dioxide emitted"),
    **dict.fromkeys(("carbon emission", "carbon emissions"), "carbon dioxide emitted, as a rule"),
    "rqd": "rock quality designation",
    "som": "soil organic matter",
    "om": "organic matter",
    "hpa": "hectopascal, a pressure",
    "kpa": "kilopascal, a pressure",
    "bap": "benzo(a)pyrene",
    "bkf": "benzo(k)fluoranthene",
}
_CLASSES = {
    "a class of metals": "metal, metals, base metal, base metals, precious metal, precious metals,"
    " alloying metals, battery metals,"
    " noble metals, non-ferrous metals, nonferrous metals, ferrous metals, heavy metal,"
    " heavy metals, minor metals, light metals, trace metals, other metals, métaux,"
    " métaux précieux, métaux de base, métaux lourds, métaux non ferreux, metalle, edelmetalle,"
    " buntmetalle, schwermetalle, nichteisenmetalle, metales, metales preciosos, metales básicos,"
    " metales base, metales pesados, metais, metais preciosos, metais básicos, metais pesados,"
    " metalli, metalli preziosi, metalli pesanti, металлы, цветные металлы, черные металлы,"
    " чёрные металлы, благородные металлы, драгоценные металлы, тяжелые металлы, тяжёлые металлы,"
    " 金属, 贵金属, 有色金属, 黑色金属, 重金属, 貴金属, 卑金属, 非鉄金属, 귀금속, 비철금속, 중금속",
    "a class of minerals": "mineral, minerals, industrial minerals, metallic minerals,"
    " non-metallic minerals, nonmetallic minerals, heavy minerals, minéraux, minerales, minerais,"
    " minerali, minerale, mineralien, industrieminerale, минералы, полезные ископаемые, 矿物, 矿产,"
    " 鉱物, 광물, sulphides, sulfides, mixed sulphides, mixed sulfides, base metal sulphides,"
    " base metal sulfides, massive sulphides, massive sulfides, sulphide minerals,"
    " sulfide minerals, radioactive minerals, battery minerals",
    "a class of rocks": "sedimentary rocks, metamorphic rocks, igneous rocks, volcanic rocks,"
    " plutonic rocks, intrusive rocks, mafic rocks, ultramafic rocks, felsic rocks",
    "a word for any rock": "rock, rocks, roche, roches, gestein, gesteine, roca, rocas, rocha,"
    " rochas, roccia, rocce, горные породы, порода, 岩石, 암석",
    "a class of fuels": "fossil fuel, fossil fuels, mineral fuels, combustibles fossiles,"
    " fossile brennstoffe, combustibles fósiles, combustíveis fósseis, ископаемое топливо",
    "a class of elements": "trace element, trace elements, major elements, minor elements,"
    " éléments traces, spurenelemente, микроэлементы, oligoelementos",
}
_NO_ELEMENTS |= by_word(_CLASSES)
EQUIVALENT = re.compile(r"[ _-][Ee][Qq](?:[ _].*)?$")
"""Behind the metal as which several are counted: ``Cu_eq``, ``Ag_eq_ppm``."""
BATTERY = re.compile(r"(?:li|lithium|na|sodium|k|potassium|zn|zinc)-ion", re.IGNORECASE)
_SYMBOLS = {
    "co": ("carbon monoxide", {"", "ppm", "ppb", "mg/m3", "µg/m3"}),
    "no": ("nitric oxide, or a number", {"", "ppm", "ppb", "mg/m3", "µg/m3"}),
    "rh": ("relative humidity", {"", "%"}),
    "sc": ("specific conductance", {""}),
    "tl": ("air temperature", {""}),
    "nd": ("not detected", {""}),
    "pm": ("particulate matter", {"", "µg/m3"}),
    "tc": ("total carbon, or coliforms", {"", "%", "mg/L"}),
    "ta": ("total alkalinity, or a temperature", {"", "mg/L"}),
    "mo": ("organic matter, in Romance languages", {"%", "g/dm3", "g/kg", "dag/kg"}),
    "pa": ("pascal, or protected area", {""}),
    "in": ("a common word, or inch", {""}),
    "at": ("a common word, or air temperature", {""}),
    "am": ("a common word, or morning", {""}),
    "he": ("a common word", {""}),
    "be": ("a common word", {""}),
    "os": ("operating system", {""}),
    "ac": ("acre, or alternating current", {""}),
    "db": ("decibel", {""}),
    "cm": ("centimetre", {""}),
    "ts": ("time stamp, or total solids", {"", "%", "mg/L"}),
}
_LETTERS = {
    **{"T": "a temperature, or the total", "D": "a depth, or a diameter", "Y": "a coordinate"},
    **{"N": "a number of cases, or north", "S": "south", "W": "a weight, or west"},
    **{"P": "a pressure, or a probability", "V": "a volume, or a voltage", "K": "kelvin"},
    **{"C": "degrees Celsius", "F": "degrees Fahrenheit", "H": "a height, or hours"},
    **{"I": "an electric current", "U": "a voltage", "B": "a magnetic field", "O": "zero"},
}


def no_element(text: str) -> str | None:
    """Say what a well-known abbreviation at the head of a column means that is no element.

    Args:
        text: the normalised heading, without its unit.
    """
    if EQUIVALENT.search(text):
        return "an equivalent, a sum that is counted as one"
    if BATTERY.fullmatch(text):
        return "a kind of battery"
    return _NO_ELEMENTS.get(text.casefold().strip("()[]._ "))


def other_heading(text: str, unit: str | None) -> str | None:
    """Say what a symbol in unusual capitals heads as often as its element does.

    Args:
        text: the normalised heading, without its unit.
        unit: in one form, where there is one.
    """
    meaning, units = _SYMBOLS.get(text.casefold(), ("", {""}))
    return meaning if meaning and (unit or "") in units else None


def letter(text: str) -> str | None:
    """Say what a single capital at the head of a column means besides its element."""
    return _LETTERS.get(text)
