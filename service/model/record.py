"""What all that is kept between starts is made of."""

from typing import Any


class Record:
    """A frozen dataclass that is quick to read back."""

    __slots__ = ()
    __match_args__: tuple[str, ...]

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Pickle by the arguments: a start reads it in half the time that slots by name take."""
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])
