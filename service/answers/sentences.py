"""Verdicts in sentences: a person reads them first, and may quote them."""

from collections.abc import Iterable, Mapping, Sequence

from service.answers.reasons import for_material, for_silence
from service.catalogue import Catalogue, Concepts, View
from service.model import (
    Authority,
    AuthorityKind,
    Concept,
    Nature,
    Position,
    Stand,
    Status,
    Summary,
    Support,
    Verdict,
    Voice,
    first_day,
)
from service.rules import support

NAMED = 5
"""Most authorities named a side; the rest are counted."""
_CONCEPTS_TOLD = 4
_ALSO = {
    Verdict.DISPUTED: "Also disputed",
    Verdict.AS_MATERIAL_ONLY: "Only as a material",
}
_KINDS = {
    AuthorityKind.STANDARDS_BODY: "a standards body",
    AuthorityKind.LAW: "law",
    AuthorityKind.MINISTRY: "a ministry",
    AuthorityKind.AGENCY: "an agency",
    AuthorityKind.SURVEY: "a survey",
    AuthorityKind.SCIENCE: "science",
    AuthorityKind.REFERENCE_WORK: "a reference work",
    AuthorityKind.SOFTWARE: "software",
    AuthorityKind.PRESS: "press",
}


def answer(
    view: View, symbol: str, summaries: Sequence[Summary], *, all_of_them: bool = False
) -> str:
    """Give the verdicts on one element in a few sentences.

    Args:
        view: the editions that take part.
        symbol: the element's.
        summaries: the verdicts, the most interesting first.
        all_of_them: tell every verdict, not only those that include the element or are disputed.
    """
    catalogue = view.catalogue
    telling = [s for s in summaries if all_of_them or tells(s)]
    told = telling if all_of_them else telling[:_CONCEPTS_TOLD]
    sentences = [verdict(catalogue, each) for each in told]
    labels: dict[str, list[str]] = {}
    for each in telling[len(told) :]:
        label = catalogue.concepts[each.concept].label.lower()
        labels.setdefault(_ALSO.get(each.verdict, "Also"), []).append(label)
    sentences += [f"{lead}: {listed(names)}." for lead, names in labels.items()]
    concepts = [s.concept for s in summaries] if all_of_them else None
    sentences += remarks(view, symbol, concepts)
    return " ".join(sentences) or _of_nobody(view, symbol, summaries)


def _of_nobody(view: View, thing: str, summaries: Sequence[Summary]) -> str:
    """Tell what there is to tell where nobody includes the element or material."""
    concepts = view.catalogue.concepts
    outside = [concepts[s.concept].label.lower() for s in summaries if s.excluded]
    silent = [concepts[s.concept].label.lower() for s in summaries if not s.excluded]
    day = view.selection.as_of
    sentences = [
        f"None of the chosen lists names it on {day}."
        if thing in view.catalogue.materials
        else f"Nobody selected includes it in any class on {day}."
    ]
    if outside:
        sentences.append(f"Excluded: {shortened(outside)}.")
    if silent:
        sentences.append(f"Silent: {shortened(silent)}.")
    return " ".join(sentences)


_FEW = 3
"""Of so many editions the notes of their categories are told, too."""


def remarks(view: View, symbol: str, concept: Concepts) -> list[str]:
    """Tell of suspended and uncertain editions, of removals, and the notes of a few editions."""
    told = [
        *_notes(view, symbol, concept),
        *(_suspended(view, each) for each in view.suspended_positions(symbol, concept)),
        *(_uncertain(view, each) for each in view.uncertain_positions(symbol, concept)),
        *(_removed(view, each) for each in removed(view, symbol, concept)),
        *after_the_data(view),
    ]
    # one edition may have positions on several concepts
    return list(dict.fromkeys(told))


def after_the_data(view: View) -> list[str]:
    """Say that later lists are not held, where the day lies after the release of the data."""
    released = view.catalogue.released
    if view.selection.as_of <= released:
        return []
    return [f"The data end on {released}: later changes are not in this answer."]


