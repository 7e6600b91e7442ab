"""Numbers with what happened to whom: a table of sentences (`casualties.tsv`), and what holds for any of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tacitus.extract import casualties, harmed
from tacitus.extract.casualties import Whom
from tacitus.extract.counts import find_counts
from tacitus.extract.harm_words import Harm, harm_of
from tacitus.extract.tree import plant
from tacitus.parts import counts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.tree import Tree
    from tacitus.model.count import Count
    from tacitus.model.span import Span
    from tacitus.pipeline import Reader

LINES = [
    line.split("\t")
    for line in Path(__file__).with_name("casualties.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def written(count: Count) -> str:
    """Return a range as the table writes it."""
    if count.min == count.max:
        return str(count.min)
    return f"{count.min}+" if count.max is None else f"{'' if count.min is None else count.min}..{count.max}"


def items(text: str, reader: Reader) -> Iterator[str]:
    """Yield the numbers of a text as the table writes them."""

    def words(span: Span | None) -> str:
        return span.of(text) if span is not None else "-"

    for part in counts_of(text, reader.engine):
        source = " + ".join(span.of(text) for span in part.source) or "-"
        fields = (part.count.words, written(part.count), part.harm or "-", part.kind or "-", words(part.side), source)
        yield "|".join(fields)


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, *expected in LINES])
def test_numbers_of_a_sentence(reader: Reader, text: str, expected: list[str]) -> None:
    """Words, range, harm, kind, side and source of every number, and no number more."""
    assert list(items(text, reader)) == expected


def test_the_table_is_large_and_says_everything() -> None:
    """At least 120 sentences; every harm and every kind of persons is among them."""
    told = [item.split("|") for _, *expected in LINES for item in expected]
    assert len({text for text, *_ in LINES}) >= 120
    assert {fields[2] for fields in told} == {*Harm, "-"}
    assert {fields[3] for fields in told} == {*Whom, "-"}


def trees(text: str, reader: Reader) -> list[Tree]:
    """Return the trees of a text."""
    return [plant(sentence, at) for at, sentence in enumerate(reader.engine.analyse(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed ten nurses and two guards.", ["killed killed nurses guards"]),
        ("Two men were killed and seven people wounded.", ["killed killed men", "wounded wounded people"]),
        ("They killed and wounded nine pupils.", ["harmed killed pupils"]),
        ("The death of two envoys was told.", ["killed death envoys"]),
        ("The king's arrest was told.", ["arrested arrest king"]),
        ("The raid left 20 men dead.", ["killed left men"]),
        ("Two wounded fighters hid.", ["wounded wounded fighters described"]),
        ("The army captured two villages.", []),
        ("The guards freed ten hostages.", []),
        ("Rebels hold ten hostages.", ["captured hostages hostages"]),
        ("The toll rose to 31.", ["killed toll 31"]),
        ("The shells killed ten people, including two nuns.", ["killed killed people + nuns"]),
        ("The shells killed ten people, two of them nuns.", ["killed killed people + two"]),
        ("The mine killed four and hurt several others.", ["killed killed four", "wounded hurt others"]),
        ("The raid left seven people injured, some of them badly.", ["wounded left people"]),
        ("Ten pupils were killed along with two nurses.", ["killed killed pupils nurses"]),
        ("It led to the killing of ten men.", ["killed killing men"]),
        ("Two guards lost their lives.", ["killed lost guards"]),
        ("The total number of dead was 10.", ["killed number 10", "killed dead dead"]),
        ("The strike killed them two days later.", ["killed killed them"]),
        ("The rain stopped.", []),
    ],
)
def test_who_is_harmed(reader: Reader, text: str, expected: list[str]) -> None:
    """What a word tells, of whom, and of which of them again; places are not taken prisoner."""
    found = [(one, tree) for tree in trees(text, reader) for one in harmed.in_tree(tree)]
    lines = [
        " ".join((one.harm, tree.tokens[one.at].text, *(tree.tokens[h].text for h in one.heads)))
        + "".join(f" + {tree.tokens[h].text}" for h in one.parts)
        + ("" if one.is_told else " described")
        for one, tree in found
    ]
    assert lines == expected


def test_a_word_tells_harm_in_its_form_alone() -> None:
    """To kill is a deed, dead a state; no verb is both."""
    assert harm_of("kill", "object") is Harm.KILLED
    assert harm_of("kill", "state", "noun") is None
    assert harm_of("dead", "object", "state") is Harm.KILLED
    assert harm_of("walk", "object", "subject", "noun", "state") is None


def test_numbers_without_a_token_are_kept(reader: Reader) -> None:
    """A number on which no word of the tree stands still has its range, and nothing else."""
    (tree,) = trees("Rebels fled.", reader)
    (found,) = casualties.in_tree(tree, find_counts("12 men"))
    assert (found.count.min, found.harm, found.whom, found.kind) == (12, None, None, None)


TEXT = """
12 two dozens of the , and killed wounded dead including among them whom men Red Banner rebel No toll rose to . ( )
said lives claimed left arrested hostage others
"""
WORDS = TEXT.split()


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=25,
    )
)
def test_any_order_of_words_is_read(reader: Reader, words: list[str]) -> None:
    """Nothing crashes; each number of the grammar comes once and in order; spans lie in the text, bounds in order."""
    text = " ".join(words)
    found = counts_of(text, reader.engine)
    assert [part.span for part in found] == [one.span for one in find_counts(text)]
    for part in found:
        assert part.count.min is None or part.count.max is None or part.count.min <= part.count.max
        spans = (part.span, part.whom, part.side, *part.source)
        assert all(0 <= span.start < span.end <= len(text) for span in spans if span is not None)


@settings(max_examples=30)
@given(st.text(max_size=120))
def test_any_text_is_read(reader: Reader, text: str) -> None:
    """Nothing crashes on any text."""
    assert all(part.span.of(text) == part.count.words for part in counts_of(text, reader.engine))
