"""What one document tells: its happenings, which of them is its news, and what of them is kept for comparing."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tacitus.model.document import Document, sha256_of
from tacitus.resolve.happening import Happening, happening_in, happening_out
from tacitus.resolve.happenings import happenings

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

STRIKE = """\
Drone strike kills four in Karabash

A drone strike killed four fighters near the town of Karabash on Monday, the army of Orlia said. The drone hit a
pickup truck at a checkpoint, the army said.

It was the third strike since June.

In March, gunmen of the Northern Front abducted twelve engineers in Velimir, 200 kilometres to the south.
"""


def told(reader: Reader, text: str, title: str | None = None) -> tuple[Happening, ...]:
    """Return the happenings of a text of 9 May 2024."""
    document = Document("d1", text, sha256_of(text.encode()), title=title, published=date(2024, 5, 9))
    return happenings(reader.read(document))


def test_one_document_tells_several_happenings(reader: Reader) -> None:
    """The strike of Monday and the abduction of March are two; each claim belongs to one of them."""
    found = told(reader, STRIKE)
    strike, abduction = (next(h for h in found if kind in h.types) for kind in ("airstrike", "abduction"))
    assert strike.id != abduction.id
    claims = [claim for one in found for claim in one.claims]
    assert len(claims) == len(set(claims))


def test_the_main_news_is_what_title_and_first_sentences_tell(reader: Reader) -> None:
    """One happening is the news; only it carries the story of the whole document."""
    (lead,) = [h for h in told(reader, STRIKE) if h.is_lead]
    assert "airstrike" in lead.types
    assert lead.killed == (4, 4)
    assert lead.last == date(2024, 5, 6)
    assert any(spot.name == "karabash" for spot in lead.spots)
    assert lead.story
    assert not any(h.story or h.lead for h in told(reader, STRIKE) if not h.is_lead)


def test_a_sum_of_many_actions_is_no_single_one(reader: Reader) -> None:
    """What is the third strike since June speaks of three strikes, and is kept apart from that of Monday."""
    trends = [h for h in told(reader, STRIKE) if h.is_trend]
    assert trends
    assert not any(h.is_lead for h in trends)


@pytest.mark.parametrize(
    ("sentence", "is_trend"),
    [
        ("Rebels shelled the harbour of Velimir on Tuesday.", False),
        ("Rebels have shelled the harbour of Velimir almost daily since January.", True),
        ("Rebels shelled the harbour of Velimir repeatedly over the past three weeks.", True),
        ("The army carried out dozens of airstrikes on Karabash.", True),
    ],
)
def test_a_trend_is_told_by_time_or_words(reader: Reader, sentence: str, is_trend: bool) -> None:  # noqa: FBT001
    """A long time, or words that sum up, make a trend; one day makes a single event."""
    found = told(reader, sentence)
    assert {h.is_trend for h in found} == {is_trend}


def test_a_text_without_events_tells_nothing(reader: Reader) -> None:
    """No claim, no happening; nothing is invented."""
    assert told(reader, "The weather was fine.") == ()


def test_a_reading_gives_the_same_happenings_again(reader: Reader) -> None:
    """Ids and parts are those of the text alone."""
    assert told(reader, STRIKE) == told(reader, STRIKE)


def test_happenings_travel_as_json(reader: Reader) -> None:
    """What is written out comes back the same, and no sentence of the text is in it."""
    for one in told(reader, STRIKE, "Drone strike kills four"):
        written = json.dumps(happening_out(one))
        assert happening_in(json.loads(written)) == one
        assert "pickup truck at a checkpoint" not in written


def test_a_bare_happening_travels_too() -> None:
    """What is unknown is left out, and comes back as unknown."""
    one = Happening("h1", "d1", ("c1",), ("attack",))
    assert happening_out(one) == {"id": "h1", "document": "d1", "claims": ["c1"], "types": ["attack"]}
    assert happening_in(happening_out(one)) == one
