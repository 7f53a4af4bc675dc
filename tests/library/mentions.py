"""Messy mentions, and the columns that the service adds for them."""

import csv
import io
from collections.abc import Sequence

from flask.testing import FlaskClient

MENTIONS = [
    *("Sc", "иттрий", "21", None, "zz", "graphite", "Cu_ppm", "NA", "Sc", "REE", "", "=Sc"),
    *("U-235", "scandum", "n/a", "Ag (ppm)", "7440-20-2", "Sc"),
]
NAMES = ["outcome", "symbol", "material", "by", "verdict_critical", "warnings", "problem"]


def over_http(client: FlaskClient, mentions: Sequence[str | None]) -> list[tuple[str | None, ...]]:
    """Give the cells that the service adds to a column of CSV."""
    body = io.StringIO()
    csv.writer(body, quoting=csv.QUOTE_ALL).writerows([["metal"], *([each] for each in mentions)])
    answer = client.post(
        "/v1/classify?concept=critical", data=body.getvalue().encode(), content_type="text/csv"
    )
    assert answer.status_code == 200
    rows = csv.DictReader(io.StringIO(answer.text, newline=""))
    return [tuple(row[name] or None for name in NAMES) for row in rows]
