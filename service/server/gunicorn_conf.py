"""gunicorn's configuration, made of the settings; the reasons are in docs/decisions.md."""

import gc
import os
import shutil
import signal
import tempfile
from pathlib import Path
from typing import Any

import gevent
from gunicorn.glogging import Logger

from service.server.metrics import FILES, SLOT, free_slot
from service.settings import log_configuration, settings_from

gc.disable()  # the catalogue is made and stays
_settings = settings_from(os.environ)
_host = f"[{_settings.host}]" if ":" in _settings.host else _settings.host
_memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - heartbeats and counts
if _settings.metrics:
    os.environ.setdefault(FILES, tempfile.mkdtemp(prefix="element-classifier-", dir=_memory))

bind = [f"{_host}:{_settings.port}"]
if _settings.metrics:
    bind.append(f"{_host}:{_settings.metrics}")
workers = _settings.workers
worker_class = "gevent"
preload_app = True
control_socket_disable = True
worker_tmp_dir = _memory
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


class QuietLogger(Logger):  # type: ignore[misc]  # gunicorn carries no types
    """gunicorn's logger without its access log; ours is written by the middleware."""

    # any logging configuration turns it on, and each request pays for a line without a reader
    access_log_enabled = False


logger_class = QuietLogger


def when_ready(_server: object) -> None:
    """Collect garbage from now on, but not in the pages that all workers share."""
    gc.freeze()
    gc.enable()


def pre_fork(server: Any, worker: Any) -> None:
    """Give the worker the slot whose files it counts in."""
    worker.slot = free_slot(each.slot for each in server.WORKERS.values())


def post_fork(_server: object, worker: Any) -> None:
    """Tell the metrics the worker's slot, and let signals end a worker that still starts."""
    os.environ[SLOT] = str(worker.slot)
    # until its own handlers are in place it has the master's, which only note a signal
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


def post_request(_worker: object, _request: object, _environ: object, _answer: object) -> None:
    """Let other connections have their turn.

    A client that pipelines always has its next request there: the worker never waits for it.
    """
    gevent.sleep(0)


def on_exit(_server: object) -> None:
    """Take the files of the counts away with the service."""
    if _settings.metrics:
        shutil.rmtree(os.environ[FILES], ignore_errors=True)
