"""What is made of the seeds before a service answers: a catalogue, and what is written of it."""

from dataclasses import dataclass
from pathlib import Path

from service.answers.elements import brief, element
from service.answers.writing import encode, write
from service.app import create_app
from service.catalogue import Catalogue
from service.cuts import BRIEF, ELEMENT, cut
from service.front import Front
from service.mentions import Lexicon, Options, Reader
from service.ready import Made, common_targets, default_paths, prepare
from service.rests import Rests, written_rests
from service.settings import Settings


@dataclass(frozen=True, slots=True)
class Compiled:
    """A catalogue, and what is written of it beforehand."""

    catalogue: Catalogue
    made: Made


def make(seeds: Path) -> Compiled:
    """Make a catalogue and its ready answers.

    Raises:
        SeedError: the seeds have faults.
    """
    # a start that finds everything made needs nothing of what reads seeds
    from service.bootstrap import build_catalogue

    catalogue = build_catalogue(seeds)
    lexicon = Lexicon(catalogue.records)
    app = create_app(catalogue, Settings(log_level="ERROR"), Made(lexicon=lexicon))
    front = app.wsgi_app
    assert isinstance(front, Front)  # noqa: S101 - create_app has just put it there
    view = catalogue.default
    briefs = {symbol: write(brief(view, symbol)) for symbol in catalogue.elements}
    targets = [*default_paths(catalogue), *common_targets(catalogue)]
    answers = prepare(app, front.inner, targets)
    wholes = {s: b"".join(answers[f"/v1/elements/{s}"].pieces) for s in catalogue.elements}
    reader = Reader(lexicon)

    def answer(symbol: str, concept: str) -> bytes:
        return encode(element(view, symbol, symbol, reader.read(symbol, Options()), concept))

    def in_brief(symbol: str, concept: str) -> bytes:
        return write(brief(view, symbol, concept))

    answer_cuts = cut(ELEMENT, wholes, catalogue.concepts, answer)
    brief_cuts = cut(BRIEF, briefs, catalogue.concepts, in_brief)
    rests = Rests(written_rests(catalogue))
    return Compiled(catalogue, Made(answers, briefs, rests, lexicon, answer_cuts, brief_cuts))
