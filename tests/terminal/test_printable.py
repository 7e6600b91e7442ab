"""Text that is safe to print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.terminal.printable import one_line, printable


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\ud800", "\x00", "\r"])
def test_unsafe_code_points_are_replaced(char: str) -> None:
    """Terminal commands, direction marks and broken code points do not reach the terminal."""
    assert printable(f"a{char}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["Ansar al-Tawḥid", "أنصار التوحيد", "line\nline\ttab", "naïve — “quote”"])
def test_writing_stays(text: str) -> None:
    """Letters of all scripts, line ends and tabs are left alone."""
    assert printable(text) == text


@given(st.text(st.characters()))
def test_one_line_can_be_written(text: str) -> None:
    """The result is one line that any UTF-8 stream takes."""
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    line.encode("utf-8")
