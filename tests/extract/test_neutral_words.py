"""Neutrality in whole sentences: other names and loaded words change nothing but the name.

`neutral.tsv` has the sentences. Under every filler the engine and the rules must make the same claims: types, roles,
certainty, status, speakers, times, counts and evidence; the entity types of one class; a confidence that is close.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document

from tacitus.model.count import Count

if TYPE_CHECKING:
    from tacitus.model.claim import Claim, Value
    from tacitus.model.reading import Reading
    from tacitus.pipeline import Reader

#: How far the confidence of a claim may move with the name of who acts, and with a loaded word.
BY_NAME, BY_WORD = 0.1, 0.02
_ROWS = [line.split("\t") for line in (Path(__file__).parent / "neutral.tsv").read_text(encoding="utf-8").splitlines()]
_SETS = {row[0][1:]: (frozenset(row[1].split()), row[2].split()) for row in _ROWS if row[0].startswith("@")}
_LOADED = next(row[1].split() for row in _ROWS if row[0] == "!")
_SENTENCES = [row for row in _ROWS if row[0] in _SETS]


@dataclass(frozen=True)
class Fillers:
    """What stands in the gaps of a sentence."""

    a: str
    b: str
    loaded: str = ""

    def fill(self, sentence: str) -> str:
        """Return the sentence with a capital at its start and the right article."""
        text = " ".join(sentence.format(A=self.a, B=self.b, x=self.loaded).split())
        text = re.sub(r"\b([Aa])n? (?=[AEIO])", r"\1n ", re.sub(r"\b([Aa])n (?![AEIO])", r"\1 ", text))
        return text[0].upper() + text[1:]

    def blank(self, words: str) -> str:
        """Return words with A and B for the names, without the loaded word and in lower case."""
        for name, filler in (("A", self.a), ("B", self.b)):
            words = re.sub(rf"\b{filler}\b", name, words, flags=re.IGNORECASE)
        if self.loaded:
            words = re.sub(rf"\b{self.loaded} ", "", words, flags=re.IGNORECASE)
        return re.sub(r"^(an?|the) |\ban? (?=[ab]\b)", "", words.lower()).strip()


def swaps(kind: str) -> list[Fillers]:
    """Return the pairs of a set and the same pairs turned round."""
    pairs = [pair.split("/") for pair in _SETS[kind][1]]
    return [Fillers(*names) for a, b in pairs for names in ((a, b), (b, a))]


def told(reader: Reader, kind: str, sentence: str, fillers: Fillers) -> dict[str, float]:
    """Return all that a claim says with blanks for the names, and its confidence."""
    reading = reader.read(document(fillers.fill(sentence)))
    return {_blanked(claim, reading, kind, fillers): claim.confidence or 0.0 for claim in reading.claims}


def _blanked(claim: Claim, reading: Reading, kind: str, fillers: Fillers) -> str:
    entities = {entity.id: entity for entity in reading.entities}

    def plain(value: Value) -> str:
        if isinstance(value, Count):
            return f"{value.min}..{value.max} of {plain(value.who) if value.who else 'nobody'}"
        if not isinstance(value, str) or value not in entities:
            return fillers.blank(str(value))
        names = [fillers.blank(name) for name in entities[value].names]
        side = next((name for name in ("a", "b") if name in names), names[0])
        return f"{side}/{'side' if entities[value].type in _SETS[kind][0] else entities[value].type}"

    return " | ".join(
        (
            claim.type,
            *sorted(f"{arg.role}={plain(arg.value)}" for arg in claim.args),
            "by " + " > ".join(plain(speaker) for speaker in claim.source.speakers),
            f"{claim.time} {claim.certainty} {claim.status}",
            " … ".join(fillers.blank(span.of(reading.document.text)) for span in claim.evidence),
        )
    )


def same(readings: list[dict[str, float]], tolerance: float) -> None:
    """Check that all readings make the same claims about as surely."""
    first = readings[0]
    assert first, "nothing is read"
    for other in readings[1:]:
        assert other == pytest.approx(first, abs=tolerance)


def rows(gap: str) -> list[object]:
    """Return set and sentence for each sentence with or without a gap for a loaded word, marked if known to fail."""
    return [
        pytest.param(
            row[0], row[1], id=row[1], marks=[pytest.mark.xfail(reason=row[2], strict=True)] if len(row) > 2 else []
        )
        for row in _SENTENCES
        if ("{x}" in row[1]) == (gap == "{x}")
    ]


@pytest.mark.parametrize(("kind", "sentence"), rows("{A}"))
def test_names_do_not_matter(reader: Reader, kind: str, sentence: str) -> None:
    """Either side may do it to the other: the claims are the same."""
    same([told(reader, kind, sentence, fillers) for fillers in swaps(kind)], BY_NAME)


@pytest.mark.parametrize(("kind", "sentence"), rows("{x}"))
def test_loaded_words_do_not_matter(reader: Reader, kind: str, sentence: str) -> None:
    """Praise and blame before a side, or before what it does, change nothing, whichever side it is."""
    for names in swaps(kind)[:4]:
        readings = [told(reader, kind, sentence, Fillers(names.a, names.b, word)) for word in _LOADED]
        same(readings, BY_WORD)


def test_there_are_enough_sentences() -> None:
    """At least forty hold, and few are known to fail."""
    failing = [row[1] for row in _SENTENCES if len(row) > 2]
    assert len(_SENTENCES) - len(failing) >= 40
    assert len(failing) <= 6
