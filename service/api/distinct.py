"""Which values a column has, and how often: counted in little room, for columns are long."""

import struct
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from service.answers.packed import Packed
from service.api.bodies import let_go, room
from service.api.lines import BadLine
from service.api.turns import in_turns
from service.problems import NoRoomError, TooLargeError

LIMIT = 100_000
"""Most distinct values that are counted in one request."""
BYTES = 8 * 1024 * 1024
"""Most bytes that those values have together."""
_PLACES = 1 << 18
"""Places of the table: more than twice as many as values, so that most are found at once."""
_USUAL = 1_000
"""So many values, the first ones, are found in a dictionary, which is quicker and takes more."""
_HEAD = struct.Struct("=II")
"""Before a value in a file: its length in bytes, and how often it came."""
_Text = Callable[[bytes], Any]


class Distinct:
    """Values in the order of their first appearance, and how often each came.

    A dictionary of a hundred thousand takes ten megabytes, in pieces that the worker never gives
    back whole. Here they stand packed, behind a hash table with open addressing.
    """

    def __init__(self, values: Iterable[Any], text: _Text) -> None:
        """Count values.

        Args:
            values: texts, all as ``str`` or all as ``bytes``, or None, or bad lines.
            text: makes of the bytes of a text what it was.

        Raises:
            TooLargeError: there are more of them, or of their bytes, than the limits.
        """
        self._text = text
        self._values = Packed()
        self._times = array("I")
        self._places = array("I", bytes(array("I").itemsize * _PLACES))
        self._usual: dict[Any, int] = {}
        size = 0
        for value in values:
            number = self._usual.get(value)
            if number is not None:
                self._times[number] += 1
            elif self._is_new(value):
                size += len(value) if isinstance(value, bytes | str) else 0
                _check(len(self._values), LIMIT, "distinct values")
                _check(size, BYTES, "bytes of distinct values")
        del self._places, self._usual

    def _is_new(self, value: Any) -> bool:
        packed = _packed(value)
        place = hash(packed) % _PLACES
        while taken := self._places[place]:
            if self._values[taken - 1] == packed:
                self._times[taken - 1] += 1
                return False
            place = (place + 1) % _PLACES
        if len(self._usual) < _USUAL:
            self._usual[value] = len(self._values)
        self._values.append(packed)
        self._times.append(1)
        self._places[place] = len(self._values)
        return True

    def __iter__(self) -> Iterator[tuple[Any, int]]:
        for packed, count in zip(self._values, self._times, strict=True):
            yield _unpacked(packed, self._text), count

    def aside(self, file: IO[bytes]) -> Iterator[tuple[Any, int]]:
        """Give the same from a file, so that a client may take long to take it.

        Args:
            file: is written anew, and closed with the last value.

        Returns:
            Values and counts; from memory where the disk is full.
        """
        try:
            with room():
                self._put(file)
        except NoRoomError:
            let_go(file)
            return iter(self)
        return _taken(file, self._text)

    def _put(self, file: IO[bytes]) -> None:
        file.seek(0)
        file.truncate()
        for packed, count in in_turns(zip(self._values, self._times, strict=True)):
            file.write(_HEAD.pack(len(packed), count) + packed)
        file.seek(0)


def _taken(file: IO[bytes], text: _Text) -> Iterator[tuple[Any, int]]:
    with file:
        while head := file.read(_HEAD.size):
            length, count = _HEAD.unpack(head)
            yield _unpacked(file.read(length), text), count


def _packed(value: Any) -> bytes:
    if value is None:
        return b"n"
    if isinstance(value, BadLine):
        return b"b" + value.detail.encode()
    return b"t" + (value if isinstance(value, bytes) else value.encode())


def _unpacked(packed: bytes, text: _Text) -> Any:
    kind, rest = packed[:1], packed[1:]
    if kind == b"t":
        return text(rest)
    return BadLine(rest.decode()) if kind == b"b" else None


def _check(count: int, limit: int, unit: str) -> None:
    if count > limit:
        detail = f"More than {limit} {unit}: classify them line by line."
        raise TooLargeError(detail, limit, unit)
