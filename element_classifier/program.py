"""The command element-classifier: who, classify, compare, changes, lint, mcp, export, serve."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from element_classifier import changes, compare, look_up
from element_classifier.column_reader import ColumnReader
from element_classifier.display import counted, plural, show_answer, show_changes, show_comparison
from element_classifier.errors import (
    QUESTION_ERRORS,
    ColumnTypeError,
    FileFormatError,
    NoSuchPathError,
)
from element_classifier.file_job import FileReport, InputFile
from element_classifier.files import FORMATS, classify_file, format_of
from element_classifier.filtering import Choosing, Holders, ReadingArguments
from element_classifier.linting import linter
from element_classifier.linting import report as lint_report
from service.answers.encoding import Json, encode
from service.columns.lines import DELIMITERS, ColumnError
from service.loading.faults import SeedError
from service.model import ValueKind
from service.settings import SettingsError

_INTERRUPTED = 130
_TERMINATED = 143
_WIDE = 160
_REFUSED = (ColumnError, ColumnTypeError, NoSuchPathError)
"""Errors of a command line that asks for files or columns that are not there."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 where all is well; 1 where a file or a line of it cannot be read or written, or where
        ``lint`` finds a list that is another, or no longer in force; 2 where the
        command line is not understood or asks for nothing that there is; 130 on Ctrl-C.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] in (["export"], ["serve"]):
        # the only commands that need the web service
        from service.__main__ import main as service

        return service(given)
    options = _parser().parse_args(given)
    with suppress(ValueError):  # signals are the main thread's alone
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    return _guarded(options)


