"""Other names in annotated sentences: their kind and length stay, and so do the labels."""

from __future__ import annotations

import random

from training.example import Example
from training.swap import SOURCE, Names, masked, swapped

_ONE = Example(
    ("Gunmen", "of", "the", "Zenda", "Front", "shot", "Rudolf", "Rassendyll", "in", "Hentzau", "."),
    SOURCE,
    {"mentions": ("B-people", "O", "O", "B-group", "I-group", "O", "B-person", "I-person", "O", "B-place", "O")},
)
_OTHER = Example(
    ("Black", "Michael", "left", "Strelsau", "with", "the", "Ruritanian", "League", "."),
    SOURCE,
    {"mentions": ("B-person", "I-person", "O", "B-place", "O", "O", "B-group", "I-group", "O")},
)


def _all_swapped(example: Example) -> list[Example]:
    names = Names.of([_ONE, _OTHER])
    return [swapped(example, names, random.Random(seed)) for seed in range(40)]  # noqa: S311 - no secret


def test_names_change_and_nothing_else() -> None:
    """A name gives way to one of its kind and length; the words between stay, and the labels too."""
    found = _all_swapped(_ONE)
    assert {one.words[6:8] for one in found} == {("Rudolf", "Rassendyll"), ("Black", "Michael")}
    assert {one.words[9] for one in found} == {"Hentzau", "Strelsau"}
    assert {one.words[3:5] for one in found} == {("Zenda", "Front"), ("Ruritanian", "League")}
    assert all(one.words[:3] == _ONE.words[:3] and one.tags == _ONE.tags for one in found)


def test_a_name_that_stands_twice_changes_alike() -> None:
    """Both mentions of Hentzau become the same other place."""
    twice = Example(
        ("Hentzau", "fell", ",", "Hentzau", "burned"), SOURCE, {"mentions": ("B-place", "O", "O", "B-place", "O")}
    )
    assert all(one.words[0] == one.words[3] for one in _all_swapped(twice))
    assert any(one.words[0] == "Strelsau" for one in _all_swapped(twice))


def test_other_corpora_keep_their_names() -> None:
    """Only annotated claims are changed; a treebank's sentence is not."""
    plain = Example(_ONE.words, "ewt", _ONE.tags)
    assert all(one is plain for one in _all_swapped(plain))


def test_adjectives_and_acronyms_are_no_names_to_swap() -> None:
    """An adjective would need another one, and initials another full name."""
    names = Names.of([Example(("Ruritanian", "ZF"), SOURCE, {"mentions": ("B-place", "B-group")})])
    assert names.by_kind == {}


def test_the_model_is_taught_on_what_it_sees_in_use() -> None:
    """Two countries are one to it, each in its place."""
    one = masked(Example(("Peru", "attacked", "Chile", "."), "ewt"))
    assert one.words == masked(Example(("Chile", "attacked", "Peru", "."), "ewt")).words
    assert one.words[1] == "attacked"
