"""The composition root: settings -> catalogue -> application -> middleware."""

import os
import sys

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
except (SeedError, SettingsError) as error:
    sys.exit(f"The service does not start:\n{error}")

_metrics = Metrics(_settings.metrics)
_application = create_app(_catalogue, _settings.revision, _metrics.fault, reports=_settings.reports)
app = Middleware(Cache(_application), _metrics)
