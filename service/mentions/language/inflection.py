"""Forms of Slavic names: the genitive, ``содержание меди``, and adjectives, ``медные руды``."""

import re

_IRREGULAR = {
    "ru": {"никель": "никеля"},
    "uk": {
        **{"нікель": "нікелю", "водень": "водню", "кисень": "кисню", "вуглець": "вуглецю"},
        **{"миш'як": "миш'яку", "залізо": "заліза", "олово": "олова", "золото": "золота"},
    },
    "pl": {
        **{"ołów": "ołowiu", "nikiel": "niklu", "wapń": "wapnia", "węgiel": "węgla"},
        **{"magnez": "magnezu", "tlen": "tlenu", "wodór": "wodoru", "sód": "sodu"},
    },
    "cs": {"zinek": "zinku", "rtuť": "rtuti", "měď": "mědi"},
}
_ENDINGS = {
    "ru": (("ий", "ия"), ("ец", "ца"), ("ь", "и"), ("о", "а"), ("", "а")),
    "uk": (("ій", "ію"), ("ець", "цю"), ("ь", "і"), ("о", "а"), ("", "у")),
    "pl": (("um", "um"), ("ć", "ci"), ("dź", "dzi"), ("o", "a"), ("", "u")),
    "cs": (("ium", "ia"), ("um", "a"), ("o", "a"), ("", "u")),
}
"""Endings of names, and of their genitives: the first that fits."""
_BEFORE_A = {"ru": ("гкхжшщч", "и", "ы"), "uk": ("жшщч", "і", "и"), "pl": ("kg", "i", "y")}
"""Of names in a: the letters before it, the ending behind them and behind others."""
INFLECTED = frozenset(_ENDINGS)
"""The languages whose genitives are known here."""


def genitive(name: str, language: str) -> str:
    """Give the genitive of the name of an element.

    Args:
        name: in the nominative, in small letters: ``железо``, ``miedź``.
        language: one of those whose genitives are known here.
    """
    if irregular := _IRREGULAR[language].get(name):
        return irregular
    if name[-1] in "аa":
        letters, soft, hard = _BEFORE_A.get(language, ("", "y", "y"))
        return f"{name[:-1]}{soft if name[-2] in letters else hard}"
    ending, other = next(pair for pair in _ENDINGS[language] if name.endswith(pair[0]))
    return f"{name.removesuffix(ending)}{other}"


_ADJECTIVES = {
    **{"медь": "медн", "железо": "железн", "золото": "золот", "серебро": "серебрян"},
    **{"олово": "оловянн", "сурьма": "сурьмян", "ртуть": "ртутн", "сера": "серн"},
    **{"свинец": "свинцов", "фосфор": "фосфорн"},
}
_ENDING = re.compile(
    r"(?:ист)?(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ым|им|ую|юю|ыми|ими)"
)


def adjective(name: str) -> str:
    """Give the stem of the adjective of a Russian name of an element: ``медн``, ``литиев``.

    Args:
        name: in the nominative, in small letters.
    """
    if name in _ADJECTIVES:
        return _ADJECTIVES[name]
    if name.endswith(("ий", "ь", "а", "о")):
        name = f"{name[:-2]}и" if name.endswith("ий") else name[:-1]
        return f"{name}ев" if name.endswith(("и", "л")) else f"{name}ов"
    return f"{name[:-2]}цев" if name.endswith("ец") else f"{name}ов"


def stem(text: str) -> str:
    """Give a Russian adjective without its ending; an empty text where it has none.

    Args:
        text: one word in small letters.
    """
    ends = _ENDING.search(text)
    while ends and ends.end() != len(text):
        ends = _ENDING.search(text, ends.start() + 1)
    return text[: ends.start()] if ends else ""
