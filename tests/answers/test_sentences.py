"""Verdicts in sentences: each verdict's own, names counted, nothing said that nobody holds."""

import pytest

from service.answers import briefs, sentences
from service.catalogue import Catalogue, View
from service.model import AuthorityKind, Summary, Suspension
from tests.answers.builders import Says, catalogue


def told(*said: Says, concept: str = "earth") -> str:
    """Give the sentence on scandium."""
    data = catalogue(*said)
    (summary,) = View(data).summaries("Sc", concept)
    return sentences.verdict(data, summary)


def answer(data: Catalogue, symbol: str = "Sc", concept: str | None = None) -> str:
    view = View(data)
    summaries = briefs.by_interest(view.summaries(symbol, concept))
    paused = briefs.suspended_inclusions(view, symbol, concept)
    return sentences.answer(view, summaries, paused, all_of_them=concept is not None)


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
        ([listed("a", "Sc")], "on 1 of 1 list (A)."),
        ([listed("a", "Sc"), listed("b", "Y")], "on 1 of 2 lists (A)."),
        (
            [listed("a", "Sc"), listed("b", material="ore of scandium")],
            "on 1 of 2 lists (A). Named only as a material: ore of scandium (B).",
        ),
        ([listed("a", "Y"), listed("b", "Y")], "on none of 2 lists."),
        (
            [listed("a", material="sand"), listed("b", material="sand"), listed("c", "", "mud")],
            "on none of 3 lists as an element, but as a material: mud (C); sand (B and A).",
        ),
    ],
)
def test_each_verdict_on_a_listing_has_its_sentence(said: list[Says], sentence: str) -> None:
    assert told(*said, concept="critical") == f"Critical raw material: {sentence}"


def test_open_lists_that_do_not_name_it_say_nothing() -> None:
    silent = told(Says("a", "critical", "Y"), concept="critical")
    assert silent == "Critical raw material: no list in force says."


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (1, "A"),
        (2, "A and B"),
        (5, "A, B, C, D and E"),
        (6, "A, B, C, D, E and F"),
        (7, "A, B, C, D, E and 2 more"),
        (20, "A, B, C, D, E and 15 more"),
    ],
)
def test_five_authorities_are_named_and_the_rest_counted(number: int, names: str) -> None:
    """A sixth name is no longer than 'and 1 more'."""
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


def test_an_answer_tells_four_verdicts_and_names_the_rest() -> None:
    said = [Says("a", f"class-{number}", includes="Sc") for number in range(6)]
    text = answer(catalogue(*said))
    assert text.count("says A alone.") == 4
    assert text.endswith(" Also: class-4 and class-5.")


def test_what_is_beyond_four_is_not_called_more_than_it_is() -> None:
    said = [Says("a", f"class-{number}", includes="Sc") for number in range(4)]
    said += [Says("a", "critical", material="thortveitite")]
    assert answer(catalogue(*said)).endswith(" Only as a material: critical raw material.")
    torn = [Says("a", f"torn-{number}", includes="Sc") for number in range(5)]
    torn += [Says("b", f"torn-{number}", excludes="Sc") for number in range(5)]
    assert answer(catalogue(*torn)).endswith(" Also disputed: torn-4.")


def test_a_class_that_excludes_the_element_is_told_only_where_it_is_asked_for() -> None:
    data = catalogue(Says("a", "metal", includes="Sc"), Says("a", "earth", closed=True))
    assert answer(data) == "Rare metal: yes, says A alone."
    assert answer(data, concept="earth") == "Rare earth: no, says A alone."


def test_every_concept_that_is_asked_for_is_told_whatever_their_number() -> None:
    said = [Says("a", f"class-{number}", closed=True) for number in range(6)]
    view = View(catalogue(*said))
    text = sentences.answer(view, view.summaries("Sc"), all_of_them=True)
    assert text.count(": no, says A alone.") == 6
    assert "Also" not in text


def test_an_element_in_no_class_has_an_answer_with_the_day() -> None:
    text = answer(catalogue(Says("a", includes="Y", closed=True)))
    assert text == "No edition in force on 2024-06-01 includes it in any class."


PAUSE = Suspension("2024-02", "2024-07-01", False, None)
PAST = Suspension("2024-02", "2024-05-01", True, None)


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
def test_a_suspended_list_that_alone_names_it_is_told(pause: Suspension, state: str) -> None:
    data = catalogue(Says("a", "critical", includes="Sc", suspended=pause))
    assert answer(data) == (
        "No edition in force on 2024-06-01 includes it in any class. "
        f"Critical raw material: A's a-0 names it, but is {state}"
    )