def _notes(view: View, symbol: str, concept: Concepts) -> list[str]:
    if concept is None or len(view.speaking(concept)[0]) > _FEW:
        return []
    notes = {
        note: f"{position.edition}: {note}"
        for position in view.positions(symbol, concept)
        for note in (position.note, _of_category(view, position))
        if note
    }
    return list(notes.values())


def _of_category(view: View, position: Position) -> str | None:
    """Give the note on a category; where its list names the thing itself, it explains nothing."""
    named = position.stand is Stand.INCLUDED and position.status is Status.STATED
    return None if named else view.catalogue.categories[position.category].note


def removed(view: View, symbol: str, concept: Concepts) -> list[Position]:
    """Give the positions of lists in force from which the element was removed."""
    concepts = view.catalogue.concepts
    listings = [id_ for id_ in view.concepts(concept) if concepts[id_].nature is Nature.LISTING]
    return [
        position
        for position in view.positions(symbol, listings)
        if position.edition in view.current and view.removed_from(position)
    ]


def _holder(view: View, position: Position) -> str:
    return view.catalogue.authorities[view.catalogue.authority_of[position.edition]].short


def _suspended(view: View, position: Position) -> str:
    edition = view.catalogue.editions[position.edition]
    past = any(
        pause.end_unconfirmed and pause.end and first_day(pause.end) <= view.selection.as_of
        for pause in edition.suspensions
    )
    state = (
        "suspended; its announced end has passed, and whether it applies again is not known"
        if past
        else "suspended on that day"
    )
    says = "leaves it out of" if position.stand is Stand.EXCLUDED else "names it in"
    return f"{_holder(view, position)} {says} {edition.id}, which is {state}."


def _uncertain(view: View, position: Position) -> str:
    edition = view.catalogue.editions[position.edition]
    return (
        f"Uncertain on that day: {_holder(view, position)} has it {position.stand} in "
        f"{edition.id}, in force from {edition.start}"
        + (f" to {edition.in_force_to}." if edition.in_force_to else ".")
    )


def _removed(view: View, position: Position) -> str:
    return (
        f"{_holder(view, position)} removed it: {view.removed_from(position)} named it, "
        f"{position.edition} does not."
    )


def tells(summary: Summary) -> bool:
    """Tell whether somebody includes the element, or names a material of it."""
    return bool(summary.included or summary.contradictory or summary.as_material)


def verdict(catalogue: Catalogue, summary: Summary) -> str:
    """Give the verdict on one concept in a sentence or three, with no winner declared."""
    concept = catalogue.concepts[summary.concept]
    if summary.nature is Nature.LISTING:
        return _listing(catalogue, concept, summary)
    return f"{concept.label}: {_classification(catalogue, summary)}"


def _classification(catalogue: Catalogue, summary: Summary) -> str:
    yes, no, both = summary.included, summary.excluded, summary.contradictory
    torn = f" {holders(catalogue, both)} {_say(both)} both yes and no." if both else ""
    if summary.verdict is Verdict.DISPUTED:
        alone = dissent(catalogue, summary)
        sides = f"Yes: {holders(catalogue, yes)}. No: {holders(catalogue, no)}."
        return f"disputed{f' (dissent: {alone})' if alone else ''}. {sides}{torn}"
    if not yes and not no:
        return torn.strip() or "no edition in force decides."
    word = "yes" if yes else "no"
    if summary.verdict is Verdict.SINGLE:
        return f"{word}, says {holders(catalogue, yes or no)} alone.{torn}"
    return f"{word}, agreed by {holders(catalogue, yes or no)}.{torn}"


def _say(voices: Sequence[Voice]) -> str:
    return "says" if len(voices) == 1 else "say"


