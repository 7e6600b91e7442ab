"""Bytes to text: encodings, repairs, and what is no text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.read.decode import Decoded, decode, mend
from tacitus.read.parsed import EMPTY, Remark

RUSSIAN = "Армия заявила в понедельник, что трое солдат погибли при обстреле города. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    """Found by mark, or by where the NUL bytes stand; without a doubt."""
    text = "Three men died near Bíldudalur – on Monday."
    assert decode(text.encode(encoding)) == Decoded(text)


def test_a_guessed_encoding_is_doubted() -> None:
    """The text is right, and the user is told to check it."""
    found = decode(RUSSIAN.encode("cp1251"))
    assert isinstance(found, Decoded)
    assert found.text == RUSSIAN
    assert "cp1251" in found.remarks[0].message


def test_a_declared_encoding_is_believed() -> None:
    """Where it fits, and the bytes are no UTF-8."""
    raw = "Kämpfe an der Brücke".encode("cp1252")
    assert decode(raw, "windows-1252") == Decoded("Kämpfe an der Brücke")
    assert decode("Brücke".encode(), "windows-1252") == Decoded("Brücke")


@pytest.mark.parametrize("declared", ["no-such-thing", "punycode", "rot13", "hex"])
def test_a_declared_encoding_that_is_none(declared: str) -> None:
    """Is passed over."""
    found = decode(RUSSIAN.encode("cp1251"), declared)
    assert isinstance(found, Decoded)
    assert found.text == RUSSIAN


def test_a_few_broken_bytes() -> None:
    """UTF-8 that is cut in the middle of a letter is still UTF-8, with a remark."""
    words = RUSSIAN.strip(" .")
    found = decode(words.encode()[:-1])
    assert isinstance(found, Decoded)
    assert found.text == words[:-1] + "\ufffd"
    assert "Broken characters in it (1)" in found.remarks[0].message


def test_nul_characters_are_replaced_one_for_one() -> None:
    """Offsets stay, and the user is told."""
    found = decode(b"The army\0 said so.")
    assert isinstance(found, Decoded)
    assert found.text == "The army\ufffd said so."
    assert "NUL characters in it (1)" in found.remarks[0].message


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"%PDF-1.7\nx", "PDF"),
        (b"PK\x03\x04x", "ZIP"),
        (b"\x89PNG\r\n\x1a\nx", "PNG"),
        (b"\x00\x00\x00\x20ftypmp42", "MP4"),
        (b"\0" * 500, "binary"),
        (b"ab\0\0\0\0cd\0\0\0", "binary"),
        (random.Random(4).randbytes(5000), "binary"),  # noqa: S311 - no secret
    ],
)
def test_no_text(raw: bytes, word: str) -> None:
    """Known formats are named; the rest is binary data."""
    found = decode(raw)
    assert isinstance(found, Remark)
    assert word in found.message


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n"])
def test_nothing(raw: bytes) -> None:
    """An empty file is said to be empty."""
    assert decode(raw) == EMPTY


@given(st.binary())
def test_any_bytes(raw: bytes) -> None:
    """Whatever comes in, the result can be stored."""
    found = decode(raw)
    if isinstance(found, Decoded):
        found.text.encode()
        assert "\0" not in found.text


@given(st.text(alphabet=st.characters(exclude_categories=[]) | st.sampled_from("\0\ud800\udfff")))
def test_mending_keeps_offsets(text: str) -> None:
    """Every character stays, but those that cannot be stored."""
    mended = mend(text)
    assert len(mended) == len(text)
    assert all(a in {b, "\ufffd"} for a, b in zip(mended, text, strict=True))
