"""FastAPI with a response model, over the same data."""

import json
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict

from benchmarks.peers import answers

_ANSWERS = {path.rpartition("/")[2]: json.loads(body) for path, body in answers().items() if body}
app = FastAPI()


class Position(BaseModel):
    """What one edition holds."""

    model_config = ConfigDict(extra="allow")
    concept: str
    edition: str
    in_force: bool
    position: str
    status: str | None


class Page(BaseModel):
    """What each answer has; its positions are checked one by one."""

    model_config = ConfigDict(extra="allow")
    data_version: str
    as_of: str
    positions: list[Position] = []


@app.get("/{name}")
async def page(name: str) -> Page:
    """Answer the data of a name, through the model."""
    found: dict[str, Any] = _ANSWERS[name]
    return Page.model_validate(found)
