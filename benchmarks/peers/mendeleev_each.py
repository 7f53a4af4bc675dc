"""A service that calls mendeleev.element() for each request."""

from flask import Flask, Response, jsonify
from mendeleev import element

app = Flask(__name__)


@app.get("/<symbol>")
def one(symbol: str) -> Response:
    """Ask the library, which asks its data base."""
    found = element(symbol)
    return jsonify(symbol=found.symbol, name=found.name, atomic_number=found.atomic_number)
