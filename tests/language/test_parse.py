"""Parses: windows are joined to one tree, and each sentence is read by itself."""

from __future__ import annotations

import pytest

from tacitus.language import files
from tacitus.language.encoder import MAX_PIECES, Encoder
from tacitus.language.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    """Return the parser of the package's model."""
    return Parser(files.load(files.bundled_folder()))


def test_one_word_is_a_root(parser: Parser) -> None:
    """The smallest sentence has the smallest tree."""
    parse = parser.parse(["Fled"])
    assert (parse.heads, parse.relations) == ((-1,), ("root",))


def test_only_the_root_is_called_root(parser: Parser) -> None:
    """Exactly one word has no head, and its relation is `root`."""
    parse = parser.parse(["The", "army", "denied", "that", "it", "had", "shelled", "the", "town", "."])
    assert [i for i, head in enumerate(parse.heads) if head < 0] == [
        i for i, relation in enumerate(parse.relations) if relation == "root"
    ]
    assert parse.heads.count(-1) == 1


def test_windows_make_one_tree(parser: Parser) -> None:
    """A sentence beyond the window keeps all its words in one tree; names count from the sentence's beginning."""
    words = ("The rebels left Aleppo on Monday , and " * 40 + "Omar Haddad stayed .").split()
    parse = parser.parse(words)
    assert len(parse.heads) == len(parse.upos) == len(parse.xpos) == len(parse.relations) == len(words)
    assert parse.heads.count(-1) == 1
    assert all(-1 <= head < len(words) and head != at for at, head in enumerate(parse.heads))
    assert any(words[name.start : name.end] == ["Omar", "Haddad"] for name in parse.names)


def test_a_word_of_very_many_pieces_fits_no_less() -> None:
    """A single word never needs more pieces than a window has."""
    encoder = Encoder(files.load(files.bundled_folder()))
    assert max(encoder.width("x" * 120), encoder.width("q" * 100), encoder.width("§" * 100)) <= MAX_PIECES
