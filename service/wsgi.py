"""The composition root: settings -> catalogue -> application -> middleware."""

import os
import sys

from service.api.context import Site
from service.api.downloads import DownloadsError, read_downloads
from service.app import create_app
from service.loading.build import build_catalogue
from service.loading.faults import SeedError
from service.server.cache import Cache
from service.server.metrics import Metrics
from service.server.middleware import Middleware
from service.settings import SettingsError, settings_from

try:
    _settings = settings_from(os.environ)
    _catalogue = build_catalogue(_settings.seeds)
    _files = _settings.downloads
    _downloads = read_downloads(_files, _catalogue) if _files else None
except (DownloadsError, SeedError, SettingsError) as error:
    sys.exit(f"The service does not start:\n{error}")

_metrics = Metrics(_settings.metrics)
_site = Site(_settings.base, _settings.contact, _settings.reports)
_application = create_app(_catalogue, _settings.revision, _metrics.fault, _downloads, _site)
app = Middleware(Cache(_application), _metrics)