def test_a_suspended_list_beside_one_in_force_is_not_told() -> None:
    lists = [
        Says("a", "critical", includes="Sc", suspended=PAUSE),
        Says("b", "critical", includes="Sc"),
    ]
    assert answer(catalogue(*lists)) == "Critical raw material: on 1 of 1 list (B)."


def test_a_suspended_list_that_leaves_it_out_does_not_name_it() -> None:
    view = View(catalogue(Says("a", "critical", includes="Y", closed=True, suspended=PAUSE)))
    text = sentences.suspended(view, view.suspended_positions("Sc"))
    assert text.startswith("Critical raw material: A's a-0 leaves it out, but is suspended")


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ([Says("a", includes="Sc")], "Supported. Rare earth: yes"),
        ([Says("a", excludes="Sc")], "Contradicted. Rare earth: no"),
        ([Says("a", includes="Sc"), Says("b", excludes="Sc")], "Disputed. Rare earth: disputed"),
        ([Says("a")], "Nobody says. Rare earth: nobody"),
    ],
)
def test_a_check_is_answered_first_and_explained_then(said: list[Says], lead: str) -> None:
    data = catalogue(*said)
    (summary,) = View(data).summaries("Sc", "earth")
    assert sentences.checked(data, summary).startswith(lead)


def test_a_check_of_what_nobody_speaks_of_says_so() -> None:
    data = catalogue(unsaid=["earth"])
    assert sentences.checked(data, None) == "No edition chosen speaks of it on that day."
    listed = catalogue(Says("a", "critical", material="thortveitite"))
    (summary,) = View(listed).summaries("Sc", "critical")
    assert sentences.checked(listed, summary).startswith("Only as a material. Critical")


def of_real(catalogue: Catalogue, symbol: str) -> tuple[str, dict[str, Summary]]:
    view = View(catalogue)
    return answer(catalogue, symbol), {each.concept: each for each in view.summaries(symbol)}


def label(catalogue: Catalogue, concept: str) -> str:
    return catalogue.concepts[concept].label


def test_scandium_is_disputed_among_the_rare_earths(catalogue: Catalogue) -> None:
    text, verdicts = of_real(catalogue, "Sc")
    rare_earth = verdicts["rare-earth"]
    assert text.startswith(f"{label(catalogue, 'rare-earth')}: disputed. Yes: ")
    yes, no = text.split("Yes: ")[1].split(" No: ", 1)
    assert yes.startswith(catalogue.authorities["iupac"].short)
    assert yes.endswith(f" and {len(rare_earth.included) - 5} more.")
    for voice in rare_earth.excluded[:5]:
        assert catalogue.authorities[voice.authority].short in no
    assert "mnr-russia" in {voice.authority for voice in rare_earth.excluded}


def test_potassium_is_on_no_critical_list_but_potash_is(catalogue: Catalogue) -> None:
    text, verdicts = of_real(catalogue, "K")
    assert f"{label(catalogue, 'alkali-metal')}: yes, agreed by" in text
    critical = verdicts["critical"]
    lead = f"{label(catalogue, 'critical')}: on none of {critical.lists} lists as an element"
    assert "potash" in text.split(f"{lead}, but as a material: ")[1]


def test_carbon_is_named_by_its_materials(catalogue: Catalogue) -> None:
    text, verdicts = of_real(catalogue, "C")
    assert label(catalogue, "critical") in text
    assert "graphite" in text
    shown = {m for voice in verdicts["critical"].as_material for m in voice.materials}
    assert shown
    assert all(material in text for material in shown)


def test_oganesson_is_told_without_a_dispute(catalogue: Catalogue) -> None:
    text, _ = of_real(catalogue, "Og")
    assert f"{label(catalogue, 'noble-gas')}: yes" in text
    assert f"{label(catalogue, 'radioactive-element')}: yes" in text
    assert "disputed" not in text
    assert "list" not in text


def test_thorium_is_told_where_it_is_included_and_not_where_it_is_not(catalogue: Catalogue) -> None:
    text, verdicts = of_real(catalogue, "Th")
    assert f"{label(catalogue, 'actinoid')}: yes, agreed by" in text
    assert label(catalogue, "lanthanoid") not in text
    for summary in verdicts.values():
        named = label(catalogue, summary.concept).lower() in text.lower()
        assert named or not (summary.included or summary.as_material)
