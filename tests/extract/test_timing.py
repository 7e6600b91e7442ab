"""The time expression of a sentence that belongs to an event, and what it was reckoned from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document

from tacitus.extract import scene as scenery
from tacitus.extract import timing
from tacitus.extract.contract import Draft
from tacitus.extract.layers import TimeMention
from tacitus.extract.times import find_times
from tacitus.model.ontology import Status
from tacitus.model.span import Span
from tacitus.model.when import When

if TYPE_CHECKING:
    from tacitus.extract.scene import Scene
    from tacitus.pipeline import Reader


def scene(reader: Reader, text: str) -> Scene:
    """Return the one sentence of a text with its times."""
    about = document(text)
    draft = Draft(about, sentences=reader.engine.analyse(text), times=find_times(text, about.published))
    (only,) = scenery.scenes(draft)
    return only


def at(scene: Scene, word: str) -> int:
    """Return the index of a word."""
    return next(i for i, t in enumerate(scene.tree.tokens) if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels shelled Zenda on Monday.", "shelled", ("2024-05-06", "published")),
        ("Rebels shelled Zenda on 6 May 2024.", "shelled", ("2024-05-06", "")),
        ("Two farmers died in a raid on Zenda on Monday.", "raid", ("2024-05-06", "published")),
        ("The army said that gunmen struck Zenda on Monday.", "struck", ("2024-05-06", "published")),
        ("Rebels who shelled Zenda fled on Monday.", "shelled", (None, "")),
    ],
)
def test_the_time_hangs_on_the_event_or_on_what_governs_it(
    reader: Reader, text: str, word: str, expected: tuple[str | None, str]
) -> None:
    """Not on a clause beside it; the anchor tells whether publication was asked."""
    here = scene(reader, text)
    when, anchor = timing.of(here, at(here, word), Status.ACTUAL)
    assert (str(when) if when else None, anchor) == expected


def test_a_relation_has_only_a_time_of_its_own(reader: Reader) -> None:
    """What is told of an area on Monday does not say since when it is held."""
    here = scene(reader, "On Monday rebels shelled areas held by the army.")
    assert timing.own(here, at(here, "shelled")).when == When("2024-05-06")
    assert timing.own(here, at(here, "held")) == timing.UNDATED
    since = scene(reader, "Since 2019 the army has controlled Zenda.")
    assert timing.own(since, at(since, "controlled")) == timing.Dated(When("2019/.."), "")


def test_a_time_that_leans_on_another_is_of_the_story(reader: Reader) -> None:
    """Two days later than what was told last; without that it is no time."""
    here = scene(reader, "Two days later rebels shelled Zenda.")
    found = timing.of(here, at(here, "shelled"), Status.ACTUAL, When("2024-05-01"))
    assert found == timing.Dated(When("2024-05-03"), "story")
    assert timing.of(here, at(here, "shelled"), Status.ACTUAL) == timing.UNDATED


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [("", ""), ("published", "published"), ("dateline", "dateline"), ("after", "story"), ("same", "story")],
)
def test_the_anchor_of_the_words_is_that_of_the_event(anchor: str, expected: str) -> None:
    """Those that lean on another time are of the story."""
    mention = TimeMention(Span(0, 6), When("2024-05-06"), anchor)
    assert timing.anchored(mention, mention.when).anchor == expected
    assert timing.anchored(mention, None) == timing.UNDATED


def test_words_of_another_sentence_have_no_head_here(reader: Reader) -> None:
    """Whoever asks gets None."""
    here = scene(reader, "Rebels shelled Zenda on Monday.")
    assert timing.head_of(here.tree, here.times[0]) == at(here, "Monday")
    assert timing.head_of(here.tree, replace(here.times[0], span=Span(500, 506))) is None
