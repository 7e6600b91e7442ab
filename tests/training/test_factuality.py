"""Numbers for how surely something happened: from files, onto sentences, from claims."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from training.example import Example
from training.factuality import read, teach, value

if TYPE_CHECKING:
    from pathlib import Path


def test_read_puts_numbers_on_predicates(tmp_path: Path) -> None:
    """A target labels the first word of its span; the others have no number."""
    path = tmp_path / "some.jsonl.gz"
    record = {"text": "They may leave", "targets": [{"span1": [2, 3], "label": -0.75, "span_text": "leave"}]}
    path.write_bytes(gzip.compress((json.dumps(record) + "\n").encode()))
    assert list(read(path)) == [(("They", "may", "leave"), (None, None, "-0.75"))]


def test_teach_joins_equal_sentences() -> None:
    """Every copy of a known sentence gets the numbers; a sentence that nobody has follows by itself."""
    known = Example(("Go", "on"), "ewt", {"upos": ("VERB", "ADV")})
    other = Example(("Stay",), "ewt")
    labelled = [(("Go", "on"), ("1.5", None)), (("Left",), ("3.0",))]
    first, second, third, fourth = teach([known, other, known], labelled, "uds")
    assert first == third
    assert first.tags == {"upos": ("VERB", "ADV"), "factuality": ("1.5", None)}
    assert second == other
    assert fourth == Example(("Left",), "uds", {"factuality": ("3.0",)})


@pytest.mark.parametrize(
    ("certainty", "status", "number"),
    [
        ("stated", "actual", 3.0),
        ("denied", "actual", -3.0),
        ("denied", "planned", -3.0),
        ("stated", "planned", -1.5),
        ("possible", "hypothetical", -1.5),
        ("unknown", "actual", 0.0),
    ],
)
def test_value(certainty: str, status: str, number: float) -> None:
    """Denial is surest; what has not happened yet lies between unknown and denied."""
    assert value({"certainty": certainty, "status": status}) == number


def test_certainties_are_ordered() -> None:
    """Surer words, higher numbers."""
    ordered = ["stated", "probable", "alleged", "possible", "unknown", "denied"]
    values = [value({"certainty": c, "status": "actual"}) for c in ordered]
    assert values == sorted(values, reverse=True)