def _listing(catalogue: Catalogue, concept: Concept, summary: Summary) -> str:
    lists = "the list" if summary.lists == 1 else f"{summary.lists} jurisdictions' lists"
    materials = _materials(catalogue, summary.as_material)
    if summary.listed_by:
        on = "" if summary.lists == 1 else f"{summary.listed_by} of "
        named = holders(catalogue, (*summary.included, *summary.contradictory))
        itself = f"on {on}{lists} ({named})"
        # whoever asks for carbon learns first that nine lists name graphite
        return f"{concept.label}: {f'{materials}; ' if materials else ''}{itself}."
    if summary.verdict is Verdict.SILENT:
        # a list that was read in part may name it all the same
        return (
            f"{concept.label}: nothing we hold of {holders(catalogue, summary.silent)} settles it."
        )
    off = "not on" if summary.lists == 1 else "on none of"
    if materials:
        return f"{concept.label}: {materials}; {off} {lists} as an element."
    return f"{concept.label}: {off} {lists} ({holders(catalogue, summary.excluded)})."


def _materials(catalogue: Catalogue, voices: Iterable[Voice]) -> str:
    """Name each material, by its widest, with the authorities that list it: most listed first."""
    holders: dict[str, list[Authority]] = {}
    for voice in voices:
        for id_ in dict.fromkeys(widest(catalogue, id_) for id_ in voice.materials):
            name = catalogue.materials[id_].name
            holders.setdefault(name, []).append(catalogue.authorities[voice.authority])
    told = []
    for name, listing in sorted(holders.items(), key=lambda pair: -len(pair[1])):
        lists = len({each.lists_for for each in listing})
        told.append(f"as {name} on {lists} ({shortened([each.short for each in listing])})")
    return "; ".join(told)


def widest(catalogue: Catalogue, material: str) -> str:
    """Give the id of the widest material that includes a material."""
    while wider := catalogue.materials[material].broader:
        material = wider
    return material


def dissent(catalogue: Catalogue, summary: Summary) -> str | None:
    """Say how a lone authority stands against the others, such as '1 of 27, software'."""
    if summary.dissent is None:
        return None
    kind = catalogue.authorities[summary.dissent.authority].kind
    return f"1 of {len(summary.included) + len(summary.excluded)}, {_KINDS[kind]}"


def holders(catalogue: Catalogue, voices: Sequence[Voice]) -> str:
    """Name the first authorities of a side and count the rest."""
    return shortened([catalogue.authorities[voice.authority].short for voice in voices])


def shortened(names: Sequence[str]) -> str:
    """Name the first of some names and count the rest."""
    beyond = len(names) - NAMED
    # one more name is no longer than 'and 1 more'
    if beyond <= 1:
        return listed(names)
    return f"{', '.join(names[:NAMED])} and {beyond} more"


def listed(names: Sequence[str]) -> str:
    """Join names as in a sentence."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


_OF_A_CLAIM = {
    Support.SUPPORTED: "Supported.",
    Support.CONTRADICTED: "Contradicted.",
    Support.DISPUTED: "Disputed.",
    Support.AS_MATERIAL_ONLY: "Only as a material.",
}
OF_A_QUESTION = {**_OF_A_CLAIM, Support.SUPPORTED: "Yes.", Support.CONTRADICTED: "No."}
"""The first words where a reader asked, and claimed nothing."""


def checked(
    view: View, symbol: str, concept: str, openings: Mapping[Support, str] = _OF_A_CLAIM
) -> str:
    """Give the answer to 'this element is in this concept' in a few sentences.

    Args:
        view: the editions that take part.
        symbol: the element's, or the id of a material.
        concept: the concept's id.
        openings: the first words by outcome.
    """
    summary = next(iter(view.summaries(symbol, concept)), None)
    told = remarks(view, symbol, concept)
    if summary is None:
        if symbol in view.catalogue.materials:
            told = for_material(view.catalogue, symbol, [concept]) or told
        return " ".join([*for_silence(view, concept), *told])
    word = support(summary)
    opening = [] if word is Support.SILENT else [openings[word]]
    return " ".join([*opening, verdict(view.catalogue, summary), *told])
