"""Markdown: what a reader sees, in blocks."""

from __future__ import annotations

from datetime import date
from inspect import cleandoc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.model.document import BlockKind
from tacitus.read.markdown import read_markdown
from tacitus.read.parsed import EMPTY, Parsed


def parsed(text: str) -> Parsed:
    """Return what is read; it must not be a remark."""
    found = read_markdown(cleandoc(text))
    assert isinstance(found, Parsed)
    return found


def test_kinds_of_blocks() -> None:
    """Each construct of the page has its kind."""
    page = parsed(
        """
        # Raid on *Orba*

        The army left
        the town.

        ## What is known

        > No shot was fired.
        > — the mayor

        - one dead
        - two hurt

          so the clinic says

        ![The mill in May](mill.jpg)

        | Day | Dead |
        |-----|------|
        | 2   | 4    |

        <div>Raw <b>markup</b></div>

            coordinates 12 14
        """
    )
    assert [(block.kind, block.span.of(page.text)) for block in page.blocks] == [
        (BlockKind.TITLE, "Raid on Orba"),
        (BlockKind.PARAGRAPH, "The army left the town."),
        (BlockKind.HEADING, "What is known"),
        (BlockKind.QUOTE, "No shot was fired. — the mayor"),
        (BlockKind.ITEM, "one dead"),
        (BlockKind.ITEM, "two hurt"),
        (BlockKind.ITEM, "so the clinic says"),
        (BlockKind.CAPTION, "The mill in May"),
        (BlockKind.CELL, "Day"),
        (BlockKind.CELL, "Dead"),
        (BlockKind.CELL, "2"),
        (BlockKind.CELL, "4"),
        (BlockKind.PARAGRAPH, "Raw markup"),
        (BlockKind.PARAGRAPH, "coordinates 12 14"),
    ]


def test_inline_marks_are_no_words() -> None:
    """Emphasis, code, entities, escapes and hard breaks."""
    page = parsed("**Two** _men_ `x` &amp; \\*one\\* <i>boy</i>  \nin *Ta*rin")
    assert page.text == "Two men x & *one* boy\nin Tarin"


def test_links() -> None:
    """Those to web pages are kept with their words."""
    page = parsed("See [the *map*](https://example.org/m), <https://example.org/n> and [a note](note.md).")
    assert page.text == "See the map, https://example.org/n and a note."
    assert {(link.span.of(page.text), link.url) for link in page.links} >= {
        ("https://example.org/n", "https://example.org/n")
    }
    assert all(link.url.startswith("https://example.org/") for link in page.links)


def test_front_matter() -> None:
    """Says title, date, author and outlet, and is no part of the text."""
    page = parsed(
        """
        ---
        title: "Raid on Orba"
        date: 2018-05-08
        author: Ilse Brand
        outlet: Orba Monitoring Group
        layout: post
        ---
        # Raid on Orba

        It rained.
        """
    )
    assert (page.title, page.author, page.outlet) == ("Raid on Orba", "Ilse Brand", "Orba Monitoring Group")
    assert page.published == date(2018, 5, 8)
    assert page.text == "Raid on Orba\n\nIt rained."
    assert page.blocks[0].kind is BlockKind.TITLE


def test_a_vague_date_is_left_out() -> None:
    """With a remark that says so."""
    page = parsed("---\ndate: May 2018\n---\nIt rained.")
    assert page.published is None
    assert "'May 2018'" in page.remarks[0].message


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: x\n---\n", "<!-- x -->"])
def test_no_words(text: str) -> None:
    """A page of marks alone is empty."""
    assert read_markdown(text) == EMPTY


@pytest.mark.parametrize("bomb", ["[" * 100_000, "*a _b " * 50_000, ("word " * 9 + "\n\n") * 45_000])
def test_too_long_pages_are_plain_text(bomb: str) -> None:
    """Instead of taking minutes."""
    page = parsed(bomb)
    assert page.text.startswith(bomb[:10].strip())
    assert "plain text" in page.remarks[0].message


@given(st.text(alphabet="ab #*_`[]()<>!-|\n\\&é:1.", max_size=80))
def test_any_page(text: str) -> None:
    """Blocks tile the text, whatever the marks."""
    page = read_markdown(text)
    if isinstance(page, Parsed):
        assert "\n\n".join(block.span.of(page.text) for block in page.blocks) == page.text
