"""The questions: each gives the JSON of the service's answer, as plain data."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any, Literal, Unpack

from marshmallow import Schema

from element_classifier.batches import read_batch
from element_classifier.choosing import chosen, reading_options
from element_classifier.errors import UnknownMentionError, checked, hinted
from element_classifier.filtering import (
    Choosing,
    Date,
    Holders,
    ReadingArguments,
    Several,
    day_of,
)
from element_classifier.loaded import loaded
from element_classifier.plain import dumped, plain
from schemas.response.briefs import BriefElementOut
from schemas.response.comparisons import ChangesOut, CheckedOut, CompareOut
from schemas.response.elements import ElementOut
from schemas.response.materials import BriefMaterialOut, MaterialDetailOut
from schemas.response.mentions import BriefClassifyOut, ClassifyOut
from service.answers import batch, briefs, checks, comparisons, elements, materials
from service.answers.encoding import Json
from service.catalogue import View
from service.mentions import Options
from service.tables import TABLES

Detail = Literal["brief", "full"]
_DETAILS = ("brief", "full")
_ELEMENT: dict[str, Schema] = {"brief": BriefElementOut(), "full": ElementOut()}
_MATERIAL: dict[str, Schema] = {"brief": BriefMaterialOut(), "full": MaterialDetailOut()}
_BATCH = {"brief": (batch.brief, BriefClassifyOut()), "full": (batch.full, ClassifyOut())}
_CHECK, _COMPARE, _CHANGES = CheckedOut(), CompareOut(), ChangesOut()


def look_up(
    mention: Any,
    concept: Several | None = None,
    *,
    detail: Detail = "brief",
    material: bool = False,
    **arguments: Unpack[ReadingArguments],
) -> Json:
    """Tell what kind of element or material something is, and who says so.

    Args:
        mention: a symbol, an atomic number, a name, a CAS number, an isotope, an ion, or the name
            of a material.
        concept: only these concepts, by id, alias or label.
        detail: ``full`` adds claims, locators, explanations and every record named.
        material: take a material's name for the material, even where it also names an element.
        arguments: see ``ReadingArguments``.

    Returns:
        The answer to ``GET /v1/elements/{mention}``, or of a material ``/v1/materials/{mention}``.

    Raises:
        UnknownMentionError: the mention gives neither.
        UnknownIdError, UnknownLanguageError, DayError: an argument means nothing that there is.
    """
    checked("detail", detail, _DETAILS)
    data = loaded()
    view, concepts = chosen(concept, arguments, ReadingArguments)
    typed = plain(mention)
    options = reading_options(arguments)
    if material:
        options = replace(options, material=True)
    reading = data.reader.read(typed, options)
    if (symbol := reading.symbol) is not None:
        of_element = {
            "brief": partial(briefs.element, view, symbol, reading, concepts),
            "full": partial(elements.element, view, symbol, typed, reading, concepts),
        }
        return dumped(_ELEMENT[detail], of_element[detail]())
    if (id_ := reading.material) is None:
        raise UnknownMentionError(reading)
    of_material = {
        "brief": partial(materials.brief, view, id_, reading, concepts),
        "full": partial(materials.full, view, id_, typed, concepts),
    }
    return dumped(_MATERIAL[detail], of_material[detail]())


def check(element: Any, concept: str, **choosing: Unpack[Choosing]) -> Json:
    """Tell whether the editions in force support that an element is in a concept.

    Args:
        element: any mention of an element or a material.
        concept: by id, alias or label.
        choosing: see ``Choosing``.

    Returns:
        The answer to ``GET /v1/check``.

    Raises:
        UnknownMentionError: the mention gives neither an element nor a material.
        UnknownIdError: an argument means nothing that there is.
    """
    data = loaded()
    view, concepts = chosen(concept, choosing)
    typed = plain(element)
    reading = data.reader.read_itself(typed, Options())
    if reading.thing is None:
        raise UnknownMentionError(reading)
    question = {"element": typed, "concept": concept}
    (id_,) = concepts or [""]
    return dumped(_CHECK, checks.one(view, question, reading, id_))


def classify(
    values: Iterable[Any],
    concept: Several | None = None,
    *,
    detail: Detail = "brief",
    distinct: bool = False,
    **arguments: Unpack[ReadingArguments],
) -> Json:
    """Read many mentions, one outcome each, in order; a bad one is an outcome, never an error.

    For columns of tables the adapters are faster: ``element_classifier.arrow``, ``.pandas``,
    ``.polars``, ``.duckdb`` and ``.spark``.

    Args:
        values: mentions of any type; numbers of NumPy and absent values of pandas are understood.
        concept: only these concepts, by id, alias or label.
        detail: ``full`` adds the verdicts of all elements and every record named.
        distinct: answer each different value once, with how often it came.
        arguments: see ``ReadingArguments``.

    Returns:
        The answer to ``POST /v1/classify``.

    Raises:
        TypeError: ``values`` is one text.
        UnknownIdError, UnknownLanguageError, DayError: an argument means nothing that there is.
    """
    make, schema = _BATCH[checked("detail", detail, _DETAILS)]
    view, concepts = chosen(concept, arguments, ReadingArguments)
    items = read_batch(values, arguments)
    return dumped(schema, make(items, view, concepts, distinct=distinct))


def compare(left: str, right: str, concept: str | None = None) -> Json:
    """Put two editions side by side: what both include, what only one does, and the silences.

    Args:
        left: an edition's id.
        right: another's.
        concept: needed where the two share more than one.

    Returns:
        The answer to ``GET /v1/compare``.

    Raises:
        UnknownIdError: there is no such edition or concept.
        NoSharedConceptError: they share no concept, or not this one; or one must be chosen.
    """
    catalogue = loaded().catalogue
    names = catalogue.names
    with hinted(catalogue):
        one, other = (names["edition"].find(text) for text in (left, right))
        named = names["concept"].find(concept) if concept is not None else None
    shared = comparisons.shared_concept(catalogue, one, other, named)
    return dumped(_COMPARE, comparisons.compare(View(catalogue), one, other, shared))


def changes(
    element: Any = None,
    concept: Several | None = None,
    *,
    start: Date = None,
    end: Date = None,
    **holders: Unpack[Holders],
) -> Json:
    """Tell what each edition of a series did differently from the one before it.

    Args:
        element: only changes to this element or material, by any mention.
        concept: only these concepts.
        start: only editions that begin on this day or later.
        end: only editions that begin on this day or earlier.
        holders: see ``Holders``.

    Returns:
        The answer to ``GET /v1/changes``.

    Raises:
        UnknownMentionError: the mention gives neither an element nor a material.
        UnknownIdError, DayError: an argument means nothing that there is, or is no day.
    """
    data = loaded()
    view, concepts = chosen(concept, holders, Holders)
    thing = None
    if element is not None:
        reading = data.reader.read(plain(element), Options())
        if (thing := reading.thing) is None:
            raise UnknownMentionError(reading)
    period = comparisons.Period(day_of(start), day_of(end))
    revisions = comparisons.revisions(view, period, concepts, thing)
    answer = comparisons.changes(view, revisions, period, concepts, thing)
    return dumped(_CHANGES, answer)


def table(name: str) -> list[Json]:
    """Give one flat table, a dict a row: such as positions, verdicts, changes or spellings.

    Args:
        name: of the table.

    Raises:
        UnknownIdError: there is no such table.
    """
    by_name = {each.name: each for each in TABLES}
    columns = by_name[checked("table", name, by_name)].columns
    names = [column.name for column in columns]
    rows = by_name[name].rows(loaded().catalogue)
    # an enum's member is a text in its own dress
    return [
        {n: str(v) if isinstance(v, str) else v for n, v in zip(names, row, strict=True)}
        for row in rows
    ]
