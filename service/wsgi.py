"""The composition root: one application, made once before the workers fork."""

import gc
import os
import sys

from service.app import create_app, make_ready
from service.bootstrap import build_catalogue
from service.faults import SeedError
from service.settings import SettingsError, settings_from

# all of this stays: collections that walk it find nothing, at start as later
gc.disable()
try:
    _settings = settings_from(os.environ)
    _catalogue = build_catalogue(_settings.seeds)
    app = create_app(_catalogue, _settings)
    make_ready(app, _catalogue)
except (SeedError, SettingsError) as error:
    sys.exit(f"The service does not start:\n{error}")

gc.collect()
gc.freeze()
gc.enable()
