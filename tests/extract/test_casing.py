"""Copy in capitals gets usual letters, and the claims are those of the same report in small letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.plain import document, lines

from tacitus.extract.casing import classes, is_in_capitals, restored

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

REPORT = (
    "OBOCK, 3 MAY (ZENDA NEWS) -- REBELS FROM KENYA SHELLED A MARKET IN OBOCK ON MONDAY, KILLING FIVE PEOPLE, "
    'COL. PAUL HENTZAU SAID.\n\n   THE ZENDA LIBERATION FRONT (ZLF) DENIED IT.  "WE DID NOT ATTACK THE MARKET," A '
    "ZLF SPOKESMAN SAID IN MARCH.  PRESIDENT HENTZAU MAY GO."
)


@pytest.mark.parametrize(
    ("capitals", "usual"),
    [
        ("SOLDIERS KILLED TWO FARMERS NEAR TARN.", "Soldiers killed two farmers near Tarn."),
        ("THE U.S. ARMY AND NATO LEFT ON MONDAY.", "The U.S. army and NATO left on Monday."),
        ("IT'S A BOMB, SAID GEN. HADDAD. HE LEFT.", "It's a bomb, said Gen. Haddad. He left."),
        ("ATTACKS IN MAY 2019 AND IN MARCH MAY GO ON.", "Attacks in May 2019 and in March may go on."),
        ("PRESIDENT HENTZAU MET THE PRESIDENT.", "President Hentzau met the president."),
        ("THE ZENDA BRIGADE WAS A LARGE BRIGADE.", "The Zenda Brigade was a large brigade."),
        ("TWO MEMBERS OF HURRAS AL-DIN WERE KILLED.", "Two members of Hurras al-Din were killed."),
    ],
)
def test_restored(capitals: str, usual: str) -> None:
    """Names, acronyms, titles before names, months; the first word of a sentence."""
    assert restored(capitals) == usual


def test_the_rest_of_the_text_tells_how_a_word_is_written() -> None:
    """A headline in capitals over a usual text, an acronym in brackets."""
    text = "DARKWOOD REBELS SEIZE THE BRIDGE\n\nThe rebels of Darkwood hold it."
    assert restored(text).startswith("Darkwood rebels seize the bridge\n\nThe rebels")
    assert "ZLF spokesman" in restored(REPORT)


@pytest.mark.parametrize("text", ["NATO and the EU met.", "THE END", "Plain words.", "12:30 – 14:15", ""])
def test_left_as_it_is(text: str) -> None:
    """Usual text, and too little to tell."""
    assert not is_in_capitals(text)
    assert restored(text) == text


@given(st.text(max_size=200))
def test_nothing_moves(text: str) -> None:
    """Whatever the text, each letter stays in its place, in one case or the other."""
    for given_text in (text, text.upper(), REPORT + text):
        after = restored(given_text)
        assert len(after) == len(given_text)
        assert all(a == b or a.casefold() == b.casefold() for a, b in zip(after, given_text, strict=True))


def test_claims_of_copy_in_capitals(reader: Reader) -> None:
    """The same claims as from the small letters; names in usual letters, evidence in the letters of the text."""
    reading = reader.read(document(REPORT))
    usual = reader.read(document(restored(REPORT)))
    assert lines(reading) == lines(usual)
    assert any("shelling | actor=Rebels" in line for line in lines(reading))
    assert all(span.of(reading.document.text).isupper() for claim in reading.claims for span in claim.evidence)
    assert reading.document.text == REPORT


def test_the_list_is_small_and_holds_words_alone() -> None:
    """Under 300 kB, each word once, in small letters."""
    words = [word for group in classes().values() for word in group]
    assert len(words) == len(set(words)) > 10_000
    assert sum(map(len, words)) < 300_000
    assert all(word.isalpha() and word.islower() for word in words)
