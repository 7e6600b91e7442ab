"""Garbled reports: whatever a scan or a scraper makes of a text, the reader gives claims that quote it, or none."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tacitus.model.document import Document, sha256_of
from tacitus.parts import mentions_of, speech_of, times_of
from tacitus.read.inputs import ReadOptions, read_inputs

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

_EXAMPLES = Path(__file__).parent.parent / "examples"
_NOISE = "()[]\"“”'’-–—,.;:!?\n\t$%&/0123456789éßж中ع\u200f\ufffd"


def _garbled(text: str, chooser: random.Random) -> str:
    """Return the text in capitals, without marks, shuffled, with letters lost, or with noise."""
    words = text.split()
    chooser.shuffle(words)
    return chooser.choice(
        (
            text.upper(),
            text.lower(),
            "".join(c for c in text if c.isalnum() or c == " "),
            " ".join(words),
            "".join(c for c in text if chooser.random() > 0.05),
            "".join(c if chooser.random() > 0.03 else chooser.choice(_NOISE) for c in text),
            text.replace(" ", "\n", 60),
        )
    )


@pytest.mark.parametrize("seed", range(12))
def test_garbled_reports_are_read(reader: Reader, seed: int) -> None:
    """No report makes the reader fail, and every claim has a named entity and words of the text."""
    chooser = random.Random(seed)  # noqa: S311 - no secret
    for report in read_inputs([str(_EXAMPLES)], ReadOptions()):
        if not isinstance(report, Document):
            continue
        text = _garbled(report.text, chooser)
        reading = reader.read(Document("x", text, sha256_of(text.encode())))
        assert all(entity.names for entity in reading.entities)
        assert all(span.of(text) for claim in reading.claims for span in claim.evidence)
        assert all(text[part.head.start : part.head.end] for part in mentions_of(text, reader.engine))
        times = times_of(text, report.published)
        assert all(text[timex.start : timex.end].strip() for part in times for timex in part.timexes)
        said = (span for part in speech_of(text, reader.engine) for span in (*part.source, *part.cue, *part.content))
        assert all(0 <= span.start < span.end <= len(text) for span in said)


def test_a_description_takes_the_name_of_what_it_names(reader: Reader) -> None:
    """A name that only a description ties together is kept as the name of the thing."""
    text = "The group Zenda Front and the town of Strelsau were named. The Zenda Front left."
    names = {name for entity in reader.read(Document("x", text, "0" * 64)).entities for name in entity.names}
    assert any("Zenda Front" in name for name in names)
