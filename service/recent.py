"""The answers given last, so that asking again costs no more than a ready answer."""

from array import array
from collections import OrderedDict

from service.ready import Ready

BYTES = 1024 * 1024
"""How much a worker keeps, and a quarter of it the largest answer that it keeps."""
Question = tuple[str, str, str]
"""What was asked: a path and a query as they were sent, and which media types are accepted."""
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
        self._questions: OrderedDict[Question, tuple[str, str]] = OrderedDict()
        self._answers: OrderedDict[tuple[str, str], Ready] = OrderedDict()
        self._seen = array("q", bytes(8 * QUESTIONS))

    def find(self, question: Question) -> Ready | None:
        """Give what was answered to a question."""
        key = self._questions.get(question)
        if key is None:
            return None
        found = self._answers.get(key)
        if found is None:
            del self._questions[question]
            return None
        self._questions.move_to_end(question)
        self._answers.move_to_end(key)
        return found

    def again(self, question: Question) -> bool:
        """Tell whether a question came before, lately: most never do again."""
        mark = hash(question)
        place = mark % QUESTIONS
        known = self._seen[place] == mark
        self._seen[place] = mark
        return known

    def fits(self, question: Question, length: int) -> bool:
        """Tell whether an answer of this length is worth its place."""
        return length <= self.limit // 4 and sum(map(len, question)) <= _LONGEST

    def keep(self, question: Question, answer: Ready) -> None:
        """Keep an answer that fits, and let go of those not asked for the longest."""
        key, own = (answer.route, answer.etag), answer.own
        if not self.fits(question, own):
            return
        if key not in self._answers:
            self._answers[key] = answer
            self.size += own + OVERHEAD
        self._answers.move_to_end(key)
        self._questions[question] = key
        self._questions.move_to_end(question)
        while self.size > self.limit:
            self.size -= self._answers.popitem(last=False)[1].own + OVERHEAD
        if len(self._questions) > QUESTIONS:
            self._questions.popitem(last=False)
