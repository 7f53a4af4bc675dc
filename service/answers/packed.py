"""Many small pieces of bytes in the room of one: each alone takes Python forty bytes more."""

from array import array
from collections.abc import Iterator


class Packed:
    """A list of bytes that only grows, to less than four gibibytes in all."""

    def __init__(self) -> None:
        """Begin with none."""
        self._all = bytearray()
        self._ends = array("I", [0])

    def append(self, piece: bytes) -> None:
        """Add a piece at the end."""
        self._all += piece
        self._ends.append(len(self._all))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, index: int) -> bytes:
        if not 0 <= index < len(self):
            raise IndexError(index)
        return bytes(self._all[self._ends[index] : self._ends[index + 1]])

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self)))
