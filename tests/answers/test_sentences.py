"""Verdicts in sentences: each verdict's own, names counted, nothing said that nobody holds."""

import pytest

from service.answers import briefs, sentences
from service.catalogue import Catalogue, View
from service.model import Suspension
from tests.answers.builders import Says, catalogue, read


def told(said: list[Says]) -> str:
    """Give the sentence on scandium."""
    data = catalogue(*said)
    (summary,) = View(data).summaries("Sc", said[0].concept)
    return sentences.verdict(data, summary)


def answer(data: Catalogue, symbol: str = "Sc", concept: str | None = None) -> str:
    view = View(data)
    summaries = briefs.by_interest(data, view.summaries(symbol, concept))
    return sentences.answer(view, symbol, summaries, all_of_them=concept is not None)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("a in, b out", "disputed. Yes: A. No: B."),
        ("a in, b in", "yes, agreed by B and A."),
        ("a out, b closed", "no, agreed by B and A."),
        ("a in, b silent", "yes, says A alone."),
        ("a out, b silent", "no, says A alone."),
        ("a silent, b silent", "no edition in force decides."),
        ("a in, a out", "A says both yes and no."),
        ("a both, b both", "B and A say both yes and no."),
        ("a in, b both", "yes, says A alone. B says both yes and no."),
        (
            "press in, standards-body in, law out",
            "disputed. Yes: STANDARDS-BODY and PRESS. No: LAW.",
        ),
        ("software in, a out, b out", "disputed. Yes: SOFTWARE. No: B and A."),
        (
            "software in, a out, b out, c out",
            "disputed (dissent: 1 of 4, software). Yes: SOFTWARE. No: C, B and A.",
        ),
    ],
)
def test_each_verdict_on_a_classification_has_its_sentence(said: str, sentence: str) -> None:
    assert told(read(said)) == f"Rare earth: {sentence}"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("a in", "on the list (A)."),
        ("a closed", "not on the list (A)."),
        ("a sand", "as sand on 1 (A); not on the list as an element."),
        ("a in, b closed", "on 1 of 2 jurisdictions' lists (A)."),
        ("a in, b in", "on 2 of 2 jurisdictions' lists (B and A)."),
        ("a in, b sand", "as sand on 1 (B); on 1 of 2 jurisdictions' lists (A)."),
        ("a closed, b closed", "on none of 2 jurisdictions' lists (B and A)."),
        (
            "a sand, b sand, c mud",
            "as sand on 2 (B and A); as mud on 1 (C); "
            "on none of 3 jurisdictions' lists as an element.",
        ),
        ("a silent", "nothing we hold of A settles it."),
        ("a silent, b silent", "nothing we hold of B and A settles it."),
    ],
)
def test_each_verdict_on_a_listing_has_its_sentence(said: str, sentence: str) -> None:
    assert told(read(said, "critical")) == f"Critical raw material: {sentence}"


def test_lists_that_name_a_material_are_counted_by_jurisdiction() -> None:
    said = [
        Says(id_, "critical", material="sand", closed=True, jurisdiction=place)
        for id_, place in (("a", "Ruritania"), ("b", "Ruritania"), ("c", None))
    ]
    assert told(said) == (
        "Critical raw material: as sand on 2 (C, B and A); "
        "on none of 2 jurisdictions' lists as an element."
    )


def test_of_kinds_of_one_material_the_widest_is_named(catalogue: Catalogue) -> None:
    assert sentences.widest(catalogue, "graphite-natural") == "graphite"
    assert sentences.widest(catalogue, "graphite") == "graphite"


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (1, "A"),
        (2, "A and B"),
        (6, "A, B, C, D, E and F"),  # no longer than 'and 1 more'
        (7, "A, B, C, D, E and 2 more"),
    ],
)
def test_five_authorities_are_named_and_the_rest_counted(number: int, names: str) -> None:
    assert sentences.shortened([chr(ord("A") + each) for each in range(number)]) == names


SIX = [Says("a", f"class-{n}", "Sc") for n in range(6)]
TORN = [each for n in range(5) for each in read("a in, b out", f"torn-{n}")]


