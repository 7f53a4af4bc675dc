"""Definitions that an authority published in words: each a named function with its source."""

from collections.abc import Callable, Iterator

from service.model import Claim, Definition, Element, Records, Relation, Status, Via


def lanthanoids(element: Element) -> bool:
    """La to Lu: IUPAC, Nomenclature of Inorganic Chemistry 2005, IR-3.5 (La by common usage)."""
    return 57 <= element.atomic_number <= 71  # noqa: PLR2004 - La and Lu


def rare_earth_metals(element: Element) -> bool:
    """Sc, Y and the lanthanoids: IUPAC, Nomenclature of Inorganic Chemistry 2005, IR-3.5."""
    return element.symbol in {"Sc", "Y"} or lanthanoids(element)


def transition_elements(element: Element) -> bool:
    """Groups 3 to 11, of group 3 Sc and Y only: IUPAC Red Book 2005, IR-3.5, doubts left out.

    The text itself says that group 12 is not always included; it does not say here who stands
    below yttrium.
    """
    return element.group in range(3, 12) and element.symbol not in {"La", "Ac", "Lu", "Lr"}


DEFINITIONS: dict[str, Callable[[Element], bool]] = {
    "lanthanoids": lanthanoids,
    "rare-earth-metals": rare_earth_metals,
    "transition-elements": transition_elements,
}


def made_claims(records: Records) -> Iterator[Claim]:
    """Make the implied claims of every definition in words whose rule is in DEFINITIONS."""
    for definition in records.definitions:
        holds = DEFINITIONS.get(definition.rule)
        for element in records.elements if holds else ():
            if holds and holds(element):
                yield _claim(definition, element)


def material_claims(records: Records) -> Iterator[Claim]:
    """Make a claim of each material that an edition names in a category."""
    for category in records.categories:
        for row in category.materials:
            yield Claim(
                id=f"{category.id}/{row.material}",
                category=category.id,
                thing=row.material,
                relation=Relation.INCLUDES,
                status=Status.STATED,
                via=Via.NAMED,
                locator=category.locator,
                label=row.label,
            )


def _claim(definition: Definition, element: Element) -> Claim:
    return Claim(
        id=f"{definition.category}/{element.symbol}",
        category=definition.category,
        thing=element.symbol,
        relation=Relation.INCLUDES,
        status=Status.IMPLIED,
        via=Via.RULE,
        locator=definition.locator,
        note=definition.note,
    )
