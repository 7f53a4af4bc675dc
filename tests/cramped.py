"""gunicorn's configuration of the service where few files may be open, and idle clients go soon."""

import resource

resource.setrlimit(resource.RLIMIT_NOFILE, (200, 200))

from service.gunicorn_conf import *  # noqa: E402, F403 - the limit first; gunicorn reads every name

keepalive = 1
