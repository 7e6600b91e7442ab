"""Numbers in names of units, in figures and words of many languages."""

from __future__ import annotations

import pytest

from tacitus.resolve.prepared import prepared
from tacitus.resolve.units import number_of
from tacitus.resolve.words import plain


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("1st", 1),
        ("2nd", 2),
        ("23rd", 23),
        ("47th", 47),
        ("5e", 5),
        ("12ème", 12),
        ("3º", 3),
        ("44-ya", 44),
        ("3-й", 3),
        ("No.7", 7),
        ("nr12", 12),
        ("10inci", 10),
        ("٣", 3),
        ("۱۲", 12),
        ("0", 0),
        ("9999", 9999),
    ],
)
def test_figures_with_the_endings_of_many_languages(word: str, number: int) -> None:
    """English, French, Spanish, Russian, Turkish, Arabic and Persian figures."""
    assert number_of(word, plain(word)) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [("II", 2), ("III", 3), ("IV", 4), ("VI", 6), ("VIII", 8), ("IX", 9), ("XIV", 14), ("XIX", 19), ("XXXIX", 39)],
)
def test_roman_numbers(word: str, number: int) -> None:
    """In capitals, two letters or more."""
    assert number_of(word, word.lower()) == number
    assert number_of(word.lower(), word.lower()) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("first premier Birinci erste", 1),
        ("second deuxième ثاني ikinci", 2),
        ("third troisième tercera ثالث Третья dritte", 3),
        ("fourth quatrième cuarta", 4),
        ("seventh", 7),
        ("thirteenth", 13),
    ],
)
def test_number_words_of_many_languages(words: str, number: int) -> None:
    """Each of them is the number."""
    assert {number_of(word, plain(word)) for word in words.split()} == {number}


@pytest.mark.parametrize("word", ["I", "V", "X", "IIII", "VX", "XL", "12345", "4x", "Zendan", "", "th", "no"])
def test_what_is_no_number(word: str) -> None:
    """Initials, wrong Roman numbers, too many figures, plain words."""
    assert number_of(word, plain(word)) is None


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("13th Zendan Brigade", {13}),
        ("Thirteenth Zendan Brigade", {13}),
        ("Zendan Brigade No. 13", {13}),
        ("XIV Corps", {14}),
        ("2nd Battalion, 5th Orvand Regiment", {2, 5}),
        ("March 23 Movement", {23}),
        ("Orvand the Third", set()),
        ("Zendan Brigade", set()),
        ("47", set()),
    ],
)
def test_the_numbers_of_names(name: str, numbers: set[int]) -> None:
    """A number word is one beside a unit or month alone; figures alone are the name itself."""
    assert prepared(name).numbers == numbers
