"""Answers in brief, ``detail=brief``: small enough to read, with holders and their sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from service.answers import sentences
from service.answers.elements import envelope
from service.answers.encoding import Json
from service.catalogue import Catalogue, View
from service.catalogue.view import Concepts
from service.mentions import Reading
from service.model import Edition, Position, Stand, Summary, Verdict, Voice

HOLDERS = 8
"""Most holders shown a side of an element's answer, unless a concept is named."""
BATCH_HOLDERS = 3
"""Most holders shown a side in a batch, a check or a formula."""
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
    shown: int | None = HOLDERS
    named: dict[str, None] = field(default_factory=dict)

    def concept(self, symbol: str, summary: Summary, suspended: Sequence[Position] = ()) -> Json:
        """Give the verdict on one concept, and its holders.

        Args:
            symbol: the element's.
            summary: the verdict.
            suspended: positions of suspended editions on this concept.
        """
        entry: Json = {
            "concept": summary.concept,
            "nature": summary.nature,
            "verdict": summary.verdict,
            "strength": summary.strength,
            "dissent": sentences.dissent(self.view.catalogue, summary),
            "listed_by": summary.listed_by,
            "of": summary.lists,
            "included": self._holders(summary.included),
            "excluded": self._holders(summary.excluded),
            "contradictory": self._holders(summary.contradictory),
            "as_material": self._material_holders(summary.as_material),
            "suspended": [self._suspended(each) for each in suspended],
            "more": self._more(symbol, summary),
        }
        filled = {name: value for name, value in entry.items() if value not in (None, [])}
        return {**filled, "silent": len(summary.silent)}

    def _holders(self, voices: Sequence[Voice]) -> list[Json]:
        return [self._holder(voice) for voice in voices[: self.shown]]

    def _holder(self, voice: Voice) -> Json:
        self.named[voice.edition] = None
        return {"authority": voice.authority, "edition": voice.edition, "status": voice.status}

    def _material_holders(self, voices: Sequence[Voice]) -> list[Json]:
        entries = []
        for voice in voices[: self.shown]:
            edition = voice.naming[0].edition
            self.named[edition] = None
            entries.append(
                {"authority": voice.authority, "edition": edition, "materials": voice.materials}
            )
        return entries

    def _suspended(self, position: Position) -> Json:
        self.named[position.edition] = None
        return {
            "authority": self.view.catalogue.authority_of[position.edition],
            "edition": position.edition,
            "status": position.status,
        }

    def _more(self, symbol: str, summary: Summary) -> Json | None:
        if self.shown is None:
            return None
        sides = {
            "included": summary.included,
            "excluded": summary.excluded,
            "contradictory": summary.contradictory,
            "as_material": summary.as_material,
        }
        beyond = {name: len(voices) - self.shown for name, voices in sides.items()}
        counted = {name: number for name, number in beyond.items() if number > 0}
        query = urlencode([*self._selection(), ("concept", summary.concept)])
        return {**counted, "link": f"/v1/elements/{symbol}?{query}"} if counted else None

    def _selection(self) -> list[tuple[str, str]]:
        selection = self.view.selection
        chosen = [("authority", id_) for id_ in sorted(selection.authorities or ())]
        if selection.as_of != self.view.catalogue.released:
            chosen.append(("as_of", selection.as_of.isoformat()))
        return chosen

    def verdicts(self, symbol: str, concept: Concepts = None) -> Json:
        """Give an element's verdicts: those of interest whole, the others by concept id.

        Where concepts are named, all of these are given whole.
        """
        view = self.view
        summaries = by_interest(view.summaries(symbol, concept))
        suspended: dict[str, list[Position]] = {}
        for position in suspended_inclusions(view, symbol, concept):
            suspended.setdefault(position.concept, []).append(position)
        for id_ in suspended.keys() - {s.concept for s in summaries}:
            nature = view.catalogue.concepts[id_].nature
            summaries.append(Summary(id_, nature, Verdict.SILENT))
        whole = [
            s
            for s in summaries
            if concept is not None or sentences.tells(s) or s.concept in suspended
        ]
        rest = [s for s in summaries if s not in whole]
        spoken = {s.concept for s in rest if s.excluded}
        entries = [self.concept(symbol, s, suspended.get(s.concept, ())) for s in whole]
        shown = {s.concept for s in whole}
        named = view.concepts(concept)
        return {
            "concepts": entries,
            "excluded_everywhere": [id_ for id_ in named if id_ in spoken],
            "silent_everywhere": [id_ for id_ in named if id_ not in spoken | shown],
        }

    def editions(self) -> Json:
        """Give the editions named so far, in brief, by id."""
        catalogue = self.view.catalogue
        return {id_: _edition(catalogue, catalogue.editions[id_]) for id_ in self.named}


def suspended_inclusions(view: View, symbol: str, concept: Concepts) -> list[Position]:
    """Give the positions of suspended editions that would include the element."""
    positions = view.suspended_positions(symbol, concept)
    return [each for each in positions if each.stand is not Stand.EXCLUDED]


def by_interest(summaries: Iterable[Summary]) -> list[Summary]:
    """Sort verdicts: disputed ones first, then those that include the element, then the rest."""

    def rank(summary: Summary) -> float:
        if summary.verdict not in _INTEREST or not sentences.tells(summary):
            return len(_INTEREST)
        return _INTEREST.index(summary.verdict) + (0.5 if summary.dissent else 0)

    return sorted(summaries, key=rank)


def _edition(catalogue: Catalogue, edition: Edition) -> Json:
    authority = catalogue.authorities[edition.authority]
    citation = edition.citations[0]
    source = catalogue.sources[citation.source]
    entry = {
        "authority": authority.short,
        "kind": authority.kind,
        "title": edition.title,
        "published": edition.published or edition.start,
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
        "warnings": match.warnings or None,
    }
    return {name: value for name, value in entry.items() if value is not None}


def element(view: View, symbol: str, reading: Reading, concept: Concepts, query: str) -> Json:
    """Give one element in brief.

    Args:
        view: the editions that take part.
        symbol: the element's.
        reading: how the mention was read.
        concept: where given, the only ones to speak of, each with all its holders.
        query: the query that chooses the same view, with its question mark, for the links.
    """
    record = view.catalogue.elements[symbol]
    briefs = Briefs(view, shown=None if concept else HOLDERS)
    verdicts = briefs.verdicts(symbol, concept)
    summaries = by_interest(view.summaries(symbol, concept))
    suspended = suspended_inclusions(view, symbol, concept)
    joined = f"{query}&" if query else "?"
    return {
        **envelope(view),
        "element": record,
        "read_as": read_as(reading),
        "answer": sentences.answer(view, summaries, suspended, all_of_them=concept is not None),
        **verdicts,
        "editions": briefs.editions(),
        "links": {
            "full": f"/v1/elements/{symbol}{joined}detail=full",
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
    record = briefs.view.catalogue.elements[symbol]
    verdicts = briefs.verdicts(symbol, concept)
    if concept is not None:
        verdicts = {"concepts": verdicts["concepts"]}
    return {"name": record.name, "atomic_number": record.atomic_number, **verdicts}
