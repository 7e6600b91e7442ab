"""Names that the text itself sets side by side."""

from __future__ import annotations

import pytest

from tacitus.extract.aliases import pairs
from tacitus.extract.layers import Mention
from tacitus.model.entity import EntityType
from tacitus.model.span import Span


def found(text: str, *names: str) -> list[tuple[str, str, str, str]]:
    """Return first name, second name, kind and words of each pair in a text whose names are given."""
    spans = sorted(Span(text.index(n), text.index(n) + len(n)) for n in names)
    mentions = [Mention(span, 0, 0, EntityType.GROUP, is_name=True) for span in spans]
    return [(p.first.of(text), p.second.of(text), p.kind, p.words.of(text)) for p in pairs(text, mentions)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zenda Front (ZF)", "alias"),
        ("Zenda Front [ZF]", "alias"),
        ("Zenda Front, also known as ZF", "alias"),
        ("Zenda Front, better known by its fighters as ZF", ""),
        ("Zenda Front a.k.a. ZF", "alias"),
        ("Zenda Front (aka ZF)", "alias"),
        ("Zenda Front, or ZF", "alias"),
        ("Zenda Front (or the ZF)", "alias"),
        ("Zenda Front – also known by the acronym ZF", "alias"),
        ("Zenda Front, which is also called “ZF”", "alias"),
        ("Zenda Front, alias ZF", "alias"),
        ("Zenda Front, formerly known as the ZF", "successor"),
        ("Zenda Front (formerly ZF)", ""),
        ("Zenda Front, once called ZF", "successor"),
        ("Zenda Front, which was previously known as ZF", "successor"),
        ("Zenda Front, whose name is not that of ZF", ""),
        ("Zenda Front and ZF", ""),
        ("Zenda Front, ZF", ""),
        ("Zenda Front is not known to like ZF", ""),
    ],
)
def test_constructions_that_name_twice(text: str, kind: str) -> None:
    """Known as, a.k.a., acronyms in brackets; formerly known as is a successor; side by side alone is nothing."""
    assert [pair[:3] for pair in found(text, "Zenda Front", "ZF")] == ([("Zenda Front", "ZF", kind)] if kind else [])


@pytest.mark.parametrize(
    "text", ["Zenda Front, the name that Tolvania uses for ZF", "Zenda Front, the Tolvanian name of ZF"]
)
def test_a_name_of_somebody_elses_comes_second(text: str) -> None:
    """What the text itself calls the thing is its name; what others call it is another."""
    assert [pair[:3] for pair in found(text, "Zenda Front", "ZF")] == [("ZF", "Zenda Front", "alias")]


def test_a_bracket_needs_an_acronym() -> None:
    """A place or a date in brackets is no other name."""
    assert found("Zenda Front (Strelsau)", "Zenda Front", "Strelsau") == []
    assert found("ZF (Zenda Front)", "Zenda Front", "ZF") == [("ZF", "Zenda Front", "alias", "ZF (Zenda Front)")]


def test_the_words_take_the_closing_mark_in() -> None:
    """Evidence runs from the first name over the closing bracket."""
    assert found("the Zenda Front (“ZF”) left", "Zenda Front", "ZF")[0][3] == "Zenda Front (“ZF”)"
    assert found("Zenda Front, also known as ZF, left", "Zenda Front", "ZF")[0][3] == "Zenda Front, also known as ZF"


def test_descriptions_are_no_names() -> None:
    """Only proper names pair."""
    text = "the group (ZF)"
    mentions = [
        Mention(Span(4, 9), 0, 1, EntityType.GROUP, is_name=False),
        Mention(Span(11, 13), 0, 3, EntityType.GROUP, is_name=True),
    ]
    assert pairs(text, mentions) == ()
