"""Fill a record from a row: a field of a seed is named in its schema and its record alone."""

from collections.abc import Mapping
from typing import Any, ClassVar, Protocol, TypeVar


class _Dataclass(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


_Record = TypeVar("_Record", bound=_Dataclass)


def filled(record: type[_Record], row: Mapping[str, Any], **own: Any) -> _Record:
    """Make a record of a row.

    Args:
        record: the class of the record.
        row: values by field; other keys are left, missing ones become None, lists tuples.
        own: values that stand before those of the row.
    """
    values = {**row, **own}
    return record(**{name: _frozen(values.get(name)) for name in record.__dataclass_fields__})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
