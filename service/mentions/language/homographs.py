"""Homographs: spellings of elements that are also common words or units."""

_LANGUAGES = {
    "Czech": "bar ho i k magie ni no o osm osmi po rad rod s se si silikon ta te ti u v",
    "Dutch": "be er frans ga gal hel heli in la magie ren stront te u",
    "English": "am as at bar be beryl bore broom chrome gal german gull has he heli hydro i"
    " in ind lit med no nobel or pa pm rad radio re rod sink sod",
    "French": "as au bar ca ce es eu hydro la lit lu magie ne ni nobel os pu se si ta te y",
    "German": "am asen bar er es in kali magie rad ren silikon tal tor",
    "Italian": "al bar bari ce curi fermi ho i in indi la li liti ne no o po re rodi se"
    " si tal tali te ti",
    "Polish": "bo i magie ni no o po se silikon ta te tuli u w",
    "Portuguese": "ar as bar eu ir li no o os se tal te ti",
    "Spanish": "al bar es fe he ir la ni no o os se si tal te ti tina u y",
    "Swedish": "al be bo er ge gull hel holm i in med ni os rad ren se silikon ta tal",
}
_UNITS = {
    **{"cd": "candela", "cm": "centimetre", "db": "decibel", "fm": "femtometre", "h": "hour"},
    **{"mg": "milligram", "np": "neper", "pm": "picometre", "rad": "radian", "s": "second"},
    **{"sr": "steradian", "ac": "acre", "bar": "bar", "gal": "gallon", "in": "inch"},
    **{"mt": "metric ton", "pt": "pint", "clo": "clo", "fermi": "fermi"},
}
"""Other meanings of a spelling, in any capitals: a choice of ours, to doubt by and not to cite."""
_ABBREVIATIONS = {
    **{"nd": "not detected", "rh": "relative humidity", "tl": "air temperature"},
    **{"pii": "personally identifiable information"},
}
_AS_WRITTEN = {
    **{"co": "carbon monoxide", "n": "neutron", "T": "temperature", "D": "depth"},
    **{"BO": "boron monoxide", "CLO": "chlorine monoxide", "IOT": "the Internet of Things"},
}
"""Meant so in these capitals alone."""
NO_ABUNDANCE = "No natural abundance of it is listed: it may also be an abbreviation."
AMOUNT = "A number beside it may also be an amount, an ordinal or a decade."
_CODE = 3
_BEFORE_A_NOUN = {"am", "as", "at", "he", "i", "in", "no"}


def _by_word(languages: dict[str, str]) -> dict[str, list[str]]:
    words = {language: spelt.split() for language, spelt in languages.items()}
    every = dict.fromkeys(word for spelt in words.values() for word in spelt)
    return {word: [each for each, spelt in words.items() if word in spelt] for word in every}


_WORDS = _by_word(_LANGUAGES)


def other_meanings(text: str) -> tuple[str, ...]:
    """Say of what languages a text is also a common word, and what it is short for, in any case.

    Args:
        text: the normalised mention, or the word in it.
    """
    word = text.lower()
    meanings = []
    if languages := _WORDS.get(word):
        meanings.append(f"It is also a word in {_listed(languages)}.")
    if unit := _UNITS.get(word):
        meanings.append(f"It is also written for a unit, the {unit}.")
    if phrase := _ABBREVIATIONS.get(word) or _AS_WRITTEN.get(text):
        meanings.append(f"It is also written for {phrase!r}.")
    return tuple(meanings)


def code(text: str) -> str | None:
    """Say which code or formula a short name of an element in capitals also is: ``BAR``, ``CLO``.

    Args:
        text: the normalised mention.
    """
    if not (text.isupper() and len(text) <= _CODE and text.isascii()):
        return None
    english = "a code, as lists of minerals have them" if is_english(text) else None
    return _AS_WRITTEN.get(text, english)


def is_english(text: str) -> bool:
    """Say whether a text is a common word in English, in any case."""
    return "English" in _WORDS.get(text.lower(), ())


def before_a_noun(text: str) -> bool:
    """Say whether a text is, in any case, an English word that opens a phrase: ``in total``."""
    return text.lower() in _BEFORE_A_NOUN


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
