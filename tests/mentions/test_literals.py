"""Lists of texts in files, found without running the file."""

import pytest

from service.mentions.literals import (
    ITEM_LIMIT,
    ITEMS_LIMIT,
    Literal,
    UnreadableTextError,
    literals,
)

ALKALI = ("Li", "Na", "K", "Rb")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.py", 'import os\nX = ["Li", "Na",\n  "K", "Rb"]\n', 2),
        ("a.py", 'X = ("Li", "Na", "K", "Rb")', 1),
        ("a.py", '\n\nX = frozenset({"Li", "Na", "K", "Rb"})', 3),
        ("a.py", 'X = {"Li": 3, "Na": 11, "K": 19, "Rb": 37}', 1),
        ("a.py", 'X = "Li Na K Rb".split()', 1),
        ("a.py", 'X = [{"s": "Li"}, {"s": "Na"}, {"s": "K"}, {"s": "Rb"}]', 1),
        ("A.PY", 'def f(x=["Li", "Na", "K", "Rb"]): return x', 1),
        ("a.json", '["Li", "Na", "K", "Rb"]', 1),
        ("a.json", '\n{"a": true,\n "b": ["Li", "Na", "K", "Rb"]}', 3),
        ("a.json", '{"Li": 1, "Na": null, "K": 3, "Rb": 4}', 1),
        ("a.json", '[{"s": "Li", "n": 3}, {"s": "Na"}, {"s": "K"}, {"s": "Rb"}]', 1),
        ("a.js", "// [\nconst x = ['Li', 'Na', /* [ */ \"K\",\n 'Rb', ];", 2),
        ("a.tsx", 'f(1,\n  new Set<string>(["Li", "Na", "K", "Rb"]))', 2),
        ("a.ts", 'x = [[1, "b"], ["Li", "Na", "K", "Rb"], {a: [2]}]', 1),
        ("a.csv", "symbol,mass\nLi,1\nNa,2\nK,3\nRb,\n", 1),
        ("a.csv", "n;metal\n1;Li\n2;Na\n3;K\n4;Rb\n", 1),
        ("a.tsv", "metal\tx\nLi\ta\nNa\ta\nK\ta\nRb\ta\n", 1),
        ("a.csv", "metal\r\nLi\r\nNa\r\nK\r\nRb\r\nRb\r\n", 1),
    ],
)
def test_a_list_is_found_with_the_line_on_which_it_begins(name: str, text: str, line: int) -> None:
    assert Literal(line, ALKALI) in literals(name, text)


def test_lists_come_in_the_order_of_lines() -> None:
    text = 'A = [("Li", "Na", "K", "Rb"),\n ("F", "Cl", "Br", "I")]\nB = ("Ga", "Ge", "Sb", "W")'
    assert [each.line for each in literals("a.py", text)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", 'X = ["Li", "Na", "K"]'),  # too short
        ("a.py", 'X = ["Li", "Li", "Li", "Li"]'),  # one thing
        ("a.py", 'X = ["Li", "Na", "K", 4]'),
        ("a.py", 'X = ["Li", "Na", "K", x]'),
        ("a.py", 'X = "Li,Na,K,Rb".split(",")'),
        ("a.py", 'X = {**y, "Na": 1, "K": 1, "Rb": 1, "Cs": 1}'),
        ("a.js", 'x = ["Li", "Na", "K", "Rb" + "a"]'),
        ("a.js", 'x = ["Li", "Na", "K", Rb]'),
        ("a.js", '// ["Li", "Na", "K", "Rb"]'),
        ("a.js", 'x = ["Li", "Na", "K", ["Rb"]]'),
        ("a.json", '["Li", "Na", "K", null]'),
        ("a.md", '["Li", "Na", "K", "Rb"]'),
        ("noending", '["Li", "Na", "K", "Rb"]'),
    ],
)
def test_what_is_no_list_of_texts_is_passed_over(name: str, text: str) -> None:
    assert literals(name, text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", 'X = ["Li", "Na", "K", "Rb"'),
        ("a.py", "X = \x00"),
        ("a.py", "(" * 10_000),
        ("a.json", '["Li", "Na", "K", "Rb"'),
        ("a.json", '{"a": ["Li", "Na", "K", "Rb"],}'),
        ("a.json", "[" * 100_000),
    ],
)
def test_a_file_that_is_not_as_its_ending_says_is_refused(name: str, text: str) -> None:
    with pytest.raises(UnreadableTextError, match=rf"no valid \.{name[2:]}$"):
        literals(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.js", '["Li", "Na", "K", "Rb"'),
        ("a.js", '/* ["Li", "Na", "K", "Rb"]'),
        ("a.js", "[" * 100_000),
        ("a.csv", ""),
        ("a.csv", 'a,"b\n' * 3),
    ],
)
def test_a_broken_script_or_table_has_none(name: str, text: str) -> None:
    assert literals(name, text) == []


@pytest.mark.parametrize(("excess", "found"), [(0, 1), (1, 0)])
def test_a_list_has_at_most_a_thousand_items(excess: int, found: int) -> None:
    assert ITEMS_LIMIT == 1_000
    items = [f"a{number}" for number in range(ITEMS_LIMIT + excess)]
    assert len(literals("a.json", str(items).replace("'", '"'))) == found


@pytest.mark.parametrize(("excess", "found"), [(0, 1), (1, 0)])
def test_an_item_has_at_most_a_hundred_characters(excess: int, found: int) -> None:
    assert ITEM_LIMIT == 100
    text = f'["{"x" * (ITEM_LIMIT + excess)}", "Na", "K", "Rb"]'
    assert len(literals("a.js", text)) == found


@pytest.mark.parametrize(
    "text",
    [
        '"' + '\\"' * 200_000,
        "/* " * 200_000,
        "'" * 200_001,
        '["a", ' * 100_000,
        '["a", "b", "c", "d"], ' * 20_000,
    ],
)
def test_the_work_of_a_script_is_linear_in_its_length(text: str) -> None:
    """A quadratic reader would not come back from these within the life of a test run."""
    assert len(literals("a.js", text)) in (0, 20_000)
