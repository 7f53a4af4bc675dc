"""The data of all questions, loaded once, when the first is asked."""

import os
from dataclasses import dataclass
from functools import cache

from service.catalogue import Catalogue
from service.loading.build import build_catalogue
from service.mentions import Lexicon, Reader
from service.settings import settings_from

_SEEDS = "ELEMENTS_SEEDS"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The catalogue, and the reader of mentions."""

    catalogue: Catalogue
    reader: Reader


@cache
def loaded() -> Loaded:
    """Load the data, once in a process.

    Raises:
        SettingsError: ELEMENTS_SEEDS is no folder of seeds.
        SeedError: the seeds have faults.
    """
    # the server's own variables, such as PORT, may mean something else in a caller's environment
    own = {_SEEDS: os.environ[_SEEDS]} if _SEEDS in os.environ else {}
    catalogue = build_catalogue(settings_from(own).seeds)
    return Loaded(catalogue, Reader(Lexicon(catalogue.records)))
