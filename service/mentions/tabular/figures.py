"""Takes off which figure of a commodity is meant: ``Production d'étain``, ``铜产量``.

Words of ours, in the languages of the names: to read past and not to cite.
"""

import re

from service.mentions.language.homographs import before_a_noun
from service.mentions.language.qualifiers import Heading
from service.mentions.language.units import unit
from service.mentions.wrapping import ONLY_NAMES, UNSURE, Wrapped
from service.model import By

_BEFORE_OF = {
    "production": "mine production|producción|produção|production|produzione|Produktion|Förderung"
    "|mining|quarrying"
    "|Bergwerks(?:produktion|förderung)|extracción|extração|extraction|Gewinnung",
    "reserves": "reserves|reservas|réserves|riserve|Reserven|Vorräte|recursos|ressources",
    "trade": "exports|imports|exportaci(?:ón|ones)|importaci(?:ón|ones)|exportaç(?:ão|ões)"
    "|importaç(?:ão|ões)|exportations?|importations?|esportazioni|importazioni|Ausfuhr|Einfuhr",
    "use": "consumption|consumo|consommation|Verbrauch|demanda|demande",
    "price": "prices?|precios?|prix|preços?|prezz[oi]|Preis|futures",
}
_OF = (
    r"(?: (?P<more>[^\W\d_]+))? (?:(?:d|de l)['’]"
    r"|(?:of|de la|del|des?|du|d[oa]s?|di|von|für) )"
)
_BEFORE = {
    "production": "добыча|производство|выпуск|produksi",
    "reserves": "запасы|ресурсы|cadangan",
    "trade": "экспорт|импорт|ekspor|impor",
    "use": "потребление|konsumsi",
    "price": "цен[аы]|harga|prices?",
}
_BEHIND = {
    "production and reserves": "production and reserves",
    "production": "production|output|extraction",
    "reserves": "reserves",
    "trade": "exports?|imports?|vol(?:ume)?",
    "use": "consumption|demand|usage",
    "stocks": "stocks|inventor(?:y|ies)",
    "price": "prices?(?: index)?|futures",
}
_JOINED = {
    "production": "(?:bergwerks)?produktion|förderung|gewinnung|产量|產量",
    "reserves": "reserven|vorräte|储量|資源量|资源量",
    "trade": "ausfuhr|einfuhr|exporte?|importe?|[出进]口[量额]?",
    "use": "verbrauch|bedarf|消费量|消費量|需求量?",
    "stocks": "库存|庫存",
    "price": "preise?|(?:最[低高]|平?均|收盘|开盘|结算)?价格?|價格|価格|가격",
}
_SMALL = r"(?:(?:E-)?(?:micro|mini) )?"
"""Contracts over less than the usual amount."""
_NAME = r"(?P<name>[^\W\d].*)"
_INDIRECT = {"minera", "mundial", "nacional", "internacional", "minière", "mondiale", "promedio"}
_INDIRECT |= {"média", "médio", "medio", "moyen", "mineira", "bruta", "global", "mensal", "mensual"}
_CURRENCY = r"[ _](?:usd|eur|cny|rmb|gbp|rub|inr|idr|brl)"
_DEMANDED = re.compile(r"ox[iíy]g[eêèé]n\w*|sauerstoff|кислород\w*|氧", re.IGNORECASE)
"""Oxygen, which water uses up: ``Sauerstoffbedarf``."""
_EMITTED = re.compile(r"carbon\w*|kohlenstoff|углерод\w*|碳", re.IGNORECASE)
"""Carbon, whose price and trade are those of carbon dioxide emitted."""
_CONTENT = re.compile(
    r"(?P<name>.+?) ?[(\[](?P<unit>[^\W\d_]+(?:/[^\W\d_]+(?= [A-Z][A-Za-z]{0,3}[0-9]))?) "
    r"(?:of )?(?:contained )?"
    r"(?P<form>(?=[A-Z])[A-Za-z0-9]{1,8})(?: contents?| contained)?[)\]]"
)


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Give each figure beside a pattern of the texts that say it."""
    forms = [
        (_BEFORE_OF, rf"(?P<word>{{}}){_OF}{_NAME}"),
        (_BEFORE, rf"(?P<word>{{}})[ _]{_NAME}"),
        (_BEHIND, rf"{_SMALL}(?P<name>.+?)[ _](?P<word>{{}})\.?(?:{_CURRENCY})?"),
        (_JOINED, r"(?P<name>[^\W\d_]+?)s?(?P<word>{})"),
    ]
    return [
        (figure, re.compile(form.format(words), re.IGNORECASE))
        for said, form in forms
        for figure, words in said.items()
    ]


_PATTERNS = _patterns()


def counted(text: str, *, heads: bool) -> Wrapped | None:
    """Take off which figure of a thing is meant; None where no word says it.

    Args:
        text: the normalised mention.
        heads: whether it heads a column, where a symbol may stand beside such a word.
    """
    for figure, pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match and _says(match, figure):
            return _wrapped(text, match["name"], figure, heads=heads)
    return None


def contained(text: str) -> Wrapped | None:
    """Take off in what a quantity is counted: ``Zinc (kt Zn)``, ``Phosphate rock (kt P2O5)``.

    Args:
        text: the normalised mention.
    """
    match = _CONTENT.fullmatch(text)
    form = unit(match["unit"]) if match else None
    if match is None or form is None:
        return None
    heading = Heading(unit=form, form=f"as {match['form']}")
    note = f"Read without the unit, {text[len(match['name']) :].strip(' ()[]')}."
    return Wrapped(text, match["name"], note, UNSURE, heading=heading)


def _says(match: re.Match[str], figure: str) -> bool:
    """Say whether a figure of a commodity is meant: no ``Sauerstoffbedarf``, no carbon price."""
    more = match.groupdict().get("more")
    if more and more.casefold() not in _INDIRECT:
        return False
    if re.fullmatch(r"[A-Za-z]", match["name"]) or before_a_noun(match["name"]):
        return False
    if figure in {"price", "trade"} and _EMITTED.fullmatch(match["name"]):
        return False
    return not (figure == "use" and _DEMANDED.fullmatch(match["name"]))


def _wrapped(text: str, name: str, figure: str, *, heads: bool) -> Wrapped:
    note = f"Read as the {figure} of {name}."
    refused = UNSURE | {By.ISOTOPE} if heads else ONLY_NAMES
    return Wrapped(text, name, note, refused, heading=Heading(form=figure))
