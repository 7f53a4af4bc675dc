"""The composition root: one application, made once before the workers fork."""

import os
import sys

from service.app import create_app
from service.bootstrap import build_catalogue
from service.faults import SeedError
from service.settings import SettingsError, settings_from

try:
    _settings = settings_from(os.environ)
    app = create_app(build_catalogue(_settings.seeds), _settings)
except (SeedError, SettingsError) as error:
    sys.exit(f"The service does not start:\n{error}")
