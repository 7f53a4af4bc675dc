"""Makes the body of a receipt again, from the seeds of its release, and compares the hashes."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from marshmallow import ValidationError

from schemas.request import ReceiptFile
from service.api.receipts import NoBodyError, body_of
from service.app import create_app
from service.cli.release_files import SEEDS as ARCHIVE
from service.cli.releases import RELEASES
from service.loading import archive
from service.loading.build import build_catalogue

_RECEIPT = ReceiptFile()


class ReceiptError(Exception):
    """The receipt cannot be read, or the seeds of its release are not there."""


class Verification(NamedTuple):
    """An outcome: equal bytes or not, and a sentence on it."""

    equal: bool
    message: str


def verify(receipt: Path, releases: Path | None, seeds: Path) -> Verification:
    """Make the body of a receipt again and compare it.

    Args:
        receipt: a file with the receipt as JSON.
        releases: a folder that ``export`` wrote, with the receipt's release; else the seeds serve.
        seeds: a folder of seeds.

    Raises:
        ReceiptError: the receipt cannot be read, or its release is not there.
        SeedError: the seeds have faults.
        OSError: a file cannot be read.
    """
    wanted = _read(receipt)
    with _seeds(wanted, releases, seeds) as folder:
        catalogue = build_catalogue(folder)
    address, here = wanted["address"], catalogue.records.dataset.version
    if catalogue.digest != wanted["data_digest"]:
        return Verification(
            False,
            f"not equal: the receipt is of data {wanted['data_version']} with the digest "
            f"{wanted['data_digest']}; this is data {here} with the digest {catalogue.digest}",
        )
    try:
        with create_app(catalogue).app_context():
            answer = body_of(address)
    except NoBodyError as error:
        return Verification(False, f"not equal: in data {here} {error}")
    digest = hashlib.sha256(answer.get_data()).hexdigest()
    if digest == wanted["sha256"]:
        return Verification(True, f"equal: {address} of data {here} has the SHA-256 {digest}")
    message = (
        f"not equal: {address} of data {here} has the SHA-256 {digest}, not {wanted['sha256']}"
    )
    made_by, ours = wanted["version"], version("element-classifier")
    other = f" (the receipt is of service {made_by}, this is {ours})" if made_by != ours else ""
    return Verification(False, message + other)


def _read(path: Path) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = _RECEIPT.load(json.loads(path.read_bytes()))
    except ValidationError as error:
        raise ReceiptError(f"{path} is no receipt: {json.dumps(error.messages)}") from error
    except ValueError as error:
        raise ReceiptError(f"{path} is no JSON: {error}") from error
    return loaded


@contextmanager
def _seeds(wanted: dict[str, Any], releases: Path | None, seeds: Path) -> Iterator[Path]:
    if releases is None:
        yield seeds
        return
    archive_file = releases / RELEASES / wanted["data_version"] / ARCHIVE
    if not archive_file.is_file():
        raise ReceiptError(f"{archive_file} is not there: the release of the receipt is needed")
    with TemporaryDirectory(prefix="element-classifier-") as folder:
        try:
            archive.unpack(archive_file, Path(folder))
        except zipfile.BadZipFile as error:
            raise ReceiptError(f"{archive_file} is damaged: {error}") from error
        yield Path(folder)
