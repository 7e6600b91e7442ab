"""An event told without a time takes that of its story, or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.plain import PUBLISHED, document

from tacitus.extract import scene as scenery
from tacitus.extract import tellings
from tacitus.extract.confidence import roles
from tacitus.extract.contract import Draft
from tacitus.extract.lexicon import rows
from tacitus.extract.story import StoryTime, likelihood
from tacitus.extract.story_features import features, path, place
from tacitus.model.ontology import Kind, kind_of
from tacitus.model.when import When

if TYPE_CHECKING:
    from tacitus.extract.layers import Frame
    from tacitus.pipeline import Reader

RAID = "Soldiers raided a camp near Zenda on Tuesday, police said.\nThe soldiers arrested two men."
#: Sentences without any words of time.
TIMELESS = (
    "Gunmen attacked a police post near Zenda.",
    "The attackers killed three officers.",
    "Rebels shelled the market.",
    "Two farmers were wounded in the blast.",
    "Rudolf Rassendyll leads the Zenda Front.",
    "Police arrested a man who had fled Hentzau.",
)


def dated(reader: Reader, text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None, str]]:
    """Return type, time and anchor of the claims of a text."""
    return [(c.type, str(c.time) if c.time else None, c.anchor) for c in reader.read(document(text, published)).claims]


def test_an_event_takes_the_day_of_its_story(reader: Reader) -> None:
    """The arrest was on the day of the raid; the claim says that the story told so."""
    assert dated(reader, RAID) == [("attack", "2024-05-07", "published"), ("arrest", "2024-05-07", "story")]


def test_a_headline_takes_the_day_that_the_next_sentence_tells(reader: Reader) -> None:
    """What is told first need not be told with its day."""
    found = dated(reader, "A bomb destroyed a bridge near Zenda.\nThe bomb destroyed the bridge on 6 May 2024.")
    assert ("destruction", "2024-05-06", "story") in found


@pytest.mark.parametrize(
    "text",
    [
        f"{RAID} They plan to attack Hentzau.",
        f"{RAID} If they attack Hentzau, nobody will stop them.",
        f"{RAID} The rebels have regularly attacked villages.",
        f"{RAID} Rudolf Rassendyll leads the Zenda Front.",
        "Thu May 9 2024 Mine kills four in Hentzau. A car bomb killed four people in Hentzau.",
        "On 3 June 1994 rebels burned a mill in Strelsau.\n\nThe group has attacked villages.",
    ],
)
def test_what_is_no_part_of_the_story_stays_without_a_time(reader: Reader, text: str) -> None:
    """Plans, conditions, habits, relations, what the date of publication stands over, and what is long past."""
    *_, last = dated(reader, text)
    assert last[1:] == (None, "")


def test_the_words_of_the_claim_stay_as_they_are(reader: Reader) -> None:
    """The time comes from elsewhere; the evidence is still the sentence of the event."""
    arrest = reader.read(document(RAID)).claims[-1]
    assert [span.of(RAID) for span in arrest.evidence] == ["The soldiers arrested two men"]


def test_confidence_does_not_count_a_time_that_was_carried() -> None:
    """It says nothing of the rule that made the claim."""
    when = When("2024-05-07")
    assert (roles((), when, "published"), roles((), when, "story"), roles((), None)) == (1, 0, 0)


@given(st.lists(st.sampled_from(TIMELESS), min_size=1, max_size=5), st.sampled_from((" ", "\n\n")))
@settings(max_examples=25)
def test_a_text_without_a_time_dates_nothing(reader: Reader, sentences: list[str], between: str) -> None:
    """Never the day of publication."""
    assert {time for _, time, _ in dated(reader, between.join(sentences))} <= {None}


@given(st.integers(-400, 400))
@settings(max_examples=25)
def test_a_later_report_tells_of_later_days(reader: Reader, days: int) -> None:
    """All that leans on the day of publication moves with it, what was carried too."""
    text = RAID.replace("on Tuesday", "yesterday")
    moved = PUBLISHED + timedelta(days=days)
    yesterday = (moved - timedelta(days=1)).isoformat()
    assert dated(reader, text, moved) == [("attack", yesterday, "published"), ("arrest", yesterday, "story")]


@given(st.lists(st.sampled_from((*TIMELESS, "Rebels will attack Hentzau on 12 May 2024.", RAID)), max_size=6))
@settings(max_examples=25)
def test_nothing_that_happened_lies_after_publication(reader: Reader, sentences: list[str]) -> None:
    """Whatever stands around it."""
    for claim in reader.read(document(" ".join(sentences))).claims:
        if claim.status == "actual" and claim.time is not None and claim.time.earliest is not None:
            assert claim.time.earliest <= PUBLISHED


def before(reader: Reader, text: str) -> Draft:
    """Return the draft of a text as the step gets it."""
    draft = Draft(document(text), sentences=reader.engine.analyse(text))
    for step in reader.steps:
        if step.name == "story":
            break
        draft = step.extract(draft)
    return draft


def told(frames: tuple[Frame, ...]) -> set[str | None]:
    """Return the times of events."""
    return {str(f.time) if f.time else None for f in frames if kind_of(f.type) is Kind.EVENT}


def test_a_time_must_be_likely_enough(reader: Reader) -> None:
    """Above 1 nothing is; with nothing asked the likeliest is taken, however unlikely."""
    draft = before(reader, RAID)
    assert told(StoryTime(least=2.0).extract(draft).frames) == {"2024-05-07", None}
    assert told(StoryTime(least=0.0).extract(draft).frames) == {"2024-05-07"}


def test_other_weights_decide_otherwise(reader: Reader) -> None:
    """A step with weights of its own asks no file."""
    draft = before(reader, RAID)
    assert told(StoryTime(weights={"bias": -5.0}).extract(draft).frames) == {"2024-05-07", None}
    assert told(StoryTime(weights={"bias": 5.0}).extract(draft).frames) == {"2024-05-07"}


def test_two_times_that_are_as_likely_leave_it_open(reader: Reader) -> None:
    """Nobody guesses between two days; what tells them apart decides."""
    draft = before(reader, f"On 1 May 2024 rebels fled.\n{RAID}")
    assert told(StoryTime(weights={"bias": 5.0}).extract(draft).frames) == {"2024-05-01", "2024-05-07", None}
    decided = StoryTime(weights={"bias": 5.0, "gap": -9.0}).extract(draft)
    assert told(decided.frames) == {"2024-05-01", "2024-05-07"}


def test_what_speaks_for_a_time_is_named(reader: Reader) -> None:
    """The arrest follows in the next line, by the same soldiers, in the past tense."""
    draft = before(reader, RAID)
    story = tellings.read(draft, scenery.scenes(draft))
    event = place(next(f for f in draft.frames if f.type == "arrest"), story)
    (times,) = tellings.candidates(event.frame, story)
    found = features(event, times, story)
    assert {"bias", "past", "main", "recent", "last_told", "known"} <= set(found)
    assert not {"here", "paragraph", "other_actor", "same_type", "old", "ahead"} & set(found)
    assert (found["late"], found["gap"]) == (0.5, 0.2)


def test_every_feature_has_a_weight_that_is_a_number() -> None:
    """The file and the code know the same names."""
    weights = {name: float(value) for name, value in rows("story_time.tsv")}
    assert {"bias", "here", "main", "recent", "same_type", "late", "between"} <= set(weights)
    assert likelihood({"bias": 1.0, "unheard_of": 9.0}, weights) == likelihood({"bias": 1.0}, weights)
    assert likelihood({"bias": 1.0, "recent": 1.0}, weights) > likelihood({"bias": 1.0, "old": 1.0}, weights)


def test_two_words_meet_at_their_governor(reader: Reader) -> None:
    """The way from one to the other goes up and down again."""
    draft = before(reader, "Rebels shelled a market in Zenda on Monday.")
    tree = scenery.scenes(draft)[0].tree
    words = [t.text for t in tree.tokens]
    up, down = path(tree, words.index("market"), words.index("Monday"))
    assert ([words[i] for i in up], [words[i] for i in down]) == (["market"], ["Monday"])
    assert path(tree, words.index("shelled"), words.index("Monday"))[0] == ()


def test_a_frame_whose_trigger_is_no_token_is_still_weighed(reader: Reader) -> None:
    """A step of another package may name an event by any stretch of words."""
    draft = before(reader, RAID)
    odd = tuple(replace(f, trigger=f.evidence[0]) if f.type == "arrest" else f for f in draft.frames)
    done = StoryTime(least=0.0).extract(replace(draft, frames=odd))
    assert told(done.frames) == {"2024-05-07"}
