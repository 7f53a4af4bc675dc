"""gunicorn's configuration of the service, with limits of time that a test can wait for."""

from service import patience
from service.gunicorn_conf import *  # noqa: F403 - gunicorn reads every name

keepalive = 1
patience.BODY_SECONDS = 1.0
patience.STALL_SECONDS = 1.2
