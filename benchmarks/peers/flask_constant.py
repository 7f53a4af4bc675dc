"""Flask, returning constant bytes."""

from functools import partial

from flask import Flask, Response

from benchmarks.peers import answers

app = Flask(__name__)


def _say(body: bytes) -> Response:
    return Response(body, content_type="application/json")


for _path, _body in answers().items():
    app.add_url_rule(_path, endpoint=_path.strip("/") or "root", view_func=partial(_say, _body))
