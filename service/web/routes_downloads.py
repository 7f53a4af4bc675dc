"""``/downloads/``: the data as files, with an index as JSON and as a page."""

from flask import Blueprint, Response, send_from_directory

from schemas.forms import NoPageQuery
from schemas.response.operations import DownloadsOut
from service.api.context import catalogue, context
from service.api.errors import NotAcceptableError
from service.api.problems import problem
from service.api.request import best_accepted
from service.api.response import CACHED, dump
from service.web.parameters import parse, prefers_html
from service.web.rendering import page

_INDEX = DownloadsOut()
_FORMATS = {".csv": "CSV", ".parquet": "Parquet", ".ndjson": "NDJSON"}
"""The columns of the page, by how the name of a table's file ends."""


def add(blueprint: Blueprint) -> None:
    """Put the routes on a blueprint."""
    blueprint.add_url_rule("/downloads/", view_func=downloads, strict_slashes=False)
    blueprint.add_url_rule("/downloads/<file>", view_func=download)


def downloads() -> Response:
    """List the files."""
    parse(NoPageQuery())
    offered = context().downloads
    files = list(offered.files.values()) if offered else []
    if not prefers_html():
        data = catalogue()
        dataset = data.records.dataset
        head = {"data_version": dataset.version, "data_digest": data.digest}
        return dump(
            _INDEX,
            {**head, "released": dataset.released, "licence": dataset.licence, "files": files},
        )
    tables: dict[str, dict[str, object]] = {}
    for entry in files:
        if table := entry.get("table"):
            row = tables.setdefault(table, {"description": entry["description"]})
            row[entry["file"].removeprefix(table)] = entry
    others = [entry for entry in files if not entry.get("table")]
    formats = {
        suffix: name
        for suffix, name in _FORMATS.items()
        if any(suffix in row for row in tables.values())
    }
    return page("downloads.html", tables=tables, formats=formats, others=others)


def download(file: str) -> Response:
    """Send one file."""
    parse(NoPageQuery())
    offered = context().downloads
    entry = offered.files.get(file) if offered else None
    if offered is None or entry is None:
        return problem("no-such-path", f"There is no file {file[:80]!r}: see /downloads/.")
    if not best_accepted([entry["media_type"]]):
        raise NotAcceptableError([entry["media_type"]])
    response = send_from_directory(
        offered.folder.absolute(),
        file,
        mimetype=entry["media_type"],
        as_attachment=True,
        etag=entry["sha256"],
    )
    response.headers["Cache-Control"] = CACHED
    return response
