"""The head table and its label lists."""

from __future__ import annotations

from training.heads import NOTHING, PAIR_HEADS, TAG_HEADS, TagHead, taught, taught_pairs

from tacitus.model.ontology import ROLES


def test_stretches_have_two_labels_a_type() -> None:
    """A stretch begins with B- and goes on with I-."""
    assert TagHead("names", 1.0, ("PER", "LOC"), is_stretch=True).closed_labels() == (
        "O",
        "B-PER",
        "I-PER",
        "B-LOC",
        "I-LOC",
    )


def test_triggers_have_every_claim_type() -> None:
    """Their labels are those of the claim contract, whatever the data holds."""
    triggers = next(head for head in TAG_HEADS if head.name == "triggers")
    assert triggers.closed_labels() == ("O", *ROLES)


def test_a_model_has_the_heads_whose_labels_it_knows() -> None:
    """Label lists of an older model leave out the newer heads; the table keeps the order."""
    assert [head.name for head in taught({"xpos", "names", "relations"})] == ["names", "xpos"]


def test_pairs_begin_with_no_label() -> None:
    """The first label says that there is nothing between two words; claims have the roles that mentions fill."""
    pairs = {head.name: head.closed_labels() for head in PAIR_HEADS}
    assert all(labels[0] == NOTHING for labels in pairs.values())
    assert {"actor", "target", "killed", "subject", "object", "source"} <= set(pairs["arguments"])
    assert not {"role", "topic", "count", "ended"} & set(pairs["arguments"])
    assert [head.name for head in taught_pairs({"names", "roles"})] == ["roles"]
