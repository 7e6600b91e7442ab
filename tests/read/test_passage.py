"""Composing passages: tidy words, exact spans."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tacitus.model.document import BlockKind
from tacitus.read.passage import GAP, Passage, Run, compose

WORDS = st.text(alphabet="ab é\u0301\n\t\u00a0\u200b\u00ad\0شن\U0001f641", max_size=8)
RUNS = st.builds(Run, WORDS, st.none() | st.just("https://example.org/"))
PASSAGES = st.lists(st.builds(Passage, st.sampled_from(BlockKind), st.lists(RUNS, max_size=5).map(tuple)), max_size=6)


def composed(*runs: Run | str) -> str:
    """Return the words of one paragraph."""
    made = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
    return compose([Passage(BlockKind.PARAGRAPH, made)]).text


def test_spaces() -> None:
    """One at most, none at a line's ends, across runs too."""
    assert composed(" The ", " army\u00a0", "  left", " \n ", " at dawn ") == "The army left\nat dawn"


def test_invisible_characters_go() -> None:
    """Soft hyphens and zero-width spaces are no letters; joiners, which shape words, stay."""
    assert (
        composed("bom\u00adbard\u200bment \u0645\u06cc\u200c\u062f\u0627\u0646")
        == "bombardment \u0645\u06cc\u200c\u062f\u0627\u0646"
    )


def test_an_accent_that_begins_a_run() -> None:
    """Joins the letter before it, and the link behind it still has its words."""
    page = compose([Passage(BlockKind.QUOTE, (Run("Cafe"), Run("\u0301 of "), Run("Sarn", "https://sarn.example/")))])
    assert page.text == "Café of Sarn"
    assert [link.span.of(page.text) for link in page.links] == ["Sarn"]


@given(PASSAGES)
def test_spans(passages: list[Passage]) -> None:
    """Blocks tile the text in order; links lie inside blocks, in order; the text is canonical."""
    page = compose(passages)
    assert GAP.join(block.span.of(page.text) for block in page.blocks) == page.text
    assert unicodedata.is_normalized("NFC", page.text)
    assert not set(page.text) & set("\0\t\u00a0\u200b\u00ad")
    for block in page.blocks:
        words = block.span.of(page.text)
        assert words == words.strip()
        assert "  " not in words
    end = 0
    for link in page.links:
        assert link.span.start >= end
        assert any(block.span.contains(link.span) for block in page.blocks)
        assert link.span.of(page.text).strip() == link.span.of(page.text)
        end = link.span.end
