"""Masking, whatever the reading: nothing of the person is left, and nothing else has moved or changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tacitus.ledger.check import accepted
from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.document import Block, BlockKind, Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.resolve.fold import fold
from tacitus.resolve.masking import REDACTED, masked, mentions_of, names_in, still_there
from tacitus.resolve.spots import MASK
from tacitus.resolve.worded import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Words of a text, and the entity that they mention.
_PIECES = [
    ("Adan al-Rask", "e1"),
    ("ADAN RASK", "e1"),
    ("Ādan Ra\u0161k", None),
    ("Rask, Adan", "e1"),
    ("Rask", "e1"),
    ("Rask’s", None),
    ("@adanalrask", None),
    ("he", "e1"),
    ("the teacher of Tirsa", "e1"),
    ("Odran Hale", "e2"),
    ("Hale", "e2"),
    ("Rask Brigade", "e3"),
    ("Tirsa", "e4"),
    ("held", None),
    ("said that", None),
    ("hope and Hope", None),
    (".", None),
    ("\n\n", None),
]
_KEPT = {"e2": ("Odran Hale", "Hale"), "e3": ("Rask Brigade",), "e4": ("Tirsa",)}
WORDS = st.lists(st.sampled_from([words for words, _ in _PIECES]), max_size=3).map(" ".join)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Return a reading of a text that is made of such words, with claims on any stretch of it."""
    pieces = draw(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12))
    text, mentions = _composed(pieces)
    names = {"e1": ("Adan al-Rask", *draw(st.sets(st.sampled_from(["Rask", "the teacher"]))))} | _KEPT
    kinds = {"e1": EntityType.PERSON, "e2": EntityType.PERSON, "e3": EntityType.FORCE, "e4": EntityType.PLACE}
    entities = tuple(Entity(id_, kinds[id_], names[id_], tuple(mentions.get(id_, ()))) for id_ in names)
    raw = text.encode()
    document = Document(
        draw(st.sampled_from(["d1", "adan-al-rask"])),
        text,
        sha256_of(raw),
        title=draw(WORDS) or None,
        author=draw(WORDS) or None,
        url=f"https://x.example/{draw(WORDS).replace(' ', '%20')}",
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        raw=raw,
    )
    shown = {e.id: e.name for e in entities}
    claims = [draw(_claims(len(text))) for _ in range(draw(st.integers(0, 3)))]
    return Reading(
        document, entities, tuple(replace(c, id=claim_id(document.sha256, c, shown)) for c in claims), (), "sentences@1"
    )


def _composed(pieces: Sequence[tuple[str, str | None]]) -> tuple[str, dict[str, list[Span]]]:
    text, mentions = "", dict[str, list[Span]]()
    for words, entity in pieces:
        text += " " if text else ""
        if entity:
            mentions.setdefault(entity, []).append(Span(len(text), len(text) + len(words)))
        if words.endswith("of Tirsa"):
            mentions.setdefault("e4", []).append(Span(len(text) + len(words) - 5, len(text) + len(words)))
        text += words
    return text, mentions


@st.composite
def _claims(draw: st.DrawFn, length: int) -> Claim:
    start = draw(st.integers(0, length - 1))
    evidence = (Span(start, draw(st.integers(start + 1, length))),)
    args = (Argument("subject", draw(st.sampled_from(["e1", "e2"]))), Argument("role", draw(WORDS)))
    return Claim("", "leads", args, evidence, source=SourceChain(tuple(draw(st.sets(st.sampled_from(["e1", "e2"]))))))


def _strings(reading: Reading) -> list[str]:
    """Return every string of words of a reading."""
    out: list[str] = []

    def note(text: str) -> str:
        out.append(text)
        return text

    worded(reading, note)
    return out


@given(readings())
def test_nothing_is_left(reading: Reading) -> None:
    """Neither by our own search nor by the ledger's, in no string; nor of the parts that were in use."""
    every = names_in(reading, ["Adan al-Rask"], mentions_of(reading, ["Adan al-Rask"]))
    found = masked(reading, ["Adan al-Rask"])
    assert not still_there(found, every)
    for text in _strings(found):
        for name in ("Adan al-Rask", "Adan Rask", "Rask Adan", "adanalrask"):
            assert f" {fold(name)} " not in f" {fold(text.replace('%20', ' '))} "


@given(readings())
def test_nothing_has_moved(reading: Reading) -> None:
    """Lengths, spans, ids, and every code point that is no mask."""
    found, _ = accepted(masked(reading, ["Adan al-Rask"]))
    old, new = reading.document.text, found.document.text
    assert len(old) == len(new)
    assert all(b in (a, MASK) for a, b in zip(old, new, strict=True))
    assert [replace(c, args=()) for c in found.claims] == [replace(c, args=()) for c in reading.claims]
    assert [e.mentions for e in found.entities] == [e.mentions for e in reading.entities]
    assert found.document.blocks == reading.document.blocks
    assert (found.document.published, found.document.sha256) == (reading.document.published, reading.document.sha256)


@given(readings())
def test_nobody_else_is_masked(reading: Reading) -> None:
    """What has no word of the person's names is as it was; a mention of somebody else stands."""
    found = masked(reading, ["Adan al-Rask"])
    assert [found.entities[at] for at in (1, 3)] == [reading.entities[at] for at in (1, 3)]
    assert found.entities[0].names == (REDACTED,)
    for at in (1, 3):
        for mention in reading.entities[at].mentions:
            assert mention.of(found.document.text) == mention.of(reading.document.text)
    for words in ("held", "said that", "hope and Hope"):
        assert found.document.text.count(words) == reading.document.text.count(words)


@given(readings())
def test_once_is_enough(reading: Reading) -> None:
    """A masked reading speaks of nobody any more; masking it again changes nothing."""
    found = masked(reading, ["Adan al-Rask"])
    assert mentions_of(found, ["Adan al-Rask"]) == ()
    assert masked(found, ["Adan al-Rask"]) is found
    assert found.id != reading.id
