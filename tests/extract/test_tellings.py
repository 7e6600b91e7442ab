"""The times that a text tells, and those that an event without one may have."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document

from tacitus.extract import scene as scenery
from tacitus.extract import tellings
from tacitus.extract.contract import Draft
from tacitus.model.ontology import Certainty, Status
from tacitus.model.when import When
from tacitus.pipeline import default_steps

if TYPE_CHECKING:
    from tacitus.extract.layers import Frame
    from tacitus.extract.tellings import Story
    from tacitus.pipeline import Reader

TEXT = (
    "Gunmen attacked a police post near Zenda on Monday.\n\n"
    "They killed three officers. Rebels shelled Hentzau on 3 March 2019."
)


@pytest.fixture(scope="module")
def draft(reader: Reader) -> Draft:
    """Return the draft of the text as it comes to the step."""
    return told(reader, TEXT)


def told(reader: Reader, text: str) -> Draft:
    """Return the draft of a text before its story is read."""
    out = Draft(document(text), sentences=reader.engine.analyse(text))
    for step in default_steps():
        if step.name == "story":
            break
        out = step.extract(out)
    return out


def story(draft: Draft) -> Story:
    """Return the times of a draft."""
    return tellings.read(draft, scenery.scenes(draft))


def undated(draft: Draft) -> Frame:
    """Return the first event that is told without a time."""
    return next(f for f in draft.frames if tellings.is_undated(f))


def test_each_sentence_has_its_times_with_the_events_of_then(draft: Draft) -> None:
    """The attack was on Monday, the shelling years before; the killing has no words of its own."""
    found = [[(str(t.when), t.anchor, [f.type for f in t.frames]) for t in s] for s in story(draft).tellings]
    assert found == [[("2024-05-06", "published", ["attack"])], [], [("2019-03-03", "", ["shelling"])]]


def test_the_story_has_paragraphs_a_main_time_and_a_last_day(draft: Draft) -> None:
    """The first dated event is the main one."""
    made = story(draft)
    assert made.paragraphs == (0, 1, 1)
    assert made.main is not None
    assert made.main.when == When("2024-05-06")
    assert str(made.last) == "2024-05-06"
    assert replace(made, published=None).now == made.last


def test_the_nearest_time_before_comes_first(draft: Draft) -> None:
    """Then what is told after; each time once, with all its tellings."""
    offers = tellings.candidates(undated(draft), story(draft))
    assert [str(t[0].when) for t in offers] == ["2024-05-06", "2019-03-03"]


def test_what_lies_after_publication_has_not_happened(draft: Draft) -> None:
    """A meeting next week dates no killing of this one."""
    early = replace(story(draft), published=When("2024-05-05").earliest)
    assert [str(t[0].when) for t in tellings.candidates(undated(draft), early)] == ["2019-03-03"]


def test_only_a_day_comes_from_another_sentence(reader: Reader) -> None:
    """What is told of a month or of years may hold of much; in the sentence itself it may be the event's."""
    made = told(reader, "In March 2019 rebels shelled Hentzau. They killed three officers.")
    assert tellings.candidates(undated(made), story(made)) == ()
    there = replace(undated(made), sentence=0)
    assert [str(t[0].when) for t in tellings.candidates(there, story(made))] == ["2019-03"]


@pytest.mark.parametrize(
    "change",
    [
        {"status": Status.PLANNED},
        {"status": Status.HYPOTHETICAL},
        {"certainty": Certainty.DENIED},
        {"type": "leads", "args": ()},
        {"time": When("2024")},
    ],
)
def test_only_what_happened_and_has_no_time_is_undated(draft: Draft, change: dict[str, object]) -> None:
    """Plans, denials, relations and what is dated stay as they are."""
    assert not tellings.is_undated(replace(undated(draft), **change))  # type: ignore[arg-type]  # fields of a frame


def test_the_date_of_publication_is_no_time_of_the_story(reader: Reader) -> None:
    """A stamp says when it was reported."""
    made = story(told(reader, "Thu May 9 2024 Mine kills four in Zenda. Two officers were wounded in the blast."))
    assert not any(made.tellings)


def test_a_long_text_offers_no_more_than_a_short_one(reader: Reader) -> None:
    """Only the sentences around, the main time and the first words are looked at, so that reading stays linear."""
    days = " ".join(f"Rebels attacked Zenda on {1 + n % 28} {('March', 'April')[n % 2]} 2023." for n in range(60))
    made = told(reader, f"{days} They killed three officers.")
    offers = tellings.candidates(undated(made), story(made))
    assert len(offers) <= tellings.BACK + tellings.AHEAD + 2
