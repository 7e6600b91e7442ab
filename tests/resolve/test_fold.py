"""Folded names: which spellings are one, and which are not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.fold import fold, matching


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jund al-Bahr", "JUND AL BAHR"),
        ("Ṣāliḥ", "salih"),
        ("the Tide Front", "Tide Front"),
        ("The the Tide", "Tide"),
        ("U.S. Navy", "US Navy"),
        ("Sana’a", "Sana'a"),
        ("ʿAbd al-Raḥmān", "Abd al-Rahman"),
        ("Weißberg", "WEISSBERG"),
        ("İzmir", "izmir"),
        ("قُتِلَ", "قتل"),
        ("أحمد", "احمد"),
        ("محـــمد", "محمد"),
        ("ﬁrst  Brigade\n", "First Brigade"),
        ("Київ", "КИЇВ"),
        ("13th Division", "13TH division"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    """Case, marks, apostrophes, hyphens, spaces and "the" do not tell names apart."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Thebes", "bes"), ("Brigade 1", "Brigade 11"), ("the", ""), ("...", "***")]
)
def test_two_names(one: str, other: str) -> None:
    """What is left does."""
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    """A key is its own key."""
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_forms_of_unicode_are_one(name: str) -> None:
    """Composed and decomposed text have one key."""
    assert fold(unicodedata.normalize("NFC", name)) == fold(unicodedata.normalize("NFD", name))


def test_the_whole_name_comes_before_its_words() -> None:
    """A name that is there whole means nothing else."""
    keys = ["front", "tide front", "tide front navy"]
    assert matching("Front", keys) == {"front"}
    assert matching("guard tide", keys) == set()
    assert matching("tide navy", keys) == {"tide front navy"}