def _guarded(options: argparse.Namespace) -> int:
    """Run a command, and tell an error in one line."""
    try:
        return cast("int", options.run(options))
    except KeyboardInterrupt:
        return _failed("interrupted: nothing is written under the final name", _INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (OSError, FileFormatError, SeedError) as error:
        return _failed(str(error), 1)
    except ImportError as error:
        return _failed(f"{error}: pip install 'element-classifier[{options.extra}]'", 2)
    except (*QUESTION_ERRORS, *_REFUSED, SettingsError) as error:
        parameter = getattr(error, "parameter", None)
        return _failed(f"--{parameter}: {error}" if parameter else str(error), 2)


def _failed(message: str, code: int) -> int:
    print(f"element-classifier: {message}", file=sys.stderr)
    return code


def _who(options: argparse.Namespace) -> int:
    chosen = cast("ReadingArguments", _given(options, Choosing))
    answer = look_up(options.mention, options.concept, **chosen)
    return _shown(options, answer, show_answer)


def _compare(options: argparse.Namespace) -> int:
    answer = compare(options.left, options.right, options.concept)
    return _shown(options, answer, show_comparison)


def _changes(options: argparse.Namespace) -> int:
    answer = changes(
        options.mention,
        options.concept,
        start=options.start,
        end=options.to,
        **cast("Holders", _given(options, Holders)),
    )
    return _shown(options, answer, show_changes)


def _shown(options: argparse.Namespace, answer: Json, show: Callable[[Console, Json], None]) -> int:
    if options.json:
        sys.stdout.buffer.write(encode(answer))
        sys.stdout.buffer.flush()
    else:
        # what reads from a pipe has no width to keep to
        show(Console(width=None if sys.stdout.isatty() else _WIDE), answer)
    return 0


def _classify(options: argparse.Namespace) -> int:
    path = None if options.file == "-" else Path(options.file)
    source = InputFile(
        path,
        format_of(path, options.format),
        options.column,
        options.delimiter or ("tab" if path and path.suffix.lower() == ".tsv" else "comma"),
        header=not options.no_header,
    )
    reader = ColumnReader(
        options.concept, cast("ReadingArguments", _given(options, ReadingArguments))
    )
    console = Console(stderr=True)
    # a bar would run through what goes to the same terminal
    hidden = not console.is_terminal or (options.output is None and sys.stdout.isatty())
    bar = Progress(
        *(TextColumn("{task.percentage:>3.0f} %"), BarColumn(), TimeRemainingColumn()),
        console=console,
        transient=True,
        disable=hidden,
    )
    with bar:
        task = bar.add_task("", total=None)
        report = FileReport(
            tell=lambda text: print(text, file=sys.stderr),
            advance=lambda done, total: bar.update(task, completed=done, total=total),
        )
        classify_file(source, options.output, reader, report)
    total = sum(report.outcomes.values())
    outcomes = f": {counted(report.outcomes.most_common())}" if total else ""
    print(f"{plural(total, 'line')}{outcomes}", file=sys.stderr)
    return 1 if report.bad else 0


def _lint(options: argparse.Namespace) -> int:
    checker = linter(options.concept, **cast("Choosing", _given(options, Choosing)))
    lists = []
    for each in checker.lists(options.path):
        lists.append(each)
        if not options.json and each.finding:
            print(each, flush=True)
    findings = sum(each.finding for each in lists)
    if options.json:
        sys.stdout.buffer.write(encode(lint_report(checker, lists)))
        sys.stdout.buffer.flush()
    for path, reason in checker.skipped.items():
        print(f"{path}: not read: {reason}", file=sys.stderr)
    files, near = plural(checker.files, "file"), plural(len(lists), "list")
    print(f"{files}, {near} near to published ones, {findings} to mend", file=sys.stderr)
    return 1 if findings else 0


def _mcp(options: argparse.Namespace) -> int:
    from element_classifier.mcp import serve

    serve(options.http)
    return 0


def _given(options: argparse.Namespace, shape: type) -> dict[str, Any]:
    """Give the options of a shape that were given."""
    values = {name: getattr(options, name, None) for name in _names(shape)}
    return {name: value for name, value in values.items() if value not in (None, False)}


def _names(shape: type) -> list[str]:
    return list(shape.__annotations__)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="element-classifier", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    who = commands.add_parser("who", help="who says what kind of element something is")
    who.add_argument("mention", help="symbol, name, number, CAS number, material, ...")
    who.add_argument("concept", nargs="?", help="such as rare-earth; all where left out")
    _finish(who, _who, Choosing)
    column = commands.add_parser("classify", help="classify a column of CSV, NDJSON or Parquet")
    _of_files(column)
    _finish(column, _classify, ReadingArguments, json=False)
    two = commands.add_parser("compare", help="put two editions side by side")
    two.add_argument("left")
    two.add_argument("right")
    two.add_argument("--concept", help="where the two share several")
    _finish(two, _compare)
    revised = commands.add_parser("changes", help="what each edition of a series changed")
    revised.add_argument("mention", nargs="?", help="only changes to this element or material")
    revised.add_argument("--concept", action="append")
    revised.add_argument("--from", dest="start", metavar="YYYY-MM-DD")
    revised.add_argument("--to", metavar="YYYY-MM-DD")
    _finish(revised, _changes, Holders)
    lists = commands.add_parser("lint", help="which published lists a file or folder repeats")
    lists.add_argument("path", type=Path, help="a file, or a folder with all that is in it")
    lists.add_argument("--concept", action="append", help="only lists of it; repeatable")
    _finish(lists, _lint, Choosing)
    assistant = commands.add_parser("mcp", help="answer an assistant by the Model Context Protocol")
    assistant.add_argument("--http", type=int, metavar="PORT", help="over HTTP on 127.0.0.1")
    assistant.set_defaults(run=_mcp, extra="mcp")
    commands.add_parser("export", help="write the data as files: see export --help")
    commands.add_parser("serve", help="answer over HTTP")
    return parser


def _of_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="the file, or - for standard input")
    parser.add_argument("--column", help="name of the column; without a head its number from 1")
    parser.add_argument("--concept", action="append", help="give verdicts on it; repeatable")
    parser.add_argument("-o", "--output", type=Path, help="standard output where left out")
    parser.add_argument("--format", choices=FORMATS, help="else by the file's suffix")
    parser.add_argument("--delimiter", choices=DELIMITERS, help="of CSV; comma unless given")
    parser.add_argument("--no-header", action="store_true", help="the first line is no head")
    parser.add_argument("--read-as", choices=tuple(ValueKind), help="mention unless given")
    parser.add_argument("--strict", action="store_true", help="accept exact symbols only")
    parser.add_argument("--na", choices=("sodium", "missing"), help="the meaning of NA")
    parser.add_argument("--lang", help="language of names that differ in several")


def _finish(
    parser: argparse.ArgumentParser,
    run: Callable[[argparse.Namespace], int],
    shape: type | None = None,
    *,
    json: bool = True,
) -> None:
    for name in ("authority", "kind", "jurisdiction", "series", "grade", "edition"):
        if shape and name in _names(shape):
            parser.add_argument(f"--{name}", action="append", help="only these; repeatable")
    if shape and "as_of" in _names(shape):
        parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="the day in question")
    if json:
        parser.add_argument(
            "--json", action="store_true", help="the service's answer, for programs"
        )
    parser.set_defaults(run=run, extra="arrow")
