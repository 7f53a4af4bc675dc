"""Tells what a text is that names no single element: acidity, a formula, an alloy, two goods."""

from service.mentions.chemistry.compositions import read_composition
from service.mentions.chemistry.compound_names import compound_of
from service.mentions.chemistry.compounds import read_species
from service.mentions.language.analytes import no_element
from service.mentions.lexicon import Lexicon
from service.mentions.reading import Reading, unknown
from service.mentions.tabular.beside import parts


def something_else(lexicon: Lexicon, text: str, core: str) -> Reading | None:
    """Give the problem that says what a text is, and where it is read; None where it is not known.

    Args:
        lexicon: the spellings.
        text: the normalised mention.
        core: the mention without its unit.
    """
    if meaning := no_element(text.replace("_", " ")) or no_element(text) or no_element(core):
        return unknown(f"{text!r} is {meaning}: it names no single element.")
    if elements := lexicon.formula(text):
        symbols = ", ".join(element.symbol for element in elements)
        return unknown(
            f"{text!r} reads as a formula with {symbols}, not as one element: "
            f"/v1/formulas?formula={text}"
        )
    if composition := read_composition(lexicon, text):
        symbols = ", ".join(composition.symbols)
        return unknown(
            f"{text!r} reads as a composition of {symbols}, not as one element: "
            "/v1/classify reads it with kind=auto."
        )
    if element := compound_of(lexicon, text.replace("_", " ")):
        name = element.name.lower()
        what = f"{text!r} is a compound of {name}: /v1/formulas reads the formula of one."
        return unknown(what, (element.symbol,))
    if core != text and read_species(lexicon, core, measured=True):
        return unknown(f"{text!r} heads a column of a compound: send it with kind=header.")
    return _several(lexicon, text)


def _several(lexicon: Lexicon, text: str) -> Reading | None:
    """Tell that names of materials stand side by side, or of materials and elements."""
    names: list[str] = []
    for part in parts(text) or text.split("_"):
        material, elements = lexicon.material(part), lexicon.names_of(part)
        if material is None and not elements:
            return None
        symbol = elements[0].symbol if elements else ""
        names.append(material.name if material else lexicon.elements[symbol].name.lower())
    if len(set(names)) <= 1:
        return None
    named = ", ".join(dict.fromkeys(names))
    several = f"{text!r} names more than one thing: {named}."
    return unknown(f"{several} Send each as an item, or use kind=auto.")
