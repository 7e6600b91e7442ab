"""Quotation marks and who goes on speaking."""

from __future__ import annotations

import pytest

from tacitus.extract.layers import Speech
from tacitus.extract.quotes import carry, spans
from tacitus.model.span import Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We left,” he said. “They stayed.”", ["“We left,”", "“They stayed.”"]),
        ('"We left," he said.', ['"We left,"']),
        ("«We left» he said.", ["«We left»"]),
        ("“We left, he said.", []),
        ('"We left, he said.\nThey "stayed" there.', ['"stayed"']),
        ("It's the army's post.", []),
        ("“”", []),
    ],
)
def test_what_stands_between_marks(text: str, quoted: list[str]) -> None:
    """Curly, straight and angle marks; an unclosed one opens nothing, an apostrophe is none."""
    assert [span.of(text) for span in spans(text)] == quoted


def test_no_quotation_is_endless() -> None:
    """A mark that is closed pages later was never meant as a quotation."""
    assert spans("“" + "a" * 5_000 + "”") == ()
    assert spans("“" * 3_000) == ()


FIRST = "“Gunmen attacked the post,” the mayor said."
NEXT = "“They killed two guards and fled the town on foot.”"
SAID = Speech((Span(0, 27),), Span(38, 42), ("e2",))


def carried(text: str, *cuts: int) -> list[str]:
    """Return what the mayor says besides the first quotation, for sentences that end at the cuts."""
    ends = [len(FIRST), *cuts, len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    return [span.of(text) for s in carry(text, sentences, [SAID])[1:] for span in s.content]


def test_the_last_speaker_goes_on() -> None:
    """A quotation that nobody near speaks belongs to the speaker before it in the paragraph."""
    assert carried(f"{FIRST} {NEXT}") == [NEXT]


def test_a_new_paragraph_ends_it() -> None:
    """It may begin with a quotation of the same speaker; behind other words of it nobody is known to speak."""
    assert carried(f"{FIRST}\n\n{NEXT}") == [NEXT]
    assert carried(f"{FIRST}\n\nThe town was quiet. {NEXT}") == []


def test_a_quoted_term_is_no_statement() -> None:
    """A few words between marks are a term; a sentence that only holds a quotation is the writer's."""
    assert carried(f"{FIRST} He spoke of “a dark night”.") == []
    long = "The town was calm on the next day, and shops reopened in all streets near “the old northern market”."
    assert carried(f"{FIRST} {long}") == []


def test_text_without_quotations_is_left_as_it_is() -> None:
    """Nothing is added."""
    assert carry("The mayor left.", [Span(0, 15)], [SAID]) == (SAID,)
