"""Answers of the service about itself."""

from marshmallow import fields

from schemas.response.base import Out, by_key, text


class LinksOut(Out):
    """Addresses to begin with."""

    links = by_key(fields.String(), "Addresses by name.")


class HealthOut(Out):
    """Health of the process."""

    status = text("ok")


class VersionOut(Out):
    """Versions of the code and of the data."""

    version = text("Version of the service.")
    data_version = text("Version of the data.")
    data_digest = text("SHA-256 over the files of the data, in hexadecimal.")
    elements_from = text("Package and version the element facts come from.")
    revision = text("Revision of the code.")
