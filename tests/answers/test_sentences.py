"""Verdicts in sentences: each verdict's own, names counted, nothing said that nobody holds."""

import pytest

from service.answers import briefs, sentences
from service.catalogue import Catalogue, View
from service.model import AuthorityKind, Suspension
from tests.answers.builders import Says, catalogue

SIDES = [("a", "Sc", ""), ("b", "", "Sc")]


def told(*said: Says, concept: str = "earth") -> str:
    """Give the sentence on scandium."""
    data = catalogue(*said)
    (summary,) = View(data).summaries("Sc", concept)
    return sentences.verdict(data, summary)


def answer(data: Catalogue, symbol: str = "Sc", concept: str | None = None) -> str:
    view = View(data)
    summaries = briefs.by_interest(data, view.summaries(symbol, concept))
    return sentences.answer(view, symbol, summaries, all_of_them=concept is not None)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ([Says("a", includes="Sc"), Says("b", excludes="Sc")], "disputed. Yes: A. No: B."),
        ([Says("a", includes="Sc"), Says("b", includes="Sc")], "yes, agreed by B and A."),
        ([Says("a", excludes="Sc"), Says("b", closed=True)], "no, agreed by B and A."),
        ([Says("a", includes="Sc"), Says("b")], "yes, says A alone."),
        ([Says("a", excludes="Sc"), Says("b")], "no, says A alone."),
        ([Says("a"), Says("b")], "nobody in force says."),
        ([Says("a", includes="Sc"), Says("a", excludes="Sc")], "A says both yes and no."),
        (
            [Says(id_, includes="Sc", excludes="Sc") for id_ in ("a", "b")],
            "B and A say both yes and no.",
        ),
        (
            [Says("a", includes="Sc"), Says("b", includes="Sc", excludes="Sc")],
            "yes, says A alone. B says both yes and no.",
        ),
    ],
)
def test_each_verdict_on_a_classification_has_its_sentence(said: list[Says], sentence: str) -> None:
    assert told(*said) == f"Rare earth: {sentence}"


def listed(authority: str, includes: str = "", material: str = "") -> Says:
    return Says(authority, "critical", includes, material=material, closed=True)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ([listed("a", "Sc")], "on the list (A)."),
        ([listed("a", "Y")], "not on the list (A)."),
        ([listed("a", material="sand")], "as sand on 1 (A); not on the list as an element."),
        ([listed("a", "Sc"), listed("b", "Y")], "on 1 of 2 jurisdictions' lists (A)."),
        ([listed("a", "Sc"), listed("b", "Sc")], "on 2 of 2 jurisdictions' lists (B and A)."),
        (
            [listed("a", "Sc"), listed("b", material="sand")],
            "as sand on 1 (B); on 1 of 2 jurisdictions' lists (A).",
        ),
        ([listed("a", "Y"), listed("b", "Y")], "on none of 2 jurisdictions' lists (B and A)."),
        (
            [listed("a", material="sand"), listed("b", material="sand"), listed("c", "", "mud")],
            "as sand on 2 (B and A); as mud on 1 (C); "
            "on none of 3 jurisdictions' lists as an element.",
        ),
        ([Says("a", "critical", "Y")], "nothing we hold of A settles it."),
        (
            [Says("a", "critical", "Y"), Says("b", "critical")],
            "nothing we hold of B and A settles it.",
        ),
    ],
)
def test_each_verdict_on_a_listing_has_its_sentence(said: list[Says], sentence: str) -> None:
    assert told(*said, concept="critical") == f"Critical raw material: {sentence}"


def test_lists_that_name_a_material_are_counted_by_jurisdiction() -> None:
    said = [
        Says(id_, "critical", material="sand", closed=True, jurisdiction=place)
        for id_, place in (("a", "Ruritania"), ("b", "Ruritania"), ("c", None))
    ]
    assert told(*said, concept="critical") == (
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


def test_names_stand_in_the_order_of_kinds() -> None:
    said = [
        Says("paper", includes="Sc", kind=AuthorityKind.PRESS),
        Says("body", includes="Sc", kind=AuthorityKind.STANDARDS_BODY),
        Says("law", excludes="Sc", kind=AuthorityKind.LAW),
    ]
    assert told(*said) == "Rare earth: disputed. Yes: BODY and PAPER. No: LAW."


@pytest.mark.parametrize(
    ("others", "dissent"),
    [(2, ""), (3, " (dissent: 1 of 4, software)"), (9, " (dissent: 1 of 10,")],
)
def test_a_lone_authority_against_three_is_said_to_dissent(others: int, dissent: str) -> None:
    many = [Says(f"n{number}", excludes="Sc") for number in range(others)]
    alone = Says("program", includes="Sc", kind=AuthorityKind.SOFTWARE)
    assert told(alone, *many).startswith(f"Rare earth: disputed{dissent}")
    assert "Yes: PROGRAM. No: " in told(alone, *many)


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ([Says("a", f"class-{n}", "Sc") for n in range(6)], " Also: class-4 and class-5."),
        (
            [
                *(Says("a", f"c-{n}", "Sc") for n in range(4)),
                Says("a", "critical", material="sand"),
            ],
            " Only as a material: critical raw material.",
        ),
        (
            [Says(a, f"c-{n}", yes, no) for a, yes, no in SIDES for n in range(5)],
            " Also disputed: c-4.",
        ),
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


PAUSE = Suspension("2024-02", "2024-07-01", False, None)
PAST = Suspension("2024-02", "2024-05-01", True, None)
UNKNOWN = "its announced end has passed, and whether it applies again is not known."


@pytest.mark.parametrize(
    ("pause", "state"),
    [
        (PAUSE, "suspended on that day."),
        (
            PAST,
            "suspended; its announced end has passed, and whether it applies again is not known.",
        ),
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
    ("said", "lead"),
    [
        (Says("a", includes="Sc"), "Supported. Rare earth: yes"),
        (Says("a", excludes="Sc"), "Contradicted. Rare earth: no"),
        (Says("a"), "Rare earth: nobody in force says."),
        (Says("a", includes="Sc", excludes="Sc"), "Disputed. Rare earth: A says both"),
        (Says("a", "critical", material="sand"), "Only as a material. Critical"),
    ],
)
def test_a_check_is_answered_first_and_explained_then(said: Says, lead: str) -> None:
    assert sentences.checked(View(catalogue(said)), "Sc", said.concept).startswith(lead)


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
