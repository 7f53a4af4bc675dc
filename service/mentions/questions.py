"""Mentions that mean two things alike: the questions about them."""

from service.mentions.lexicon import Lexicon
from service.mentions.reading import (
    Candidate,
    Reading,
    Resolution,
    ambiguous,
    found,
    missing,
    of_material,
    read_as,
    with_warnings,
)
from service.model import By, Element, Material


def element_or_material(text: str, reading: Reading, material: Material) -> Reading:
    """Ask about a name of both; a symbol, a number or a registry number means the element.

    Where the element is read from a part of the text alone, as in ``iron-ore`` or
    ``allanite-(La)``, it is the material.

    Args:
        text: the normalised mention.
        reading: of the element.
        material: of the same name.
    """
    match = reading.resolution
    if match is None or match.by not in (By.NAME, By.FORMER_NAME):
        in_part = match is not None and match.by is By.SYMBOL and match.note
        return of_material(material, text) if in_part else reading
    if match.variant and match.variant.casefold() != text.casefold():
        return of_material(material, text)
    language = match.languages[0] if match.languages else ""
    return ambiguous(
        f"{text!r} names the {material.kind} {material.name}, and in some languages an element.",
        (
            Candidate(reading.symbol, f"{match.variant} ({language})", f"lang={language}"),
            Candidate(
                None,
                f"the {material.kind} {material.name}",
                f"/v1/materials/{material.id}",
                material.id,
            ),
        ),
    )


def sodium_or_missing(text: str, na: str | None) -> Reading:
    """Ask about NA, unless the caller says what it means.

    Args:
        text: the normalised mention.
        na: ``sodium``, ``missing`` or None.
    """
    if na == "sodium":
        return found("Na", Resolution(By.SYMBOL_CASE_FOLDED))
    if na == "missing":
        return missing(f"{text!r} is a missing value, as na=missing says.")
    return ambiguous(
        f"{text!r} is sodium in another case, or a missing value."
        " Say na=sodium or na=missing, or send Na.",
        (
            Candidate("Na", "sodium", "na=sodium"),
            Candidate(None, "a missing value", "na=missing"),
        ),
    )


def sodium_with_doubt(sodium: Element) -> Reading:
    """Read NA beside a unit, a fraction or a method as sodium, with a warning.

    Args:
        sodium: the element.
    """
    doubts = read_as(sodium, ("It is also a customary mark of a missing value.",))
    return found(sodium.symbol, Resolution(By.SYMBOL_CASE_FOLDED, warnings=doubts))


def doubted_without_accents(text: str, reading: Reading, lexicon: Lexicon) -> Reading:
    """Warn where capitals may hide an accent: ``CARBON`` is coal in Spanish, spelt ``carbón``.

    Args:
        text: the normalised mention, in capitals.
        reading: of the element.
        lexicon: the spellings.
    """
    material = None if lexicon.material(text) else lexicon.material_without_accents(text)
    if material is None:
        return reading
    doubt = f"In capitals it may also stand for {material.name}, spelt with an accent."
    return with_warnings(reading, (doubt,))
