"""The container's health check: exit 0 where the service is ready."""

import http.client
import os
import sys
from collections.abc import Mapping

TIMEOUT = 3.0
"""Seconds: below the engine's own, so that the reason is printed rather than cut off."""

_ANY_ADDRESS = {"0.0.0.0", "::", ""}  # noqa: S104 - recognised here, not listened on


def fault(environment: Mapping[str, str]) -> str | None:
    """Ask ``/readyz`` where ``HOST`` and ``PORT`` say the service listens.

    Args:
        environment: such as ``os.environ``.

    Returns:
        What is wrong, or None where the service is ready.
    """
    host = environment.get("HOST", "")
    where = "127.0.0.1" if host in _ANY_ADDRESS else host
    try:
        connection = http.client.HTTPConnection(
            where, int(environment.get("PORT", "8000")), timeout=TIMEOUT
        )
        try:
            connection.request("GET", "/readyz")
            status = connection.getresponse().status
        finally:
            connection.close()
    except (OSError, ValueError, http.client.HTTPException) as error:
        return f"not ready: {error!r}"
    return None if status == http.client.OK else f"not ready: /readyz answers {status}"


if __name__ == "__main__":
    sys.exit(fault(os.environ))
