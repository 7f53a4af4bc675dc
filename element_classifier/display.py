"""Answers for people: a sentence, and tables."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from rich.console import Console
from rich.table import Table
from rich.text import Text

from service.answers.encoding import Json

_SIDES = ("included", "excluded", "contradictory", "as_material", "suspended", "uncertain")
_SHOWN = 12
"""Most symbols in one cell of a table of changes."""


def show_answer(console: Console, answer: Json) -> None:
    """Show a look-up: the answer in words, then who holds what, and where to read it."""
    console.print(Text(answer["answer"]), soft_wrap=True)
    for doubt in answer["read_as"].get("warnings", []):
        console.print(Text(doubt), soft_wrap=True)
    for concept in answer["concepts"]:
        _show_concept(console, concept, answer["editions"])


def _show_concept(console: Console, concept: Json, editions: Json) -> None:
    title = f"{concept['concept']}: {concept['verdict']}"
    table = _table(title, "position", "authority", "edition", "read at")
    for side in _SIDES:
        for holder in concept.get(side, []):
            edition = editions[holder["edition"]]
            position = side.replace("_", " ")
            address = edition["source"]
            read_at = Text(urlsplit(address).netloc or address)
            if address.startswith("http"):
                read_at.stylize(f"link {address}")
            table.add_row(position, edition["authority"], holder["edition"], read_at)
    for side, number in concept.get("more", {}).items():
        if side != "link":
            table.add_row(side, f"and {number} more: name the concept to see all", "", "")
    if table.row_count:
        console.print(table)


def show_comparison(console: Console, answer: Json) -> None:
    """Show what two editions both include, and what only one does."""
    table = _table(f"{answer['concept']}: {answer['left']} and {answer['right']}", "", "", "")
    table.columns[1].header, table.columns[2].header = "elements", "materials"
    names = {
        "both": "both include",
        "only_left": f"only {answer['left']}",
        "only_right": f"only {answer['right']}",
        "silent": "one is silent, or both",
        "contradictory": "one contradicts itself",
    }
    for side, name in names.items():
        elements, materials = answer[side], answer["materials"].get(side, [])
        if elements or materials:
            table.add_row(name, ", ".join(elements), ", ".join(materials))
    console.print(table)


def show_changes(console: Console, answer: Json) -> None:
    """Show revisions, one a row."""
    table = _table(plural(answer["count"], "change"), "date", "edition", "concept", "change", "of")
    for change in answer["changes"]:
        things = _shortened([*change["elements"], *change["materials"]])
        kind = change["kind"].replace("-", " ")
        table.add_row(change["date"] or "", change["after"], change["concept"], kind, things)
    console.print(table)


def _shortened(things: list[Any]) -> str:
    beyond = len(things) - _SHOWN
    return ", ".join(things[:_SHOWN]) + (f" and {beyond} more" if beyond > 0 else "")


def _table(title: str, *names: str) -> Table:
    table = Table(title=Text(title, style="bold"), title_justify="left")
    for name in names:
        table.add_column(name, overflow="fold")
    return table


def plural(count: int, noun: str) -> str:
    """Give a count with its noun: ``1 line``, ``2 lines``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def counted(outcomes: Iterable[tuple[str, int]]) -> str:
    """Give counts in words, such as ``7 ok, 1 missing``."""
    return ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes)
