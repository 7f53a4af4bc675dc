"""The composition root: one application, made once before the workers fork."""

import gc
import os
import sys

from service.app import create_app
from service.compiled import compiled
from service.faults import SeedError
from service.settings import SettingsError, settings_from

try:
    _settings = settings_from(os.environ)
    _compiled = compiled(_settings)
    app = create_app(_compiled.catalogue, _settings, _compiled.made)
except (SeedError, SettingsError) as error:
    sys.exit(f"The service does not start:\n{error}")

# what is here now stays, and is shared: no collection is to walk it, nor to write into its pages
gc.freeze()
gc.enable()
# an answer is made of hundreds of lists that no cycle keeps: looking at them so often frees nothing
gc.set_threshold(5_000, 10, 10)
