"""gunicorn's configuration, made of the settings; the reasons are in docs/decisions.md."""

import gc
import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from gunicorn.glogging import Logger

from service.descriptors import connections
from service.settings import MEMORY, log_configuration, settings_from

# all that is loaded from here on stays: collections that walk it would find nothing
gc.disable()
_settings = settings_from(os.environ)

_OOM = Path("/proc/self/oom_score_adj")
_host = f"[{_settings.host}]" if ":" in _settings.host else _settings.host

bind = [f"{_host}:{_settings.port}"]
if _settings.metrics:
    bind.append(f"{_host}:{_settings.metrics}")
workers = _settings.workers
worker_class = "service.worker.Worker"
worker_connections = connections(len(bind))
preload_app = True
control_socket_disable = True
worker_tmp_dir = MEMORY
timeout = 30
graceful_timeout = 8
keepalive = 5
limit_request_line = 4094
limit_request_fields = 60
limit_request_field_size = 8190
accesslog = None
logconfig_dict = log_configuration(_settings.log_level)
wsgi_app = "service.wsgi:app"
proc_name = "element-classifier"


class Quiet(Logger):  # type: ignore[misc]  # gunicorn carries no types
    """gunicorn's logger without an access log: ours is written by ``service.front``."""

    # with any logging configuration gunicorn makes up a line for each request, and drops it
    access_log_enabled = False


logger_class = Quiet


def pre_request(_worker: object, request: Any) -> None:
    """Let the time of a body begin where its head ends."""
    request.unreader.sock.expect_body(request)


def post_request(_worker: object, request: Any, _environ: object, _response: object) -> None:
    """Let it end with the answer."""
    request.unreader.sock.expect_head()


def post_fork(_server: object, _worker: object) -> None:
    """Settle in what way a worker ends, before anything can end it."""
    _end_while_starting()
    _end_before_the_master()


def _end_while_starting() -> None:
    # until its own handlers are in place it has the master's, which only note a signal
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


def _end_before_the_master() -> None:
    # where memory runs out the kernel ends the largest process: often the master, and all with it
    with suppress(OSError):  # where there is no such thing
        _OOM.write_text(str(min(int(_OOM.read_text()) + 500, 1000)))


def worker_exit(_server: object, worker: Any) -> None:
    """End a worker that ends well at once.

    The interpreter's own end walks every object, and so copies all the memory that workers share:
    many that end together would take more than they ever did.
    """
    if worker.booted and getattr(sys.exc_info()[1], "code", 1) in (0, None):
        sys.stdout.flush()
        os._exit(0)


def child_exit(_server: object, worker: Any) -> None:
    """Let go of a dead worker's live gauges; its counts stay in the sums."""
    if _settings.metrics:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)


def on_exit(_server: object) -> None:
    """Take the files of the counts away with the service."""
    if _settings.metrics:
        shutil.rmtree(os.environ["PROMETHEUS_MULTIPROC_DIR"], ignore_errors=True)
