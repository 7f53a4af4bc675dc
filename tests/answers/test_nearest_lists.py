"""Which list this is."""

from service.answers.identify import nearest
from service.catalogue import Catalogue
from service.model import Stand


def _included(catalogue: Catalogue, concept: str, edition: str) -> set[str]:
    positions = catalogue.positions_on[concept][edition]
    return {thing for thing, p in positions.items() if p.stand is Stand.INCLUDED}


def test_every_edition_less_nothing_is_found_whole(catalogue: Catalogue) -> None:
    for concept, editions in catalogue.positions_on.items():
        for edition in editions:
            if included := _included(catalogue, concept, edition):
                best = nearest(catalogue, included, concept)[0]
                assert best["similarity"] == 1
                assert _included(catalogue, concept, best["edition"]) == included
                assert best["missing"] == best["extra"] == best["silent"] == []


def test_one_thing_left_out_is_missing(catalogue: Catalogue) -> None:
    before = next(b for b in catalogue.previous.values())
    concept = next(c for c, e in catalogue.positions_on.items() if before in e)
    included = sorted(_included(catalogue, concept, before))
    found = nearest(catalogue, included[1:], concept)
    entry = next(each for each in found if each["edition"] == before)
    assert entry["missing"] == included[:1]
    assert entry["newer"] in catalogue.previous


def test_nothing_is_near_an_empty_list_or_nonsense(catalogue: Catalogue) -> None:
    assert nearest(catalogue, []) == []
    assert nearest(catalogue, ["nonsense"]) == []


def test_twenty_lists_with_one_thing_less_are_named_rightly(catalogue: Catalogue) -> None:
    tried = 0
    for edition in catalogue.editions:
        for concept, editions in catalogue.positions_on.items():
            included = _included(catalogue, concept, edition) if edition in editions else set()
            if len(included) < 10 or tried == 20:
                continue
            same = {e for e in editions if _included(catalogue, concept, e) == included}
            tried += 1
            found = nearest(catalogue, sorted(included)[1:], concept)
            assert same & {each["edition"] for each in found}, edition
    assert tried == 20
