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
        ("Which part of Dura did the coast guard hold", "what did the coast guard hold in Dura"),
        ("Who puts the death toll in Dura at 12", "who says that 12 people were killed in Dura"),
        ("Who counted 15 dead in Dura", "who says that 15 people were killed in Dura"),
        ("With which weapons was the market hit", "which weapons were used against the market"),
        ("Which group is Mira Osk part of", "which group does Mira Osk belong to"),
        ("Which group did the Tide Front become", "what is the Tide Front called now"),
        ("Which group did Mira Osk found", "which group was founded by Mira Osk"),
        ("Were there any fishermen among the dead in Dura", "were fishermen killed in Dura"),
        ("How many of the Tide Front's fighters died", "how many fighters of the Tide Front died"),
        ("Who urged the hospital to open an inquiry", "who called for an inquiry"),
        ("Where does the Tide Front hold territory", "what territory does the Tide Front control"),
        ("Who took part in the raid on Dura", "who carried out the raid on Dura"),
        ("Who is said to have shelled Dura", "who shelled Dura"),
        ("Who is said to have been killed in Dura", "who is killed in Dura"),
        ("Near which village were soldiers attacked", "where were soldiers attacked"),
        ("Did the TF pledge allegiance to the North Guard", "did the TF pledge to the North Guard"),
        ("Since when is the TF called Tide Union", "when did the TF become Tide Union"),
        ("When did A and B launch joint attacks on Dura", "when did A and B attack on Dura"),
        (
            "How many people were wounded by the shelling of Dura",
            "how many people were wounded in the shelling of Dura",
        ),
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
