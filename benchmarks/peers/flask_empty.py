"""Flask with one route: the floor of a start."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def empty() -> str:
    """Answer two letters."""
    return "ok"
