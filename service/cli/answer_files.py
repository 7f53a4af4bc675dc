"""Every answer that needs no parameter as a file, for a host of static files."""

from collections.abc import Iterable
from pathlib import Path

from service.answers.problem_types import TYPES, type_uri
from service.app import create_app
from service.catalogue import Catalogue


def write_answers(catalogue: Catalogue, folder: Path) -> int:
    """Write the answers to paths without parameters, byte for byte as they go over HTTP.

    Args:
        catalogue: the data.
        folder: made where it is missing.

    Returns:
        How many answers were written.

    Raises:
        OSError: it cannot be written.
    """
    client = create_app(catalogue).test_client()
    addresses = paths(catalogue)
    for path in addresses:
        target = folder / file_of(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(client.get(path).get_data())
    return len(addresses)


def paths(catalogue: Catalogue) -> list[str]:
    """List the paths of the API whose answer needs no parameter."""
    kinds: dict[str, Iterable[str]] = {
        "materials": catalogue.listed,
        "concepts": catalogue.concepts,
        "authorities": catalogue.authorities,
        "editions": catalogue.editions,
        "sources": catalogue.sources,
    }
    return [
        *(f"/v1/elements/{symbol}" for symbol in catalogue.elements),
        *(f"/v1/{kind}" for kind in kinds),
        *(f"/v1/{kind}/{id_}" for kind, records in kinds.items() for id_ in records),
        *(f"/v1/{name}" for name in ("elements", "disagreements", "changes", "dataset")),
        "/v1/problems",
        *(type_uri(slug) for slug in TYPES),
        "/openapi.json",
    ]


def file_of(path: str) -> str:
    """Give the file of a path: ``/v1/elements`` and ``/v1/elements/Sc`` both need a name.

    So each is a file of its own beside the folder of the same name: ``v1/elements.json`` and
    ``v1/elements/Sc.json``.
    """
    return path.removeprefix("/").removesuffix(".json") + ".json"
