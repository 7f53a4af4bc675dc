"""The genitive of Russian names, as it stands behind a noun: ``содержание меди``."""

_SOFT_AND_MASCULINE = {"никель"}


def genitive(name: str) -> str:
    """Give the genitive of a Russian name of an element.

    Args:
        name: in the nominative, in small letters: ``железо``, ``литий``, ``медь``.
    """
    if name.endswith("ий"):
        return f"{name[:-1]}я"
    if name.endswith("ец"):
        return f"{name[:-2]}ца"
    if name.endswith("ь"):
        return f"{name[:-1]}{'я' if name in _SOFT_AND_MASCULINE else 'и'}"
    if name.endswith("а"):
        return f"{name[:-1]}{'и' if name[-2] in 'гкхжшщч' else 'ы'}"
    return f"{name[:-1]}а" if name.endswith("о") else f"{name}а"
