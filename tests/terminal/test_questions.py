"""What `tacitus ask` prints: who says so and who denies it, apart; what was not understood; what is not held."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import front, wire

from tacitus.ask.question.answer import answer
from tacitus.ask.question.pattern import Hole, Pattern, Understood
from tacitus.ledger.memory import MemoryStore
from tacitus.terminal import questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import View

SHELLED = Pattern(Hole.WHO, ("shelling",), (("place", "Mirzakh"),))
ASKED = Understood("Who shelled Mirzakh?", SHELLED, ("asked for: who",))


@pytest.fixture
def view() -> Iterator[View]:
    """Yield a ledger with the wire's report and the denial of the group."""
    with closing(MemoryStore()) as store:
        with store.writer() as writer:
            for reading in (wire(), front()):
                writer.record(reading, datetime(2026, 1, 1, tzinfo=UTC))
        yield store.view()


def _lines(pattern: Pattern, view: View) -> list[str]:
    return list(questions.told(Understood("?", pattern, ("asked for: it",)), answer(view, pattern)))


def test_a_denial_is_told_as_one(view: View) -> None:
    """The value nobody gives is only denied, by whom and in which words."""
    told = _lines(SHELLED, view)
    assert told[:3] == ["Read as asked for: it", "", "Highland Front (also HF) · 1 article · 1 origin · only denied"]
    assert told[3].startswith(
        "  - Highland Front, in Front channel of 2023-05-17, denied: “The Highland Front (HF) denied"
    )
    assert told[3].endswith("]")


def test_a_number_with_who_says_so(view: View) -> None:
    """One line a claim: the speaker, the report, how surely, the words, the id."""
    told = _lines(Pattern(Hole.KILLED, ("shelling",), (("place", "Mirzakh"),)), view)
    assert told[2] == "31 · 1 article · 1 origin"
    assert told[3].startswith("  + hospital, in Meridian of 2023-05-15, stated: “Shells hit the market of Mirzakh")


def test_a_verdict_is_one_on_the_reports(view: View) -> None:
    """And says so."""
    roles = (("actor", "HF"), ("place", "Mirzakh"))
    assert "Verdict of the reports: denied" in _lines(Pattern(Hole.WHETHER, ("shelling",), roles), view)


def test_nothing_held(view: View) -> None:
    """A name that nobody has, with near ones; or no claim at all."""
    told = _lines(Pattern(Hole.WHO, ("leads",), (("target", "Hillside Front"),)), view)
    assert told[1:] == ["The ledger holds nothing on 'Hillside Front'. Nearest: Highland Front."]
    told = _lines(Pattern(Hole.WHO, ("leads",), (("target", "Highland Frond"),)), view)
    assert told[1] == "Read 'Highland Frond' as 'Highland Front'"
    told = _lines(Pattern(Hole.WHO, ("leads",), (("target", "HF"),)), view)
    assert told[1:] == ["The ledger holds nothing on this question: no claim fits."]


def test_what_was_not_understood() -> None:
    """What was, what was not, and what to do."""
    told = list(questions.told(Understood("Is HF lying?", None, ("name: HF",), ("lying",)), None))
    assert told[:3] == ["The question could not be read.", "Understood: name: HF", "Not understood: lying"]


def test_json_has_everything(view: View) -> None:
    """Values with their claims and denials, each with its quotes; null where there is no verdict."""
    found = questions.to_object(ASKED, answer(view, SHELLED))
    assert (found["question"], found["read"], found["asked_for"], found["verdict"]) == (
        "Who shelled Mirzakh?",
        True,
        "who",
        None,
    )
    (value,) = found["values"]
    assert (value["value"], value["names"], value["claims"]) == ("Highland Front", ["HF"], [])
    assert value["denials"][0]["quotes"] == ["The Highland Front (HF) denied that it shelled Mirzakh"]
    unread = questions.to_object(Understood("Why?", None, (), ("why",)), None)
    assert unread == {"question": "Why?", "read": False, "understood": [], "not_understood": ["why"]}
