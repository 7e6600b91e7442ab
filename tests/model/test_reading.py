"""Documents, entities and readings: ids by content."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tacitus.model.document import Block, BlockKind, Document, document_id, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.span import Span

TEXT = "Fighting resumed.\n\nA burnt bridge."
DOCUMENT = Document(document_id(sha256_of(TEXT.encode())), TEXT, sha256_of(TEXT.encode()))
READING = Reading(DOCUMENT, (), (), reader="mentions@1 events@1")


def test_a_document_without_an_id_is_called_by_its_hash() -> None:
    """16 digits of the SHA-256 of the raw bytes (the hash of nothing is known)."""
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_of(b"") == empty
    assert document_id(empty) == "e3b0c44298fc1c14"


def test_captions_are_the_words_of_caption_blocks() -> None:
    """Other blocks are left out."""
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 17)), Block(BlockKind.CAPTION, Span(19, 34)))
    assert replace(DOCUMENT, blocks=blocks).captions == ("A burnt bridge.",)


def test_the_first_name_is_shown() -> None:
    """An entity is shown by its first name; a reading tells the names of all."""
    front = Entity("e1", EntityType.GROUP, ("Zenda Front", "ZF"))
    assert front.name == "Zenda Front"
    assert replace(READING, entities=(front,)).names() == {"e1": "Zenda Front"}


def test_the_same_bytes_metadata_and_steps_are_the_same_reading() -> None:
    """What was found does not count: the id is known before the claims are."""
    assert READING.id == replace(READING, problems=(Problem("x", "claims", "Broken.", ""),)).id
    assert READING.id == Reading(replace(DOCUMENT, language="en"), (), (), reader=READING.reader).id
    assert READING.id[0] == "r"
    assert len(READING.id) == 17


@pytest.mark.parametrize(
    "change",
    [
        {"id": "other"},
        {"sha256": "1" * 64},
        {"title": "Bridge burnt"},
        {"published": date(2021, 5, 1)},
        {"published_at": "2021-05-01T10:00Z"},
        {"author": "A. Hope"},
        {"outlet": "Strelsau Post"},
        {"url": "https://example.org/1"},
    ],
)
def test_a_corrected_date_or_outlet_is_another_reading(change: dict[str, Any]) -> None:
    """Metadata is part of what was read."""
    assert replace(READING, document=replace(DOCUMENT, **change)).id != READING.id


def test_a_newer_reader_makes_another_reading() -> None:
    """The versions of the steps are part of it, and a field cannot run over into the next."""
    assert replace(READING, reader="mentions@1 events@2").id != READING.id
    one = replace(READING, document=replace(DOCUMENT, author="ab", outlet="c"))
    other = replace(READING, document=replace(DOCUMENT, author="a", outlet="bc"))
    assert one.id != other.id


def test_a_problem_is_one_line() -> None:
    """Place, what is wrong, what to do; without advice no space is left behind."""
    assert str(Problem("a.txt", "read", "It is empty.", "Give a text.")) == "a.txt: It is empty. Give a text."
    assert str(Problem("a.txt", "read", "It is empty.", "")) == "a.txt: It is empty."
