"""Which happenings are compared: never all with all, and never in one direction alone."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.blocks import blocks, sought
from tacitus.resolve.happening import Happening
from tacitus.resolve.rare_words import weighted

DAY = date(2024, 5, 9)
TEXTS = ("Bomb at Velimir market", "Blast in Velimir market kills nine", "Rebels seize Karabash bridge", "Bomb alarm")


def told(text: str, day: date | None, *, is_lead: bool = True, event: date | None = None) -> Happening:
    """Return an account of these words, published on a day."""
    words = weighted([text], 30)
    story = words if is_lead else ()
    return Happening(
        "h1", "d1", ("c1",), ("attack",), is_lead, first=event, last=event, published=day, words=words, story=story
    )


def are_compared(one: Happening, other: Happening) -> bool:
    """Tell whether one is found among those worth comparing with the other."""
    return bool(sought(one) & blocks(other))


@given(
    *(
        st.builds(
            told,
            st.sampled_from(TEXTS),
            st.one_of(st.none(), st.integers(-80, 80).map(lambda days: DAY + timedelta(days=days))),
            is_lead=st.booleans(),
            event=st.one_of(st.none(), st.integers(-80, 80).map(lambda days: DAY + timedelta(days=days))),
        )
        for _ in range(2)
    )
)
def test_who_finds_is_found(one: Happening, other: Happening) -> None:
    """Whichever of two comes first, they meet or they do not."""
    assert are_compared(one, other) == are_compared(other, one)


def test_two_rare_words_bring_accounts_together() -> None:
    """Velimir and its market; a bridge elsewhere has nothing of them."""
    assert are_compared(told(TEXTS[0], None), told(TEXTS[1], None))
    assert not are_compared(told(TEXTS[0], None), told(TEXTS[2], None))


def test_one_rare_word_is_enough_on_one_day() -> None:
    """Reports of the same two days share less before they are compared; undated ones need two words."""
    assert are_compared(told(TEXTS[0], DAY), told(TEXTS[3], DAY + timedelta(days=2)))
    assert not are_compared(told(TEXTS[0], DAY), told(TEXTS[3], DAY + timedelta(days=9)))
    assert not are_compared(told(TEXTS[0], None), told(TEXTS[3], None))


def test_reports_of_other_months_are_not_compared() -> None:
    """The same words half a year later tell of something else; an undated report could be of either."""
    later = told(TEXTS[1], DAY + timedelta(days=180))
    assert not are_compared(told(TEXTS[0], DAY), later)
    assert are_compared(told(TEXTS[0], None), later)


def test_background_is_filed_by_its_own_day() -> None:
    """A report of next year that looks back meets the reports of then, by the day of the event or by no day."""
    then = told(TEXTS[0], DAY)
    year_on = DAY + timedelta(days=365)
    assert are_compared(told(TEXTS[1], year_on, is_lead=False, event=DAY), then)
    assert are_compared(told(TEXTS[1], year_on, is_lead=False), then)
    assert not are_compared(told(TEXTS[1], year_on, is_lead=False, event=year_on), then)
