"""Answers to checks: is this element in this concept, by that authority, on that day?"""

from typing import Any

from service.answers import elements, sentences
from service.answers.briefs import BATCH_HOLDERS, Briefs
from service.answers.encoding import Json
from service.catalogue import View
from service.mentions import Reading
from service.model import Support
from service.rules import support


def one(view: View, question: Any, reading: Reading, concept: str) -> Json:
    """Give the answer to one question alone, with the editions that it names.

    Args:
        view: of the editions that the question chooses.
        question: as it came.
        reading: of its mention: an element or a material.
        concept: the concept's id.
    """
    briefs = Briefs(view, BATCH_HOLDERS)
    result = brief(briefs, question, str(reading.thing), concept) | doubts(reading)
    if result["material"] is None:
        del result["material"]
    return {**elements.envelope(view), **result, "editions": briefs.editions()}


def doubts(reading: Reading) -> Json:
    """Give the warnings of a reading; nothing where there are none."""
    return {"warnings": reading.warnings} if reading.warnings else {}


def brief(briefs: Briefs, question: Any, symbol: str, concept: str) -> Json:
    """Give the answer to one question in brief.

    Args:
        briefs: of the view that the question chooses.
        question: as it came.
        symbol: the element's.
        concept: the concept's id.
    """
    view = briefs.view
    summaries = view.summaries(symbol, concept)
    result = {**answer(view, symbol, concept), "input": question}
    if summaries:
        result["concept"] = briefs.concept(symbol, summaries[0])
    return result


def full(view: View, question: Any, symbol: str, concept: str) -> Json:
    """Give the answer to one question with all positions."""
    summaries = view.summaries(symbol, concept)
    return {
        **answer(view, symbol, concept),
        "input": question,
        "summary": elements.summary(summaries[0]) if summaries else None,
        "positions": [elements.position(view, p) for p in view.positions(symbol, concept)],
        "suspended": [
            elements.position(view, p) for p in view.suspended_positions(symbol, concept)
        ],
        "problem": None,
    }


def answer(view: View, symbol: str, concept: str) -> Json:
    """Give the answer to one question in a word and in sentences."""
    verdict = next(iter(view.summaries(symbol, concept)), None)
    outcome = support(verdict) if verdict else Support.SILENT
    if outcome is Support.SILENT and view.uncertain_positions(symbol, concept):
        outcome = Support.UNCERTAIN
    elif outcome is Support.SILENT and view.suspended_positions(symbol, concept):
        outcome = Support.SUSPENDED
    return {
        "symbol": symbol if symbol in view.catalogue.elements else None,
        "material": symbol if symbol in view.catalogue.materials else None,
        "verdict": outcome,
        "as_of": view.selection.as_of,
        "answer": sentences.checked(view, symbol, concept),
    }
