"""Answers of the service about itself."""

from marshmallow import fields

from schemas.response.base import Out, by_key, many, number, text


class LinksOut(Out):
    """Addresses to begin with."""

    links = by_key(fields.String(), "Addresses by name.")


class HealthOut(Out):
    """Health of the process."""

    status = text("ok")


class ReceiptOut(Out):
    """Receipt of an answer: from the data of this digest, the address gives a body of this hash."""

    address = text("Canonical address, from the root of the service.")
    as_of = text("The day of which the answer speaks.")
    data_version = text("Version of the data.")
    data_digest = text("SHA-256 over the files of the data, in hexadecimal.")
    sha256 = text("SHA-256 of the body, in hexadecimal.")
    media_type = text("Media type of the body.")
    version = text("Version of the service.")


class DownloadOut(Out):
    """One file."""

    file = text("Name; its address is /downloads/{file}.")
    bytes = number("Size in bytes.")
    sha256 = text("SHA-256, in hexadecimal.")
    media_type = text("Media type.")
    table = text("The table; null for a file of all tables.", allow_none=True)
    description = text("What the rows are; null for a file of all tables.", allow_none=True)


class DownloadsOut(Out):
    """The files of the data that this service answers from."""

    data_version = text("Version of the data.")
    data_digest = text("SHA-256 over the files of the data, in hexadecimal.")
    released = text("Day of the release.")
    licence = text("Licence of the data.")
    files = many(DownloadOut, "The files; none where this service carries none.")


class VersionOut(Out):
    """Versions of the code and of the data."""

    version = text("Version of the service.")
    data_version = text("Version of the data.")
    data_digest = text("SHA-256 over the files of the data, in hexadecimal.")
    elements_from = text("Package and version the element facts come from.")
    revision = text("Revision of the code.")