@pytest.mark.parametrize(
    ("said", "end"),
    [
        (SIX, " Also: class-4 and class-5."),
        ([*SIX[:4], *read("a sand", "critical")], " Only as a material: critical raw material."),
        (TORN, " Also disputed: torn-4."),
    ],
)
def test_an_answer_tells_four_verdicts_and_names_the_rest(said: list[Says], end: str) -> None:
    assert answer(catalogue(*said)).endswith(end)


def test_a_class_that_excludes_the_element_is_told_only_where_it_is_asked_for() -> None:
    data = catalogue(Says("a", "metal", includes="Sc"), Says("a", "earth", closed=True))
    assert answer(data) == "Rare metal: yes, says A alone."
    assert answer(data, concept="earth") == "Rare earth: no, says A alone."


def test_every_concept_that_is_asked_for_is_told() -> None:
    view = View(catalogue(*(Says("a", f"class-{number}", closed=True) for number in range(6))))
    text = sentences.answer(view, "Sc", view.summaries("Sc"), all_of_them=True)
    assert text.count(": no, says A alone.") == 6
    assert "Also" not in text


def test_an_element_in_no_class_has_an_answer_with_the_day_and_the_classes() -> None:
    data = catalogue(Says("a", includes="Y"), Says("a", "metal", closed=True))
    assert answer(data) == (
        "Nobody selected includes it in any class on 2024-06-01. "
        "Excluded: rare metal. Silent: rare earth."
    )


def test_a_material_on_no_list_has_an_answer_with_the_day(catalogue: Catalogue) -> None:
    view = View(catalogue)
    text = sentences.answer(view, "adelite", view.summaries("adelite", ["critical", "scarce"]))
    assert text == (
        f"None of the chosen lists names it on {catalogue.released}. "
        "Excluded: critical raw material. Silent: scarce mineral raw material."
    )


PAUSE = Suspension("2024-02", "2024-07-01", False, None)
PAST = Suspension("2024-02", "2024-05-01", True, None)
UNKNOWN = "its announced end has passed, and whether it applies again is not known."


@pytest.mark.parametrize(
    ("pause", "state"),
    [
        (PAUSE, "suspended on that day."),
        (PAST, f"suspended; {UNKNOWN}"),
    ],
)
@pytest.mark.parametrize(
    ("includes", "says"), [("Sc", "names it in a-0"), ("Y", "leaves it out of a-0")]
)
def test_a_suspended_list_is_told(pause: Suspension, state: str, includes: str, says: str) -> None:
    lists = [
        Says("a", "critical", includes=includes, closed=True, suspended=pause),
        Says("b", "critical", includes="Sc"),
    ]
    told = f"Critical raw material: on the list (B). A {says}, which is {state}"
    assert answer(catalogue(*lists)) == told


@pytest.mark.parametrize(
    ("said", "concept", "lead"),
    [
        ("a in", "earth", "Supported. Rare earth: yes"),
        ("a out", "earth", "Contradicted. Rare earth: no"),
        ("a silent", "earth", "Rare earth: no edition in force decides."),
        ("a both", "earth", "Disputed. Rare earth: A says both"),
        ("a sand", "critical", "Only as a material. Critical"),
    ],
)
def test_a_check_is_answered_first_and_explained_then(said: str, concept: str, lead: str) -> None:
    view = View(catalogue(*read(said, concept)))
    assert sentences.checked(view, "Sc", concept).startswith(lead)


@pytest.mark.parametrize(
    ("symbol", "told"),
    [
        ("Sc", "Rare-earth element: disputed. Yes: IUPAC"),
        ("K", "Alkali metal: yes, agreed by"),
        ("K", "Critical raw material: as potash on "),
        ("C", "Critical raw material: as graphite on "),
        ("Og", "Noble gas: yes"),
        ("Th", "Actinoid: yes, agreed by"),
    ],
)
def test_answers_on_real_elements(catalogue: Catalogue, symbol: str, told: str) -> None:
    assert told in answer(catalogue, symbol)
    assert "Lanthanoid" not in answer(catalogue, symbol)


def test_a_suspended_edition_on_several_concepts_is_told_once(catalogue: Catalogue) -> None:
    suspended = View(catalogue).suspended_positions("Ho")
    assert len({each.concept for each in suspended}) > len({each.edition for each in suspended})
    for edition in {each.edition for each in suspended}:
        told = answer(catalogue, "Ho")
        assert told.count(f"names it in {edition}, which is suspended") == 1
