"""How many connections a worker takes, so that the files it may open never run out."""

import resource
from contextlib import suppress

CONNECTIONS = 2_000
"""Most connections of one worker; further ones wait in the kernel's queue until one ends."""
_OWN = 128


def connections(listeners: int) -> int:
    """Raise the limit on open files as far as it may be raised, and give what then fits.

    Each connection may hold the file of its body, but for those of the operations port.

    Args:
        listeners: addresses that are listened on, each of which takes that many connections.
    """
    each = listeners + 1
    wanted = CONNECTIONS * each + _OWN
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = hard if _below(hard, wanted) else wanted
    if _below(soft, allowed):
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
            soft = allowed
    return (soft - _OWN) // each if _below(soft, wanted) else CONNECTIONS


def _below(limit: int, wanted: int) -> bool:
    return limit != resource.RLIM_INFINITY and limit < wanted
