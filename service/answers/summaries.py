"""A column summed up: whose lists its elements and materials are on."""

from collections.abc import Iterable, Mapping, Sequence

from service.answers.elements import envelope
from service.answers.encoding import Json
from service.answers.reasons import for_silence
from service.catalogue import View


def summarise(
    view: View, concepts: Iterable[str] | None, outcomes: Mapping[str, int], things: Iterable[str]
) -> Json:
    """Count, per concept and jurisdiction, the distinct elements and materials on its lists.

    Args:
        view: the editions that take part.
        concepts: the concepts to count for; none where no concept was named.
        outcomes: how many values had each outcome.
        things: symbols and ids of materials, each once.
    """
    distinct, chosen = list(things), list(concepts or ())
    elements = [thing for thing in distinct if thing in view.catalogue.elements]
    return {
        **envelope(view),
        "items": sum(outcomes.values()),
        "outcomes": {str(outcome): count for outcome, count in outcomes.items()},
        "distinct_elements": len(elements),
        "distinct_materials": len(distinct) - len(elements),
        "concepts": whose_lists(view, chosen, distinct),
        "reasons": [reason for each in chosen for reason in for_silence(view, each)],
    }


def whose_lists(view: View, concepts: Iterable[str], things: Sequence[str]) -> Json:
    """Give whose lists name elements and materials: by concept, then by jurisdiction or authority.

    Args:
        view: the editions that take part.
        concepts: ids.
        things: symbols and ids of materials, each once.
    """
    return {concept: _by_jurisdiction(view, concept, things) for concept in concepts}


def _by_jurisdiction(view: View, concept: str, things: Iterable[str]) -> Json:
    """Give, by jurisdiction or authority, the things that its editions in force include."""
    catalogue = view.catalogue
    named: dict[str, dict[str, list[str]]] = {}
    for thing in things:
        kind = "elements" if thing in catalogue.elements else "materials"
        for summary in view.summaries(thing, concept):
            holders = [catalogue.authorities[voice.authority] for voice in summary.included]
            for holder in dict.fromkeys(each.jurisdiction or each.short for each in holders):
                row = named.setdefault(holder, {"elements": [], "materials": []})
                row[kind].append(thing)
    return {holder: named[holder] for holder in sorted(named)}
