"""Plain text: the words stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.model.document import BlockKind
from tacitus.read.parsed import EMPTY, Parsed
from tacitus.read.text import paragraphs, read_text


def parsed(text: str) -> Parsed:
    """Return what is read; it must not be a remark."""
    found = read_text(text)
    assert isinstance(found, Parsed)
    return found


@pytest.mark.parametrize(
    ("opening", "is_title"),
    [
        ("Shells hit the port", True),
        ("قصف على سوق البلدة", True),
        ("Shells hit the port.", False),
        ("Two things happened:", False),
        ("12.30", False),
        ("2 July 2022", False),
        ("Shells hit\nthe port", False),
        ("word " * 50, False),
    ],
)
def test_titles(opening: str, *, is_title: bool) -> None:
    """One short line of words that stands alone and is no sentence."""
    page = parsed(f"{opening}\n\nThe harbour master said so.")
    assert page.title == (opening if is_title else None)
    assert (page.blocks[0].kind is BlockKind.TITLE) == is_title


def test_a_line_alone_is_no_title() -> None:
    """A title has something to stand above."""
    assert parsed("Shells hit the port").title is None


def test_only_line_ends_change() -> None:
    """Not the normal form, not spaces, not the missing last line end."""
    text = "Cafe\u0301  owner\tsaid \r\n\r\n so\rand so"
    assert parsed(text).text == "Cafe\u0301  owner\tsaid \n\n so\nand so"


def test_no_words() -> None:
    """A hundred thousand line ends are still nothing."""
    assert read_text("\r\n" * 100_000) == EMPTY


@given(st.text(alphabet="ab. \t\n\u00a0é\u2028"))
def test_paragraphs_cover_all_words(text: str) -> None:
    """They lie in order, apart, are trimmed, and leave nothing but white space out."""
    rest, end = text, 0
    for span in paragraphs(text):
        words = span.of(text)
        assert end <= span.start
        assert words == words.strip()
        rest = rest[: span.start] + " " * len(span) + rest[span.end :]
        end = span.end
    assert not rest.strip()
