"""The genitive of names of elements, as it stands behind a noun: ``содержание меди``."""

_SOFT_AND_MASCULINE = {"никель"}
_OTHER_STEMS = {
    **{"nikiel": "niklu", "ołów": "ołowiu", "węgiel": "węgla"},
    **{"wodór": "wodoru", "sód": "sodu", "wapń": "wapnia"},
}
_SOFT = {"ź": "zi", "ć": "ci"}


def genitive(name: str) -> str:
    """Give the genitive of a Russian name of an element.

    Args:
        name: in the nominative, in small letters: ``железо``, ``литий``, ``медь``.
    """
    if name.endswith("ий"):
        return f"{name[:-1]}я"
    if name.endswith("ец"):
        return f"{name[:-2]}ца"
    if name.endswith("ь"):
        return f"{name[:-1]}{'я' if name in _SOFT_AND_MASCULINE else 'и'}"
    if name.endswith("а"):
        return f"{name[:-1]}{'и' if name[-2] in 'гкхжшщч' else 'ы'}"
    return f"{name[:-1]}а" if name.endswith("о") else f"{name}а"


def polish_genitive(name: str) -> str:
    """Give the genitive of a Polish name of an element.

    Args:
        name: in the nominative, in small letters: ``żelazo``, ``miedź``, ``cynk``.
    """
    if name in _OTHER_STEMS:
        return _OTHER_STEMS[name]
    if name[-1] in _SOFT:
        return f"{name[:-1]}{_SOFT[name[-1]]}"
    if name.endswith("a"):
        return f"{name[:-1]}{'i' if name[-2] in 'kg' else 'y'}"
    if name.endswith("um"):
        return name
    return f"{name[:-1]}a" if name.endswith("o") else f"{name}u"
