"""Finding the words of the main text again in the page's blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.read.html_blocks import candidates
from tacitus.read.html_select import main_blocks, plain_blocks, words
from tacitus.read.html_tree import parse_tree

if TYPE_CHECKING:
    from tacitus.read.html_blocks import Candidate

ONE = "The garrison left the town on Friday night without a fight."
TWO = "A baker said that the fighters had asked for bread and paid."


def blocks(*paragraphs: str) -> list[Candidate]:
    """Return the blocks of a page of these paragraphs."""
    tree = parse_tree("".join(f"<p>{words}</p>" for words in paragraphs))
    assert tree is not None
    return list(candidates(tree.root))


def test_whole_lines() -> None:
    """Blocks that are lines of the main text, whatever their marks."""
    assert main_blocks(blocks("Menu", ONE, "Related: tea", TWO), f"{ONE}\n- {TWO}") == [False, True, False, True]


def test_of_equal_blocks_the_nearest_to_the_text() -> None:
    """As often as the line stands in the main text."""
    page = blocks("Hadrin", "Menu", "Search", ONE, "Hadrin", TWO, "Imprint", "Hadrin")
    assert main_blocks(page, f"{ONE}\nHadrin\n{TWO}") == [False, False, False, True, True, True, False, False]


def test_parts_of_blocks() -> None:
    """A block of which at least half stands there is kept, a teaser that repeats a part of the text is not."""
    page = blocks(f"{ONE} Share", TWO, f"Garrison leaves. {TWO}")
    assert main_blocks(page, f"{ONE}\n{TWO}") == [True, True, False]


def test_rows_are_found_whole() -> None:
    """The cells of a row are one line of the main text."""
    tree = parse_tree("<table><tr><td>2 May</td><td>Tessin</td></tr><tr><td>Ad</td><td>Tessin</td></tr></table>")
    assert tree is not None
    page = list(candidates(tree.root))
    assert main_blocks(page, "| 2 May | Tessin |") == [True, True, False, False]


def test_nothing_to_find() -> None:
    """An empty main text keeps nothing; a page without blocks has none."""
    assert main_blocks(blocks(ONE), "") == [False]
    assert main_blocks([], ONE) == []


def test_pages_without_main_text() -> None:
    """Everything that is of this story."""
    tree = parse_tree(f"<aside><p>More</p></aside><p>{ONE}</p>")
    assert tree is not None
    assert plain_blocks(list(candidates(tree.root))) == [False, True]


def test_words() -> None:
    """Scripts without spaces are compared letter by letter."""
    assert words("He said: “no”, 40 times.") == ("He", "said", "no", "40", "times")
    assert words("戦争 in 東京") == ("戦", "争", "in", "東", "京")
