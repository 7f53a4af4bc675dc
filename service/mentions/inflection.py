"""Forms of Russian names: the genitive, ``содержание меди``, and adjectives, ``медные руды``."""

import re

_SOFT_AND_MASCULINE = {"никель"}


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
