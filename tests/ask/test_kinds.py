"""What kind of people are counted, by the words for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.ask.kinds import PEOPLE, is_further, kind_of, without_number
from tacitus.ask.words import kinds, word_set


@pytest.mark.parametrize(
    ("who", "bare"),
    [
        ("At least nine civilians", "civilians"),
        ("more than 1,200 people", "people"),
        ("dozens of traders", "traders"),
        ("up to two of the guards", "guards"),
        ("8th Brigade", "Brigade"),
        ("civilians", "civilians"),
        ("civilians of nine villages", "civilians of nine villages"),
        ("a", ""),
        ("", ""),
    ],
)
def test_without_number(who: str, bare: str) -> None:
    """Quantities are taken from the front alone."""
    assert without_number(who) == bare


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("people", PEOPLE),
        ("dead", PEOPLE),
        ("", PEOPLE),
        ("civilians", "civilians"),
        ("Villagers", "civilians"),
        ("civilians and children", "civilians"),
        ("children", "civilians/children"),
        ("women and children", "civilians/children and women"),
        ("fishermen", "civilians/fishermen"),
        ("teacher", "civilians/teacher"),
        ("militants", "fighters"),
        ("soldiers", "forces"),
        ("policemen", "forces/police"),
        ("soldiers and policemen", "forces"),
        ("soldiers and rebels", PEOPLE),
        ("children and militants", PEOPLE),
        ("people from the village of traders", PEOPLE),
        ("soldiers, some of them children", "forces"),
        ("soldiers with rebels", "forces"),
        ("beekeepers", "people/beekeepers"),
        ("local officials", "people/local officials"),
        ("local officials of Orvand", "people/local officials"),
    ],
)
def test_kinds(who: str, kind: str) -> None:
    """What stands before "of", "from" and commas counts; two kinds of one top are that top's, of two tops nobody's."""
    assert kind_of(who) == kind


def test_one_and_many_are_one_kind() -> None:
    """A trader and traders."""
    pairs = [(word, word.removesuffix("s")) for word in kinds("people_kinds.tsv")["civilians/*"] if word.endswith("s")]
    assert pairs
    assert all(kind_of(many) == kind_of(one) for many, one in pairs)


@given(st.sampled_from(sorted(word_set("quantities.tsv"))), st.sampled_from(["civilians", "guards", "local officials"]))
def test_numbers_do_not_change_the_kind(number: str, who: str) -> None:
    """Any word of quantity before them is taken away."""
    assert without_number(f"{number.title()} {who}") == who


@given(st.text(max_size=60))
def test_any_words_have_a_kind(who: str) -> None:
    """A kind of the list, or people with words for some of them."""
    tops = {kind.split("/")[0] for kind in kinds("people_kinds.tsv")} | {PEOPLE}
    assert kind_of(who).split("/")[0] in tops


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("six more people", True),
        ("another soldier", True),
        ("three others", True),
        ("more than six people", False),
        ("more people than before", True),
        ("six people", False),
        ("", False),
        ("more", True),
    ],
)
def test_further_people(who: str, *, expected: bool) -> None:
    """Counted beside others; "more than" only counts."""
    assert is_further(who) is expected
