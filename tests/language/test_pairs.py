"""What one word is to another: from scores to links, and from links to who says what."""

from __future__ import annotations

import numpy as np
import pytest

from tacitus.language.analysis import Attribution, Linked
from tacitus.language.attribution import attributions, subtree, trimmed
from tacitus.language.pairs import LEAST, linked

LABELS = ("", "agent", "patient")
WORDS = ("Rebels", "fled", "Zenda", ",", "the", "army", "said", ".")
HEADS = (1, 6, 1, 6, 5, 6, -1, 6)


def test_the_likeliest_label_of_each_pair() -> None:
    """A pair whose likeliest label is none, or too unlikely, is not listed; pairs come in order."""
    scores = np.zeros((2, 3, 2), dtype=np.float32)
    scores[:, 0, :] = 8.0
    scores[1, 2, 0] = 12.0
    scores[0, 1, 1] = 9.0
    scores[0, 2, 0] = 8.0 + np.log(LEAST / 2)
    found = linked(scores, LABELS, [0, 1])
    assert [(one.first, one.second, one.label) for one in found] == [(0, 1, "agent"), (1, 0, "patient")]
    assert all(LEAST <= one.score <= 1 for one in found)
    assert [one.first for one in linked(scores, LABELS, [1])] == [1]
    assert linked(scores, LABELS, []) == ()


def test_scores_are_probabilities() -> None:
    """A label that is as likely as none has half of what is left by the others."""
    scores = np.full((1, 3, 1), -50.0, dtype=np.float32)
    scores[0, :2, 0] = 0.0
    assert linked(scores, LABELS, [0]) == (Linked(0, 0, "agent", 0.5),)


def test_a_speaker_behind_his_words() -> None:
    """The content is all that hangs on its head; the speaker's words are none of it."""
    roles = (Linked(6, 1, "content", 0.9), Linked(6, 5, "speaker", 0.8))
    assert attributions({6: 0.9}, roles, HEADS, WORDS) == (Attribution(6, ((4, 6),), ((0, 3),), 5, 0.9),)


@pytest.mark.parametrize(
    ("cue", "roles"),
    [(0.4, (Linked(6, 1, "content", 0.9),)), (0.9, (Linked(6, 5, "speaker", 0.9),)), (0.9, ())],
)
def test_no_cue_or_no_content_is_no_attribution(cue: float, roles: tuple[Linked, ...]) -> None:
    """Both are needed; a speaker is not."""
    assert attributions({6: cue}, roles, HEADS, WORDS) == ()


def test_a_doubtful_speaker_is_left_out() -> None:
    """Somebody says it, and nobody knows who."""
    roles = (Linked(6, 1, "content", 0.9), Linked(6, 5, "speaker", 0.3))
    (found,) = attributions({6: 0.9}, roles, HEADS, WORDS)
    assert (found.sources, found.speaker) == ((), -1)


def test_a_cue_set_into_its_content() -> None:
    """In "Rebels, he said, fled" the content goes on behind the cue and leaves it out."""
    words = ("Rebels", ",", "he", "said", ",", "fled", ".")
    heads = (5, 5, 3, 5, 5, -1, 5)
    roles = (Linked(3, 5, "content", 0.9), Linked(3, 2, "speaker", 0.9))
    (found,) = attributions({3: 0.9}, roles, heads, words)
    assert found.contents == ((0, 2), (4, 6))
    assert found.sources == ((2, 3),)


def test_branches_and_edges() -> None:
    """A branch holds all that hangs on its top; marks are cut off at the ends, not inside."""
    assert subtree(HEADS, 1) == [0, 1, 2]
    assert subtree(HEADS, 6) == list(range(8))
    assert trimmed(WORDS, [3, 4, 5, 7]) == ((4, 6),)
    assert trimmed(WORDS, [0, 1, 2, 3, 4]) == ((0, 5),)
    assert trimmed(WORDS, [3]) == ()
