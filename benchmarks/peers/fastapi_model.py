"""FastAPI with a response model, over the same data."""

import json
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict

from benchmarks.peers import answer

_ANSWER: dict[str, Any] = json.loads(answer())
app = FastAPI()


class Concept(BaseModel):
    """One concept, with its holders."""

    model_config = ConfigDict(extra="allow")
    concept: str
    nature: str
    verdict: str
    included: list[dict[str, str]] = []
    excluded: list[dict[str, str]] = []


class Element(BaseModel):
    """The brief answer."""

    model_config = ConfigDict(extra="allow")
    data_version: str
    as_of: str
    answer: str
    concepts: list[Concept]


@app.get("/")
async def element() -> Element:
    """Answer through the model."""
    return Element.model_validate(_ANSWER)
