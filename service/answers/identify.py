"""Answers to the question of which published list this is."""

from collections.abc import Collection, Sequence

from service.answers.batch import Batch
from service.answers.briefs import Briefs
from service.answers.elements import envelope
from service.answers.encoding import Json
from service.answers.identity_sentences import identity
from service.answers.mentions import brief_outcome
from service.answers.nearest_lists import UserList, nearest
from service.catalogue import View
from service.model import Outcome


def answer(view: View, batch: Batch, concepts: Collection[str] | None) -> Json:
    """Give the lists that are nearest to a batch of mentions, and those not read or in doubt.

    Args:
        view: the editions that may be named, and the day.
        batch: the list.
        concepts: where given, the only ones.
    """
    lists = nearest(view, user_list(batch), concepts)
    briefs = Briefs(view)
    for each in lists:
        briefs.named |= dict.fromkeys(id_ for id_ in (each["edition"], each["newer"]) if id_)
    results = batch.results(brief_outcome, distinct=False)
    return {
        **envelope(view),
        "answer": _answer(view, batch, lists),
        "summary": batch.summary(),
        "unread": [each for each in results if each["outcome"] is not Outcome.OK],
        "doubted": [
            each for each in results if each["outcome"] is Outcome.OK and each.get("warnings")
        ],
        "nearest": lists,
        "editions": briefs.editions(),
    }


def user_list(batch: Batch) -> UserList:
    """Give what a batch of mentions names: things, classes, and texts that were not read."""
    readings = ((item.value, item.reading) for item in batch.items)
    classes = {
        value: reading.problem.concept
        for value, reading in readings
        if isinstance(value, str) and reading.problem
    }
    return UserList(frozenset([*batch.symbols, *batch.materials]), classes)


def _answer(view: View, batch: Batch, lists: Sequence[Json]) -> str:
    if not batch.items:
        return "The list is empty: send symbols or names of elements and materials."
    unread = sum(item.reading.outcome not in _READ for item in batch.items)
    if unread == len(batch.items):
        return "None of the items names an element, a material or a class: `unread` says why."
    told = [identity(view, lists)]
    if unread:
        told.append(f"Not read: {unread} of {len(batch.items)} items, see `unread`.")
    return " ".join(told)


_READ = {Outcome.OK, Outcome.COLLECTIVE_TERM}
