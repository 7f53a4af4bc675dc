"""A Flask element API of the common kind: a list of dictionaries, scanned, and jsonify."""

import json

from flask import Flask, Response, jsonify

from benchmarks.peers import answers

app = Flask(__name__)
_ANSWERS = {path.rpartition("/")[2]: json.loads(body) for path, body in answers().items() if body}
_ELEMENTS = [{"symbol": f"X{place}"} for place in range(117)]
_ELEMENTS += [{"symbol": name, "data": data} for name, data in _ANSWERS.items()]


@app.get("/<symbol>")
def element(symbol: str) -> Response | tuple[Response, int]:
    """Look through the list."""
    for known in _ELEMENTS:
        if known["symbol"].lower() == symbol.lower():
            return jsonify(known["data"])
    return jsonify(error="not found"), 404
