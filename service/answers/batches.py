"""The outcomes of a batch, held as they will be sent: what was read takes several times that."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from service.answers.mentions import result
from service.answers.packed import Packed
from service.answers.writing import Json, write
from service.mentions import Outcome, Reading


class Batch:
    """What became of the items of a batch.

    Attributes:
        outcomes: how many items had each.
        symbols: every element once, in the order of its first mention.
    """

    def __init__(self, read: Iterable[tuple[Any, int, Reading | None]]) -> None:
        """Write what equal items share once, as it comes.

        Args:
            read: of every item in order the value, the number of its first equal among those that
                differ, and its reading if it is that first one.
        """
        self.symbols: dict[str, None] = {}
        self._bodies = Packed()
        self._order = array("L")
        outcomes: list[Outcome] = []
        for item, number, reading in read:
            self._order.append(number)
            if reading is not None:
                outcomes.append(reading.outcome)
                self.symbols.update(dict.fromkeys(reading.symbols))
                self._bodies.append(write(result(item, reading))[1:])
        self.outcomes = Counter(str(outcomes[number]) for number in self._order)

    def summary(self) -> Json:
        """Count items, outcomes and elements."""
        return {
            "items": len(self._order),
            **{outcome.replace("-", "_"): self.outcomes[outcome] for outcome in Outcome},
            "distinct_elements": len(self.symbols),
        }

    def results(self, *, once: bool) -> Iterator[bytes]:
        """Give one outcome an item, in order.

        Args:
            once: whether only the first of equal items is answered, with how many there are.
        """
        times = Counter(self._order) if once else None
        beyond = 0
        for index, number in enumerate(self._order):
            count = 1
            if times is not None:
                if number < beyond:
                    continue
                count, beyond = times[number], number + 1
            yield b'{"index":%d,"count":%d,%s' % (index, count, self._bodies[number])
