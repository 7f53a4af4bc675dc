"""Answers in brief, ``detail=brief``: small enough to read, with holders and their sources."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from service.answers import sentences
from service.answers.elements import envelope, figures, heading
from service.answers.encoding import Json
from service.answers.queries import query_of
from service.answers.reasons import for_silence
from service.catalogue import Catalogue, Concepts, View
from service.mentions import Reading
from service.model import OFFICIAL, Edition, Figure, Position, Summary, Verdict, Voice

HOLDERS = (8, 3, 1)
"""Most holders shown a side: of the first concept, the second, and each further one."""
BATCH_HOLDERS = (3, 1)
"""The same in a batch, a check or a formula."""
ALL_HOLDERS = (sys.maxsize,)
"""The same where concepts are named."""
_INTEREST = [
    Verdict.DISPUTED,
    Verdict.INTERNAL,
    Verdict.AGREED_IN,
    Verdict.ON_ALL,
    Verdict.ON_SOME,
    Verdict.SINGLE,
    Verdict.AS_MATERIAL_ONLY,
]


@dataclass
class Briefs:
    """Makes the brief entries of one answer, and remembers the editions that they name."""

    view: View
    shown: tuple[int, ...] = HOLDERS
    named: dict[str, None] = field(default_factory=dict)

    def concept(self, symbol: str, summary: Summary, rank: int = 0) -> Json:
        """Give the verdict on one concept, and its holders.

        Args:
            symbol: the element's.
            summary: the verdict.
            rank: how many concepts of the answer come before it: fewer holders are shown.
        """
        view, id_ = self.view, summary.concept
        most = self.shown[min(rank, len(self.shown) - 1)]
        entry: Json = {
            "concept": summary.concept,
            "nature": summary.nature,
            "verdict": summary.verdict,
            "strength": summary.strength,
            "dissent": sentences.dissent(self.view.catalogue, summary),
            "listed_by": summary.listed_by,
            "of": summary.lists,
            "included": self._holders(summary.included[:most]),
            "excluded": self._holders(summary.excluded[:most]),
            "contradictory": self._holders(summary.contradictory[:most]),
            "as_material": self._material_holders(summary.as_material[:most]),
            "suspended": self._beside(view.suspended_positions(symbol, id_)),
            "uncertain": self._beside(view.uncertain_positions(symbol, id_)),
            "removed": self._removed(sentences.removed(view, symbol, id_)[:most]),
            "more": self._more(symbol, summary, most),
        }
        filled = {name: value for name, value in entry.items() if value not in (None, [])}
        return {**filled, "silent": len(summary.silent)}

    def _holders(self, voices: Sequence[Voice]) -> list[Json]:
        return [self._holder(voice) for voice in voices]

    def _holder(self, voice: Voice) -> Json:
        self.named[voice.edition] = None
        return {"authority": voice.authority, "edition": voice.edition, "status": voice.status}

    def _material_holders(self, voices: Sequence[Voice]) -> list[Json]:
        entries = []
        for voice in voices:
            edition = voice.naming[0].edition
            self.named[edition] = None
            entries.append(
                {"authority": voice.authority, "edition": edition, "materials": voice.materials}
            )
        return entries

    def _beside(self, positions: Iterable[Position]) -> list[Json]:
        return [
            {**self._named(each), "position": each.stand, "status": each.status}
            for each in positions
        ]

    def _removed(self, positions: Sequence[Position]) -> list[Json]:
        return [
            {**self._named(each), "named_in": self.view.removed_from(each)} for each in positions
        ]

    def _named(self, position: Position) -> Json:
        self.named[position.edition] = None
        authority = self.view.catalogue.authority_of[position.edition]
        return {"authority": authority, "edition": position.edition}

    def _more(self, symbol: str, summary: Summary, most: int) -> Json | None:
        sides = {
            "included": summary.included,
            "excluded": summary.excluded,
            "contradictory": summary.contradictory,
            "as_material": summary.as_material,
        }
        beyond = {name: len(voices) - most for name, voices in sides.items()}
        counted = {name: number for name, number in beyond.items() if number > 0}
        kind = "elements" if symbol in self.view.catalogue.elements else "materials"
        link = f"/v1/{kind}/{symbol}{query_of(self.view.selection.filters, [summary.concept])}"
        return {**counted, "link": link} if counted else None

    def verdicts(self, symbol: str, concept: Concepts, summaries: Sequence[Summary]) -> Json:
        """Give an element's verdicts: those of interest whole, the others by concept id.

        Args:
            symbol: the element's.
            concept: where given, the only ones to speak of; all of these are given whole.
            summaries: the verdicts, the most interesting first.
        """
        view = self.view
        beside = (
            view.suspended_positions(symbol, concept),
            view.uncertain_positions(symbol, concept),
        )
        also = {position.concept: None for positions in beside for position in positions}
        spoken_of = {summary.concept for summary in summaries}
        alone = [
            Summary(id_, view.catalogue.concepts[id_].nature, Verdict.SILENT)
            for id_ in also
            if id_ not in spoken_of
        ]
        whole = {
            s.concept: self.concept(symbol, s, rank)
            for rank, s in enumerate((*summaries, *alone))
            if concept is not None or sentences.tells(s) or s.concept in also
        }
        spoken = {s.concept for s in summaries if s.excluded}
        others = [id_ for id_ in view.concepts(concept) if id_ not in whole]
        return {
            "concepts": list(whole.values()),
            "excluded_everywhere": [id_ for id_ in others if id_ in spoken],
            "silent_everywhere": [id_ for id_ in others if id_ not in spoken],
        }

    def editions(self) -> Json:
        """Give the editions named so far, in brief, by id."""
        catalogue = self.view.catalogue
        return {id_: _edition(catalogue, catalogue.editions[id_]) for id_ in self.named}


def by_interest(catalogue: Catalogue, summaries: Iterable[Summary]) -> list[Summary]:
    """Sort verdicts: disputed ones first, then those that include the element, then the rest.

    Those without an official voice come behind those with one.
    """

    def rank(summary: Summary) -> float:
        if not sentences.tells(summary):
            return 2 * len(_INTEREST)
        voices = (*summary.included, *summary.excluded, *summary.as_material)
        official = any(catalogue.authorities[v.authority].kind in OFFICIAL for v in voices)
        order = _INTEREST.index(summary.verdict) + (0.5 if summary.dissent else 0)
        return order if official else order + len(_INTEREST)

    return sorted(summaries, key=rank)


def _figure(record: Figure) -> Json:
    return {
        name: getattr(record, name)
        for name in ("concept", "edition", "quantity", "value", "unit", "area")
    }


def _edition(catalogue: Catalogue, edition: Edition) -> Json:
    authority = catalogue.authorities[edition.authority]
    citation = edition.citations[0]
    source = catalogue.sources[citation.source]
    entry = {
        "authority": authority.short,
        "kind": authority.kind,
        "title": edition.title,
        "published": edition.published or edition.in_force_from,
        "read": citation.where,
        "source": source.url or (f"https://doi.org/{source.doi}" if source.doi else source.title),
    }
    return {name: value for name, value in entry.items() if value is not None}


def read_as(reading: Reading) -> Json:
    """Give how a mention was read, without the members that say nothing."""
    match = reading.resolution
    if match is None:
        return {}
    entry = {
        "by": match.by,
        "mass_number": match.mass_number,
        "charge": match.charge,
        "note": match.note,
        "heading": heading(match),
        "warnings": match.warnings or None,
    }
    return {name: value for name, value in entry.items() if value is not None}


def element(view: View, symbol: str, reading: Reading, concept: Concepts) -> Json:
    """Give one element in brief.

    Args:
        view: the editions that take part.
        symbol: the element's.
        reading: how the mention was read.
        concept: where given, the only ones to speak of, each with all its holders.
    """
    record = view.catalogue.elements[symbol]
    briefs = Briefs(view, ALL_HOLDERS if concept else HOLDERS)
    summaries = by_interest(view.catalogue, view.summaries(symbol, concept))
    verdicts = briefs.verdicts(symbol, concept, summaries)
    reasons = for_silence(view, concept)
    told = sentences.answer(view, symbol, summaries, all_of_them=concept is not None)
    query = query_of(view.selection.filters, concept, detail="full")
    return {
        **envelope(view),
        "element": record,
        "read_as": read_as(reading),
        "answer": " ".join(reasons) or told,
        **verdicts,
        "figures": [_figure(figure) for figure in figures(view, summaries)],
        "editions": briefs.editions(),
        "links": {
            "full": f"/v1/elements/{symbol}{query}",
            "page": f"/elements/{symbol}",
        },
    }


def elements(view: View, symbols: Iterable[str], concept: Concepts) -> Json:
    """Give elements among many in brief: verdicts with numbers of authorities."""
    rows = [_row(view, symbol, concept) for symbol in symbols]
    return {
        **envelope(view),
        "count": len(rows),
        "elements": rows,
        "links": {"one": "/v1/elements/Sc", "full": "/v1/elements?detail=full"},
    }


def _row(view: View, symbol: str, concept: Concepts) -> Json:
    record = view.catalogue.elements[symbol]
    return {
        "atomic_number": record.atomic_number,
        "symbol": symbol,
        "name": record.name,
        "concepts": [_counts(summary) for summary in view.summaries(symbol, concept)],
    }


def _counts(summary: Summary) -> Json:
    entry: dict[str, Any] = {
        "concept": summary.concept,
        "verdict": summary.verdict,
        "included": len(summary.included),
        "excluded": len(summary.excluded),
        "silent": len(summary.silent),
    }
    if summary.lists is not None:
        entry |= {"listed_by": summary.listed_by, "of": summary.lists}
    return entry


def element_verdicts(briefs: Briefs, symbol: str, concept: Concepts) -> Json:
    """Give an element of a batch or a formula, with its verdicts."""
    view = briefs.view
    record = view.catalogue.elements[symbol]
    summaries = by_interest(view.catalogue, view.summaries(symbol, concept))
    verdicts = briefs.verdicts(symbol, concept, summaries)
    if concept is not None:
        verdicts = {"concepts": verdicts["concepts"]}
    return {"name": record.name, "atomic_number": record.atomic_number, **verdicts}


def material_verdicts(briefs: Briefs, id_: str, concept: Concepts) -> Json:
    """Give a material of a batch, with its verdicts."""
    view = briefs.view
    summaries = by_interest(view.catalogue, view.summaries(id_, concept))
    verdicts = briefs.verdicts(id_, concept, summaries)
    return {"name": view.catalogue.materials[id_].name, "concepts": verdicts["concepts"]}
