"""Other words for the same question: turned into those that are read best."""

from __future__ import annotations

import pytest

from tacitus.ask.question.rewriting import others, plainer


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("How high was the death toll in Dura", "what was the death toll in Dura"),
        ("How many people lost their lives in Dura", "how many people died in Dura"),
        ("How many of the dead in Dura were fishermen", "how many fishermen were killed in Dura"),
        ("How many fishermen were among the dead in Dura", "how many fishermen were killed in Dura"),
        ("How many men did the Tide Front lose at Dura", "how many men of the Tide Front were killed at Dura"),
        ("How many does the hospital say died in Dura", "according to the hospital, how many died in Dura"),
        ("Are the Tide Front and the North Guard allies", "is the Tide Front allied with the North Guard"),
        ("Are the Tide Front and the North Guard enemies", "is the Tide Front a rival of the North Guard"),
        ("Who fights alongside the Tide Front", "who is allied with the Tide Front"),
        ("Who is the Tide Front's leader", "who is the leader of the Tide Front"),
        ("Who is in charge of the Tide Front", "who leads the Tide Front"),
        ("Who speaks for the Tide Front", "who is the spokesman of the Tide Front"),
        ("Did Mira Osk found the Tide Front", "was the Tide Front founded by Mira Osk"),
        ("Since when has the Tide Front existed", "When was the Tide Front formed"),
        ("Is Dura in the hands of the coast guard", "does the coast guard control Dura"),
        ("Who fired mortars at the market", "who hit the market with mortars"),
        ("Which towns has the Tide Front captured since May", "which towns were captured by the Tide Front since May"),
        ("Are the men members of the Tide Front", "does the men belong to the Tide Front"),
        ("Who leads the Tide Front", "Who leads the Tide Front"),
    ],
)
def test_plainer_words(said: str, plain: str) -> None:
    """What says the same; a plain question stays as it is."""
    assert plainer(said).lower() == plain.lower()


def test_an_order_is_not_turned_into_a_deed() -> None:
    """By whose orders it was cannot be read, and must not be read as who did it."""
    assert plainer("On whose orders was Dura shelled").startswith("why")


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("When was the strike north of Dura", "when did the strike north of Dura happen"),
        ("What was the date of the raid on Dura", "when did the raid on Dura happen"),
        ("Where was the raid on the convoy", "where did the raid on the convoy happen"),
    ],
)
def test_what_may_be_tried(said: str, other: str) -> None:
    """Where a question could not be read, its noun may be what happened."""
    assert other in list(others(said))
