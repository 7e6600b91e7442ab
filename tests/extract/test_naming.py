"""Names as keys: one name in several spellings, shorter forms, acronyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.extract import naming


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hay’at Tahrir al-Sham", "Hay'at Tahrir al-Sham"),
        ("the Zenda Front", "Zenda Front"),
        ("U.S. Central Command", "US Central Command"),
        ("CENTCOM’s", "Centcom"),
        ("Cúcuta Front", "Cucuta Front"),
        ("al-Qaeda", "Al Qaeda"),
        ("ISIS'", "ISIS"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    """Marks, case, accents, leading articles and the possessive do not matter."""
    assert naming.key(one) == naming.key(other)


@given(st.text(max_size=30))
def test_a_key_is_made_of_any_text_and_is_settled(text: str) -> None:
    """Keys are lower-case words; the key of a key is itself, unless an article stood inside."""
    key = naming.key(text)
    assert all(word and word == word.casefold() for word in key)
    assert naming.key("the " + text) in (key, naming.key(text), ("the",), ()) or len(key) == 0 or key[0] == "the"


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("HTS", "Hay’at Tahrir al-Sham", True),
        ("SOHR", "Syrian Observatory for Human Rights", True),
        ("ZF", "Zenda Front", True),
        ("UN", "African Union", False),
        ("Z", "Zenda", False),
        ("ZFX", "Zenda Front", False),
    ],
)
def test_acronyms(short: str, long: str, fits: bool) -> None:  # noqa: FBT001 - a column of the table
    """The initials, small words in or out; one letter is none."""
    assert naming.is_acronym_of(short, long) is fits


@pytest.mark.parametrize(
    ("text", "looks"), [("HAD", True), ("SoHR", True), ("M23", False), ("Zenda", False), ("U N", False), ("A", False)]
)
def test_what_looks_like_an_acronym(text: str, looks: bool) -> None:  # noqa: FBT001 - a column of the table
    """Mostly capitals, two letters or more, no space."""
    assert naming.looks_like_acronym(text) is looks


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("Rassendyll", "Rudolf Rassendyll", True),
        ("Rudolf Rassendyll", "Rudolf von Rassendyll", True),
        ("al-Qassam", "Abu al-Qassam", True),
        ("Abu", "Abu al-Qassam", False),
        ("Rudolf Rassendyll", "Rudolf Rassendyll", False),
        ("Michael", "Rudolf Rassendyll", False),
    ],
)
def test_shorter_forms_of_a_person(short: str, long: str, fits: bool) -> None:  # noqa: FBT001 - a column of the table
    """A last part, or first and last; a word that begins many names is too little."""
    assert naming.is_part_of_person(naming.key(short), naming.key(long)) is fits


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("Observatory", "Zenda Observatory for Rights", True),
        ("Zenda Observatory", "Zenda Observatory for Rights", True),
        ("Rights", "Zenda Observatory for Rights", False),
        ("Zenda", "Zenda Observatory for Rights", False),
        ("Islamic State", "Islamic State of Ruritania", False),
    ],
)
def test_shorter_forms_of_a_body(short: str, long: str, fits: bool) -> None:  # noqa: FBT001 - a column of the table
    """What stands before "of" or "for", or the generic noun; not where it would name something else."""
    generic = frozenset({"observatory", "council"})
    assert naming.is_short_for_body(naming.key(short), naming.key(long), generic) is fits


def test_generic_words_and_arabic_articles() -> None:
    """A group by its bare name, and a name with and without its article."""
    assert naming.is_same_with_generic(("islamic", "state"), ("islamic", "state", "group"))
    assert not naming.is_same_with_generic(("islamic", "state"), ("islamic", "state", "west", "africa"))
    assert naming.without_article(naming.key("al-Shabaab")) == ("shabaab",)
    assert naming.without_article(naming.key("al-Nur al-Kabir")) == ("al", "nur", "al", "kabir")


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Zenda Front", ("zf",)),
        ("Front for the Liberation of Zenda", ("fftloz", "flz")),
        ("Zenda", ()),
    ],
)
def test_initials_with_and_without_small_words(name: str, initials: tuple[str, ...]) -> None:
    """A name of one word has none."""
    assert naming.initials(naming.key(name)) == initials
    assert all(naming.is_acronym_of(one.upper(), name) for one in initials)


def test_letters_of_an_acronym() -> None:
    """Stops and case do not matter."""
    assert naming.letters("U.N.") == naming.letters("un") == "un"
