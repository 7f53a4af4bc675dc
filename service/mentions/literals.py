"""Lists of mentions in the text of a file: literals of Python, JavaScript and JSON, columns of CSV.

A file is read, and never run.
"""

import ast
import csv
import json
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

ITEM_LIMIT = 100
"""Longest item in characters: a longer text is no mention, and its list no list of mentions."""
ITEMS_LIMIT = 1_000
"""Most items of a list: a longer one is a table of something else."""
SHORTEST = 4
"""Fewest different items of a list."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A list of texts in a file: the line on which it begins, and its items in order."""

    line: int
    items: tuple[str, ...]


class UnreadableTextError(ValueError):
    """The text of a file is not what its ending says."""

    def __init__(self, kind: str) -> None:
        """Say of which kind the text should be."""
        super().__init__(f"the text is no valid .{kind}")


def literals(name: str, text: str) -> list[Literal]:
    """Find the lists of texts in a file, by its kind.

    Args:
        name: of the file; its ending tells the kind, in any case.
        text: of the file.

    Returns:
        Every list with at least four different items, in the order of lines; none where the file
        is of another kind.

    Raises:
        UnreadableTextError: the text is not what the file's ending says.
    """
    kind = name.rpartition(".")[2].lower()
    read = _READERS.get(kind)
    if read is None:
        return []
    try:
        lists = list(read(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError, csv.Error) as error:
        raise UnreadableTextError(kind) from error
    return sorted(filter(_is_list, lists), key=lambda each: each.line)


def _is_list(literal: Literal) -> bool:
    items = literal.items
    short = all(0 < len(item.strip()) <= ITEM_LIMIT for item in items)
    return short and len(items) <= ITEMS_LIMIT and len(set(items)) >= SHORTEST


def _python(text: str) -> Iterator[Literal]:
    """Find lists, tuples, sets, keys of dictionaries, records, and texts split at blanks."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # of other people's escapes
        tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            yield Literal(node.lineno, _constants(node.elts))
            for column in _columns(node.elts):
                yield Literal(node.lineno, column)
        elif isinstance(node, ast.Dict):
            yield Literal(node.lineno, _constants(node.keys))
        elif isinstance(node, ast.Call) and (words := _split(node)):
            yield Literal(node.lineno, words)


def _json(text: str) -> Iterator[Literal]:
    """Find lists in JSON, by the parser of Python, to which ``true`` and ``null`` are names."""
    json.loads(text)
    blank = len(text) - len(text.lstrip())
    for literal in _python(text[blank:]):
        yield replace(literal, line=literal.line + text.count("\n", 0, blank))


def _constants(nodes: Iterable[ast.expr | None]) -> tuple[str, ...]:
    """Give the texts of constants; none where one is anything else."""
    values = [node.value if isinstance(node, ast.Constant) else None for node in nodes]
    texts = tuple(value for value in values if isinstance(value, str))
    return texts if len(texts) == len(values) else ()


def _columns(nodes: Sequence[ast.expr]) -> Iterator[tuple[str, ...]]:
    """Give the texts that dictionaries in a list have under one key, for each key of the first."""
    rows = [node for node in nodes if isinstance(node, ast.Dict)]
    if not rows or len(rows) < len(nodes):
        return
    for key in _constants(rows[0].keys):
        cells = [
            value
            for row in rows
            for name, value in zip(row.keys, row.values, strict=True)
            if isinstance(name, ast.Constant) and name.value == key
        ]
        yield _constants(cells)


def _split(call: ast.Call) -> tuple[str, ...]:
    """Give the words of ``"La Ce Pr".split()``; none where the call is another."""
    match call:
        case ast.Call(
            func=ast.Attribute(value=ast.Constant(value=str() as text), attr="split"),
            args=[],
            keywords=[],
        ):
            return tuple(text.split())
    return ()


_JAVASCRIPT = re.compile(
    r"""
    (?P<blank>\s+ | //[^\n]* | /\*.*?(?:\*/|\Z))
  | (?P<text>"(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+')
  | (?P<cut>"(?:[^"\\\n]|\\.)*+ | '(?:[^'\\\n]|\\.)*+)
  | (?P<open>\[)
  | (?P<close>\])
  | (?P<comma>,)
  | (?P<other>[\w$]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)


def _javascript(text: str) -> Iterator[Literal]:
    """Find arrays of texts alone; comments may stand between the texts."""
    opened: list[tuple[int, list[str] | None]] = []
    line, counted = 1, 0
    for match in _JAVASCRIPT.finditer(text):
        kind, token = match.lastgroup, match.group()
        if kind == "open":
            _spoil(opened)
            opened.append((match.start(), []))
        elif kind == "close" and opened:
            start, items = opened.pop()
            if items:  # it has no array in it, so it stands behind the one before
                line += text.count("\n", counted, start)
                counted = start
                yield Literal(line, tuple(items))
        elif kind == "text" and opened and opened[-1][1] is not None:
            opened[-1][1].append(token[1:-1])
        elif kind in ("text", "cut", "other"):
            _spoil(opened)


def _spoil(opened: list[tuple[int, list[str] | None]]) -> None:
    """Note that the innermost array has something else than texts in it."""
    if opened:
        opened[-1] = (opened[-1][0], None)


def _csv(text: str) -> Iterator[Literal]:
    """Find the columns of a table, whose first line may be a head."""
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:4096], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    rows = [row for row in csv.reader(text.splitlines(), dialect) if row]
    for index in range(len(rows[0]) if rows else 0):
        cells = [row[index].strip() for row in rows[1:] if index < len(row)]
        items = dict.fromkeys(cell for cell in cells if cell)
        yield Literal(1, tuple(items))


_READERS: dict[str, Callable[[str], Iterator[Literal]]] = {
    "py": _python,
    "pyi": _python,
    "json": _json,
    "geojson": _json,
    "csv": _csv,
    "tsv": _csv,
    **dict.fromkeys(("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"), _javascript),
}

KINDS = tuple(_READERS)
"""The endings of files that are read."""
