"""Docstrings open with the standard term, not with a clause."""

import ast
import re

from tests.support.server import ROOT

CLAUSE = re.compile(r"(What|Who|Which|How|Whether|When|Of what|Nobody|That which|All that|Where)\b")


def test_no_docstring_opens_with_a_clause() -> None:
    riddles = []
    for folder in ("element_classifier", "service", "schemas", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                    text = ast.get_docstring(node) or ""
                    if CLAUSE.match(text):
                        riddles.append(f"{path.relative_to(ROOT)}: {text.splitlines()[0]}")
    assert riddles == []
