"""What the corpora say about pairs of words: roles, arguments, links and who says what."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.training.sentences import sentence
from tests.training.test_reports import PLAIN
from training.arguments import Placed, arguments, links
from training.example import Example, Pairs
from training.gum_links import teach as teach_links
from training.propbank import teach
from training.reports import reports
from training.score_pairs import PairCounts
from training.spans import by_tree, span_head, speech_tags

from tacitus.language.analysis import Linked

SAID = Example(
    ("Police", "said", "rebels", "fled", "on", "Monday", "."),
    "ewt",
    {"upos": ("NOUN", "VERB", "NOUN", "VERB", "ADP", "PROPN", "PUNCT")},
    (2, 0, 4, 2, 6, 4, 2),
    ("nsubj", "root", "nsubj", "ccomp", "case", "obl", "punct"),
)


def frame(p: int, roleset: str, *args: tuple[int, int, str]) -> dict[str, Any]:
    """Return a frame as the corpus stores it."""
    return {"p": p, "roleset": roleset, "args": [list(one) for one in args]}


def test_frames_of_speech_give_speaker_and_content() -> None:
    """Arguments are taught by their heads; saying has speaker and content, fleeing agent and time."""
    frames = [
        frame(1, "say.01", (0, 0, "ARG0"), (1, 1, "V"), (2, 5, "ARG1")),
        frame(3, "flee.01", (2, 2, "ARG0"), (3, 3, "V"), (4, 5, "ARGM-TMP"), (6, 6, "ARGM-ADV")),
    ]
    one = teach(SAID, frames)
    assert set(one.pairs["roles"].labelled) == {(1, 0, "speaker"), (1, 3, "content"), (3, 2, "agent"), (3, 5, "time")}
    assert one.pairs["roles"].rows == tuple(range(7))
    assert one.tags["cues"] == ("O", "cue", "O", "O", "O", "O", "O")
    assert one.tags["sources"][0] == "B-source"
    assert one.tags["contents"] == ("O", "O", *["content"] * 4, "O")


def test_finding_a_thing_is_no_speech() -> None:
    """Verbs that also have other senses speak with a clause alone."""
    one = teach(SAID, [frame(1, "find.01", (0, 0, "ARG0"), (5, 5, "ARG1"))])
    assert set(one.pairs["roles"].labelled) == {(1, 0, "agent"), (1, 5, "patient")}
    assert "cue" not in one.tags["cues"]


def test_an_attribution_by_the_tree() -> None:
    """The content is the clause below the cue, or the one into which the cue is set."""
    found = by_tree(SAID, 1)
    assert found is not None
    assert (found.sources, found.contents) == (((0, 1),), ((2, 6),))
    set_in = Example(
        ("Rebels", ",", "he", "said", ",", "fled"), "x", {"upos": ("NOUN",) * 6}, (6, 6, 4, 6, 6, 0),
        ("nsubj", "punct", "nsubj", "parataxis", "punct", "root"),
    )  # fmt: skip
    found = by_tree(set_in, 3)
    assert found is not None
    assert (found.sources, found.contents) == (((2, 3),), ((0, 2), (4, 6)))
    assert by_tree(SAID, 3) is None


def test_heads_and_labels() -> None:
    """The head of a span has its governor outside; where nobody speaks every word says so."""
    assert span_head(SAID, 2, 6) == 3
    assert speech_tags(2, []) == {"cues": ("O", "O"), "sources": ("O", "O"), "contents": ("O", "O")}


def rows(*entities: str) -> list[list[str]]:
    """Return GUM's rows of `SAID` with what the last column holds."""
    return [[str(at), word, "", "", "", "", "", "", "", misc] for at, (word, misc) in enumerate(
        zip(SAID.words, entities, strict=True), 1)]  # fmt: skip


def test_gum_says_what_is_one_thing_and_who_says_what() -> None:
    """A later mention is linked to the nearest earlier one; mentions of two kinds are left open."""
    one = teach_links(SAID, rows(
        "Discourse=attribution-positive:1->2:0|Entity=(1-person-new-n-cf1-1-coref)", "_",
        "Discourse=x:2->1|Entity=(1-person-giv-n-cf1-1-coref)", "_", "_", "Entity=(2-time-new-n-cf1-1-sgl)", "_",
    ))  # fmt: skip
    assert one.tags["cues"][1] == "cue"
    assert set(one.pairs["roles"].labelled) == {(1, 0, "speaker"), (1, 3, "content")}
    assert one.pairs["links"].rows == (0, 2, 5)
    assert (2, 0, "same") in one.pairs["links"].labelled
    assert (5, 0, None) in one.pairs["links"].labelled


CLAIM = {
    "type": "attack", "kind": "event", "args": {"actor": ["e1"], "target": ["e2"], "killed": [{"min": 2, "who": "e2"}]},
    "source": ["e3"], "evidence": [[0, 30]],
}  # fmt: skip
LEADS = {
    "type": "leads",
    "kind": "relation",
    "args": {"subject": ["e1"], "object": ["e3"]},
    "source": [],
    "evidence": [[0, 9]],
}


def test_claims_teach_the_nearest_mention() -> None:
    """Other mentions of the entity are open, pronouns too; the innermost speaker is a role."""
    _, one = sentence("Gunmen gunman NOUN 2 nsubj\nhit hit VERB 0 root\nthem they PRON 2 obj\ngunmen gunman NOUN 2 obl")
    placed = [Placed("e1", 0), Placed("e1", 3), Placed("e3", 3)]
    found = arguments(one, placed, {1: [CLAIM]})
    assert found.rows == (1,)
    assert set(found.labelled) == {(1, 0, "actor"), (1, 3, None), (1, 2, None)}


def test_relations_link_mentions() -> None:
    """Subject to object; two mentions of one entity are the same."""
    _, one = sentence("Omar Omar PROPN 2 nsubj\nleads lead VERB 0 root\nHorde Horde PROPN 2 obj\nOmar Omar PROPN 2 obl")
    found = links(one, [Placed("e1", 0), Placed("e3", 2), Placed("e1", 3)], [LEADS])
    labels = {(a, b): label for a, b, label in found.labelled}
    assert labels[0, 2] == "leads" or labels[3, 2] == "leads"
    assert labels[3, 0] == "same"
    assert found.rows == (0, 2, 3)


def test_pairs_are_counted() -> None:
    """Open pairs and words of which nothing is known do not count; a label below the bar is none."""
    known = Pairs((1,), ((1, 0, "agent"), (1, 2, "patient"), (1, 3, None), (4, 0, "agent")))
    counts = PairCounts()
    found = [
        (1, 0, "agent", 0.9),
        (1, 2, "agent", 0.9),
        (1, 3, "agent", 0.9),
        (4, 0, "agent", 0.9),
        (1, 4, "time", 0.3),
    ]
    counts.add(known, [Linked(*one) for one in found])
    assert (counts.gold, counts.found, counts.common) == ({"agent": 1, "patient": 1}, {"agent": 2}, {"agent": 1})


@pytest.mark.parametrize("seed", range(3))
def test_reports_know_their_own_speech(seed: int) -> None:
    """Every made-up report says who says what, or that nobody does; its pairs point at its words."""
    for one in reports([PLAIN] * 60, random.Random(seed)):  # noqa: S311 - no secret
        assert len(one.tags["cues"]) == len(one.tags["sources"]) == len(one.tags["contents"]) == len(one.words)
        for first, second, role in one.pairs.get("roles", Pairs((), ())).labelled:
            assert one.tags["cues"][first] == "cue"
            assert role in {"speaker", "content"}
            assert second < len(one.words)
