"""Names made ready for comparison: their words, numbers, acronyms and brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.prepared import prepared


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Zendan Brigade", ["zendan word", "brigade echelon"]),
        ("Orvand Army of the North", ["orvand word", "army head", "north content"]),
        ("Abu Zendan", ["abu kunya", "zendan word"]),
        ("Abd al-Rahim Orvand", ["abd abd", "rahim word", "orvand word"]),
        ("Muhammad Orvand", ["muhammad given", "orvand word"]),
        ("Sheikh Zendan", ["sheikh honour", "zendan word"]),
        ("General Orvand Zendan", ["orvand word", "zendan word"]),
        ("Colonel", ["colonel title"]),
        ("Orvand bin Zendan", ["orvand word", "zendan word"]),
        ("لواء الزندان", ["lwa echelon", "zndan word"]),
        ("Бригада Ковыль", ["brigada echelon", "kovyl word"]),
        ("March 23 Movement", ["march month", "movement head"]),
        ("Orvand Zendan Junior", ["orvand word", "zendan word", "junior kin"]),
        pytest.param("Orvand Zendan Jr", ["orvand word", "zendan word", "jr kin"]),
        ("Karsian Zendan Front", ["karsian word", "zendan word", "front head"]),
        ("Syrian Zendan Front", ["syrian place", "zendan word", "front head"]),
    ],
)
def test_words_and_what_they_are(name: str, kinds: list[str]) -> None:
    """Articles, particles, numbers and titles are left out, unless there is nothing else."""
    assert [f"{t.plain} {t.kind}" for t in prepared(name).tokens] == kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("13th Zendan Brigade", "Thirteenth Zendan Brigade"),
        ("Zendan Front", "the al-Zendan FRONT"),
        ("Orvand Zendan", "Gen. Orvand az-Zendan"),
        ("Abdulrahim Orvand", "Abd al-Rahim Orvand"),
        ("Sa'ad Zendan", "Saad Zendan"),
        ("Zendan Front", "Zendan Front (ZF)"),
        ("Orvánd Zendán", "Orvand Zendan"),
    ],
)
def test_spellings_of_one_key(one: str, other: str) -> None:
    """What hardly differs has one key."""
    assert prepared(one).key == prepared(other).key


@pytest.mark.parametrize(
    ("name", "acronyms", "qualifiers"),
    [
        ("Tide Liberation Front (TLF)", {"TLF"}, ()),
        ("Tide Liberation Front [TLF", {"TLF"}, ()),
        ("Harakat al-Zendan (HZ)", {"HZ"}, ()),
        ("Al-Zendan (Karsia)", set(), ("Karsia",)),
        ("Zendan Front (PKQ)", set(), ("PKQ",)),
        ("Zendan Front (ZF) (North)", {"ZF"}, ("North",)),
        ("TLF", {"TLF"}, ()),
        ("T.L.F.", {"TLF"}, ()),
        ("TLF-M", {"TLF-M"}, ()),
        ("Zendan", set(), ()),
        ("(Zendan)", set(), ()),
    ],
)
def test_brackets(name: str, acronyms: set[str], qualifiers: tuple[str, ...]) -> None:
    """Its own acronym is another name; whatever else stands there qualifies the name."""
    found = prepared(name)
    assert found.acronyms == acronyms
    assert found.qualifiers == qualifiers


@pytest.mark.parametrize(
    ("name", "is_body"),
    [
        ("Zendan Brigade", True),
        ("Army of Orvand", True),
        ("13 Orvand", True),
        ("كتيبة الزندان", True),
        ("Orvand Zendan", False),
        ("Abu Zendan", False),
        ("", False),
    ],
)
def test_what_is_surely_no_person(name: str, *, is_body: bool) -> None:
    """A kind of body or a number says it."""
    assert prepared(name).is_body is is_body


def test_an_honour_behind_a_name_is_half_of_it() -> None:
    """Before the name it says next to nothing."""
    before, behind = prepared("Khan Orvand").tokens[0], prepared("Orvand Khan").tokens[1]
    assert before.kind == behind.kind == "honour"
    assert before.weight < 0.1 < behind.weight


def test_scripts_without_vowels_are_marked_word_by_word() -> None:
    """A name may be of two scripts."""
    assert [t.is_vowelless for t in prepared("Zendan الزندان").tokens] == [False, True]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("Zendan Front", "Jabhat Orvand", True),
        ("Zendan Front", "Zindan Army", True),
        ("Zendans Front", "Zendan Army", True),
        ("Tide Liberation Front (TLF)", "TLF", True),
        ("Abu Zendan", "Abu Orvand", False),
        ("Abd al-Zendan", "Abd al-Orvand", False),
        ("Orvand Zendan", "Kesh Talvo", False),
    ],
)
def test_hooks(one: str, other: str, *, meet: bool) -> None:
    """Names with a word, a meaning or an acronym in common hang on one hook; "father of" is none."""
    assert bool(prepared(one).hooks & prepared(other).hooks) is meet


def test_a_text_is_read_to_its_two_hundredth_letter() -> None:
    """What is longer is no name."""
    long = "Zendan " * 40
    assert prepared(long) == prepared(long[:200])
    assert len(prepared(long).tokens) <= 29


@given(st.text(max_size=30))
def test_any_text_can_be_made_ready(name: str) -> None:
    """No text stops the reader, and each word weighs between nothing and one."""
    found = prepared(name)
    assert all(0 <= t.weight <= 1 for t in found.tokens)
    assert len(found.key) == len(found.tokens) + len(found.numbers)
