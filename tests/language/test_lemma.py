"""Dictionary forms: a table of forms."""

from __future__ import annotations

import pytest

from tacitus.language import files
from tacitus.language.lemma import Lemmatizer


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    """Return the lemmatizer over the package's vocabulary."""
    return Lemmatizer({word: rank for rank, word in enumerate(files.bundled_vocabulary())})


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "lemma"),
    [
        ("killed", "VERB", "VBN", "kill"),
        ("Struck", "VERB", "VBD", "strike"),
        ("released", "VERB", "VBD", "release"),
        ("targeting", "VERB", "VBG", "target"),
        ("shelled", "VERB", "VBN", "shell"),
        ("seized", "VERB", "VBD", "seize"),
        ("claimed", "VERB", "VBD", "claim"),
        ("denies", "VERB", "VBZ", "deny"),
        ("denied", "VERB", "VBD", "deny"),
        ("died", "VERB", "VBD", "die"),
        ("fled", "VERB", "VBD", "flee"),
        ("expelled", "VERB", "VBD", "expel"),
        ("repelling", "VERB", "VBG", "repel"),
        ("stopped", "VERB", "VBD", "stop"),
        ("bombing", "VERB", "VBG", "bomb"),
        ("hoped", "VERB", "VBD", "hope"),
        ("added", "VERB", "VBD", "add"),
        ("attacks", "VERB", "VBZ", "attack"),
        ("kills", "VERB", "VBD", "kill"),
        ("belonged", "VERB", "VBZ", "belong"),
        ("is", "AUX", "VBZ", "be"),
        ("’s", "AUX", "VBZ", "be"),
        ("’d", "AUX", "MD", "would"),
        ("ca", "AUX", "MD", "can"),
        ("n’t", "PART", "RB", "not"),
        ("to", "PART", "TO", "to"),
        ("’s", "PART", "POS", "'s"),
        ("militias", "NOUN", "NNS", "militia"),
        ("bodies", "NOUN", "NNS", "body"),
        ("women", "NOUN", "NNS", "woman"),
        ("churches", "NOUN", "NNS", "church"),
        ("headquarters", "NOUN", "NNS", "headquarters"),
        ("people", "NOUN", "NNS", "people"),
        ("1990s", "NOUN", "NNS", "1990s"),
        ("worse", "ADJ", "JJR", "bad"),
        ("larger", "ADJ", "JJR", "large"),
        ("deadliest", "ADJ", "JJS", "deadly"),
        ("Forces", "PROPN", "NNPS", "Forces"),
        ("Idlib", "PROPN", "NNP", "Idlib"),
        ("them", "PRON", "PRP", "they"),
        ("their", "PRON", "PRP$", "their"),
        ("those", "DET", "DT", "that"),
        ("“", "PUNCT", "``", '"'),
    ],
)
def test_lemma_of_a_form(lemmatizer: Lemmatizer, word: str, upos: str, xpos: str, lemma: str) -> None:
    """Each form goes back to its dictionary form."""
    assert lemmatizer.lemma(word, upos, xpos) == lemma
