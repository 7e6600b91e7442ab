"""Reports made of plain statements: whole trees with the relations of the treebank."""

from __future__ import annotations

import random

import pytest
from training.example import Example
from training.pieces import join, phrase
from training.reports import reports, statement

PLAIN = Example(
    ("The", "rebels", "left", "Arden", "in", "May", "."),
    "ewt",
    {
        "upos": ("DET", "NOUN", "VERB", "PROPN", "ADP", "PROPN", "PUNCT"),
        "xpos": ("DT", "NNS", "VBD", "NNP", "IN", "NNP", "."),
    },
    (2, 3, 0, 3, 6, 3, 3),
    ("det", "nsubj", "root", "obj", "case", "obl", "punct"),
)


def test_pieces_are_joined_with_their_trees() -> None:
    """The heads of each piece are kept; its root hangs on the root of the part that is named."""
    whole = join([(phrase("the/DET/DT army/NOUN/NN"), 1, "nsubj"), (phrase("fled/VERB/VBD"), -1, "")])
    assert whole.heads == (1, 2, -1)
    assert whole.relations[:2] == ("det", "nsubj")
    assert whole.root == 2


def test_a_plain_statement_is_found() -> None:
    """A clause with a subject before its verb serves; a question or a quotation does not."""
    found = statement(PLAIN)
    assert found is not None
    assert [word for word, *_ in found.words] == ["The", "rebels", "left", "Arden", "in", "May"]
    quoted = Example((*PLAIN.words[:-2], '"', "."), "ewt", PLAIN.tags, PLAIN.heads, PLAIN.relations)
    assert statement(quoted) is None


@pytest.mark.parametrize("seed", range(4))
def test_reports_are_trees(seed: int) -> None:
    """Each report has one root, its own saying or the content's verb, and no head points outside or at itself."""
    made = list(reports([PLAIN] * 60, random.Random(seed)))  # noqa: S311 - no secret
    assert len(made) > 40
    for one in made:
        assert one.heads.count(0) == 1
        assert one.relations[one.heads.index(0)] == "root"
        assert one.relations.count("root") == 1
        assert all(0 <= head <= len(one.words) and head != at for at, head in enumerate(one.heads, 1))
        assert len(one.words) == len(one.relations) == len(one.tags["upos"]) == len(one.tags["xpos"])
        assert one.words[0][:1].isupper() or not one.words[0].isalpha()


def test_the_speaker_hangs_on_the_verb_of_saying() -> None:
    """Behind the content too, the speaker is subject of the saying, and the content its complement."""
    made = reports([PLAIN] * 200, random.Random(1))  # noqa: S311 - no secret
    behind = [one for one in made if "ccomp" in one.relations and "left" in one.words[:7]]
    assert behind
    for one in behind:
        content, root = one.words.index("left") + 1, one.heads.index(0) + 1
        assert one.heads[content - 1] == root
        subjects = [i for i, relation in enumerate(one.relations, 1) if relation == "nsubj"]
        assert {one.heads[i - 1] for i in subjects} == {content, root}
