"""The genitive of names, as it stands behind a noun: ``содержание меди``, ``zawartość ołowiu``."""

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
"""What stands at the end of a name, and in the genitive instead of it: the first that fits."""
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
