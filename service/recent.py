"""The answers given last, so that asking again costs no more than a ready answer."""

from collections import OrderedDict

from service.ready import Ready

BYTES = 1024 * 1024
"""How much a worker keeps, and a quarter of it the largest answer that it keeps."""
OVERHEAD = 1024
"""About what Python takes for an answer besides its bytes."""
QUESTIONS = 512
_LONGEST = 512


class Recent:
    """The last answers, each kept once however its question was spelt, within a number of bytes.

    A question is remembered only after the application has found it valid and answered it; it
    leads to the answer by route and entity tag, so that spellings of a query share the bytes.
    """

    def __init__(self, limit: int = BYTES) -> None:
        """Keep nothing yet."""
        self.limit = limit
        self.size = 0
        self._questions: OrderedDict[tuple[str, str], tuple[str, str]] = OrderedDict()
        self._answers: OrderedDict[tuple[str, str], Ready] = OrderedDict()

    def find(self, path: str, query: str) -> Ready | None:
        """Give what was answered to a question."""
        key = self._questions.get((path, query))
        if key is None:
            return None
        found = self._answers.get(key)
        if found is None:
            del self._questions[path, query]
            return None
        self._questions.move_to_end((path, query))
        self._answers.move_to_end(key)
        return found

    def fits(self, path: str, query: str, length: int) -> bool:
        """Tell whether an answer of this length is worth its place."""
        return length <= self.limit // 4 and len(path) + len(query) <= _LONGEST

    def keep(self, path: str, query: str, answer: Ready) -> None:
        """Keep an answer that fits, and let go of those not asked for the longest."""
        key, own = (answer.route, answer.etag), answer.own
        if not self.fits(path, query, own):
            return
        if key not in self._answers:
            self._answers[key] = answer
            self.size += own + OVERHEAD
        self._answers.move_to_end(key)
        self._questions[path, query] = key
        self._questions.move_to_end((path, query))
        while self.size > self.limit:
            self.size -= self._answers.popitem(last=False)[1].own + OVERHEAD
        if len(self._questions) > QUESTIONS:
            self._questions.popitem(last=False)
