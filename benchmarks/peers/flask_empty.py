"""Flask with one route that says next to nothing: what any start costs."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def empty() -> str:
    """Answer two letters."""
    return "ok"
