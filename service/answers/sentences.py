"""Verdicts in sentences: a person reads them first, and may quote them."""

from collections.abc import Iterable, Sequence

from service.catalogue import Catalogue, View
from service.model import (
    AuthorityKind,
    Concept,
    Nature,
    Position,
    Stand,
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
    view: View,
    summaries: Sequence[Summary],
    paused: Iterable[Position] = (),
    *,
    all_of_them: bool = False,
) -> str:
    """Give the verdicts on one element in a few sentences.

    Args:
        view: the editions that take part.
        summaries: the verdicts, the most interesting first.
        paused: positions of suspended editions: told where nobody in force includes the element.
        all_of_them: tell every verdict, not only those that include the element or are disputed.
    """
    catalogue = view.catalogue
    day = view.selection.as_of.isoformat()
    telling = [s for s in summaries if all_of_them or tells(s)]
    told = telling if all_of_them else telling[:_CONCEPTS_TOLD]
    sentences = [verdict(catalogue, each) for each in told]
    labels: dict[str, list[str]] = {}
    for each in telling[len(told) :]:
        label = catalogue.concepts[each.concept].label.lower()
        labels.setdefault(_ALSO.get(each.verdict, "Also"), []).append(label)
    sentences += [f"{lead}: {listed(names)}." for lead, names in labels.items()]
    if not sentences:
        sentences = [f"No edition in force on {day} includes it in any class."]
    included = {summary.concept for summary in summaries if tells(summary)}
    unsaid = [position for position in paused if position.concept not in included]
    return " ".join([*sentences, suspended(view, unsaid)]).rstrip()


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
    say = "says" if len(both) == 1 else "say"
    torn = f" {holders(catalogue, both)} {say} both yes and no." if both else ""
    if summary.verdict is Verdict.DISPUTED:
        alone = dissent(catalogue, summary)
        sides = f"Yes: {holders(catalogue, yes)}. No: {holders(catalogue, no)}."
        return f"disputed{f' (dissent: {alone})' if alone else ''}. {sides}{torn}"
    if not yes and not no:
        return torn.strip() or "nobody in force says."
    word = "yes" if yes else "no"
    if summary.verdict is Verdict.SINGLE:
        return f"{word}, says {holders(catalogue, yes or no)} alone.{torn}"
    return f"{word}, agreed by {holders(catalogue, yes or no)}.{torn}"


def _listing(catalogue: Catalogue, concept: Concept, summary: Summary) -> str:
    lists = "list" if summary.lists == 1 else "lists"
    materials = _materials(catalogue, summary.as_material)
    if summary.listed_by:
        on = f"{concept.label}: on {summary.listed_by} of {summary.lists} {lists}"
        also = f" Named only as a material: {materials}." if materials else ""
        named = (*summary.included, *summary.contradictory)
        return f"{on} ({holders(catalogue, named)}).{also}"
    if materials:
        return (
            f"{concept.label}: on none of {summary.lists} {lists} as an element, but as a "
            f"material: {materials}."
        )
    if summary.verdict is Verdict.SILENT:
        return f"{concept.label}: no list in force says."
    return f"{concept.label}: on none of {summary.lists} {lists}."


def _materials(catalogue: Catalogue, voices: Iterable[Voice]) -> str:
    by_label: dict[str, list[str]] = {}
    for voice in voices:
        by_label.setdefault(" and ".join(voice.materials), []).append(
            catalogue.authorities[voice.authority].short
        )
    return "; ".join(f"{label} ({shortened(names)})" for label, names in by_label.items())


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


def suspended(view: View, positions: Iterable[Position]) -> str:
    """Tell that editions which are suspended on the day speak of the element."""
    told = []
    for position in positions:
        edition = view.catalogue.editions[position.edition]
        holder = view.catalogue.authorities[edition.authority].short
        day = view.selection.as_of
        unknown = any(
            pause.end_unconfirmed and pause.end and first_day(pause.end) <= day
            for pause in edition.suspensions
        )
        state = (
            "suspended; its announced end has passed, and whether it applies again is not known"
            if unknown
            else "suspended on that day"
        )
        says = "leaves it out" if position.stand is Stand.EXCLUDED else "names it"
        label = view.catalogue.concepts[position.concept].label
        told.append(f"{label}: {holder}'s {edition.id} {says}, but is {state}.")
    return " ".join(told)


def checked(catalogue: Catalogue, summary: Summary | None) -> str:
    """Give the answer to 'this element is in this concept' in a sentence or three."""
    if summary is None:
        return "No edition chosen speaks of it on that day."
    return f"{_SUPPORT[support(summary)]} {verdict(catalogue, summary)}"


_SUPPORT = {
    Support.SUPPORTED: "Supported.",
    Support.CONTRADICTED: "Contradicted.",
    Support.DISPUTED: "Disputed.",
    Support.AS_MATERIAL_ONLY: "Only as a material.",
    Support.SILENT: "Nobody says.",
}
