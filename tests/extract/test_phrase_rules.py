"""The engine of the phrase grammars: classes of tokens, rules, and which phrase wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import UnknownNameError
from tacitus.extract import counts, times
from tacitus.extract.lexicon import rows
from tacitus.extract.phrase_rules import _compiled, rules
from tacitus.extract.word_classes import Coded, encode


def classes(text: str) -> list[str]:
    """Return the class of each token as the grammar of times sees it."""
    coded: Coded[object] = encode(text, times.words())
    return [coded.lexicon.names[code] for code in coded.codes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept. 20, 2018", "MONTH DAY COMMA YEAR"),
        ("may May MAY", "WORD MAY MAY"),
        ("the 1990s and the '80s", "THE DECADE AND THE DECADE"),
        ("31/08/2019 1/2", "SLASHED DAY SLASHMARK DAY"),
        ("12th 6:30 p.m. 1,200 122mm M23", "ORD CLOCK NUM OTHER OTHER"),
        ("Tuesday's", "WEEKDAY POSS"),
        ("one\n \ntwo\nthree", "WORDNUM BREAK WORDNUM WORDNUM"),
        ("\N{ARABIC-INDIC DIGIT TWO} naïve Ñu", "OTHER WORD CAP"),
        ("0 31 32 999 1999 2099 2100", "NUM DAY NUM NUM YEAR YEAR NUM"),
        ("1" * 40, "OTHER"),
    ],
)
def test_tokens_and_their_classes(text: str, expected: str) -> None:
    """Each token has one class."""
    assert " ".join(classes(text)) == expected


@given(st.text(max_size=100))
def test_tokens_quote_the_text(text: str) -> None:
    """Tokens are in order, apart, and leave out white space alone."""
    coded: Coded[object] = encode(text, times.words())
    assert all(left <= right for left, right in zip(coded.ends, coded.starts[1:], strict=False))
    kept = "".join(coded.word(index) for index in range(len(coded.codes)))
    assert "".join(kept.split()) == "".join(text.split())


def test_what_a_pass_finds_takes_one_place() -> None:
    """The tokens of a phrase become one, which later rules see by its class."""
    coded: Coded[str] = encode("on 3 May they left", times.words())
    done = coded.replace([(1, 3, "POINT", "the third")])
    assert done.word(1) == "3 May"
    assert done.is_at(1, "PERIOD", "POINT")
    assert not done.is_at(9, "POINT")
    assert done.found[done.starts[1]] == "the third"
    assert coded.word(1) == "3"


def test_a_rule_that_names_no_class_is_refused() -> None:
    """A slip in the list is told when the list is read."""
    with pytest.raises(UnknownNameError, match="No word class named 'MUNTH'"):
        _compiled("<day:DAY> MUNTH", times.words())


@pytest.mark.parametrize(
    ("name", "grammar", "readers"),
    [("time_rules.tsv", times.words, times.READERS), ("count_rules.tsv", counts.words, counts.READERS)],
)
def test_every_rule_has_a_reader_and_every_reader_a_rule(
    name: str, grammar: object, readers: dict[str, object]
) -> None:
    """The lists and the code name the same readers."""
    assert callable(grammar)
    named = {rule.reader for stage in rules(name, grammar) for rule in stage}
    assert named == set(readers)


@pytest.mark.parametrize("name", ["time_words.tsv", "count_words.tsv"])
def test_no_word_stands_in_two_classes(name: str) -> None:
    """A token has one class, so a second line for the same word would be dead."""
    seen: dict[str, str] = {}
    for kind, _, words in rows(name):
        for word in words.split():
            assert seen.setdefault(word, kind) == kind, word
