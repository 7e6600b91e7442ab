"""What is put back around the main text, and what is not."""

from __future__ import annotations

import pytest

from tacitus.read.html_blocks import candidates
from tacitus.read.html_restore import restored
from tacitus.read.html_tree import parse_tree


def kept(page: str, title: str | None = None) -> list[str]:
    """Return the words of what is kept when the `main` elements alone are main content; "#" marks the title."""
    tree = parse_tree(f"<html><body>{page}</body></html>")
    assert tree is not None
    blocks = list(candidates(tree.root))
    passages = restored(blocks, [block.element.get("id") == "m" for block in blocks], title)
    return [("#" if passage.kind == "title" else "") + passage.words for passage in passages]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<div><figure><figcaption>Lead</figcaption></figure><p id=m>One</p></div>", ["Lead", "One"]),
        ("<figure><figcaption>Other</figcaption></figure><div><p id=m>One</p></div>", ["One"]),
        ("<p id=m>One</p><div><p class=caption>In</p></div><p id=m>Two</p>", ["One", "In", "Two"]),
        ("<p id=m>One</p><aside><p class=caption>In</p></aside><p id=m>Two</p>", ["One", "Two"]),
        ("<div><p id=m>One</p><p class=caption>Behind</p></div>", ["One"]),
    ],
)
def test_captions(page: str, expected: list[str]) -> None:
    """Between main blocks, or shortly before them in the same part; not those of other stories."""
    assert kept(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<div><p id=m>One</p><h2>Head</h2><p id=m>Two</p></div>", ["One", "Head", "Two"]),
        ("<div><p id=m>One</p><header><h2>Head</h2></header><p id=m>Two</p></div>", ["One", "Head", "Two"]),
        ("<div><p id=m>One</p><div><h3>Teaser</h3></div><p id=m>Two</p></div>", ["One", "Two"]),
        ("<div><p id=m>One</p><h3>Teaser</h3><p>Its words</p><p id=m>Two</p></div>", ["One", "Two"]),
        ("<div><time>9:00</time><p id=m>One</p><p id=m>Two</p></div>", ["One", "Two"]),
        (
            "<div><time>9</time><h2>A</h2><p id=m>One</p></div><div><time>8</time><h2>B</h2><p id=m>Two</p></div>",
            ["9", "A", "One", "8", "B", "Two"],
        ),
    ],
)
def test_posts(page: str, expected: list[str]) -> None:
    """Headings at the head of a main block's part; time stamps where there are several, with the first heading."""
    assert kept(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<div><p id=m>One</p><p>Correction: two men died.</p></div>", ["One", "Correction: two men died."]),
        ("<div><p>EDITOR’S NOTE: amended.</p><p id=m>One</p></div>", ["EDITOR’S NOTE: amended.", "One"]),
        ("<div><p id=m>One</p></div><p>Corrections and complaints</p>", ["One"]),
        ("<div><p id=m>One</p><p>The correction was late.</p></div>", ["One"]),
    ],
)
def test_corrections(page: str, expected: list[str]) -> None:
    """Notes that open as such, in the same part of the page."""
    assert kept(page) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("<h1>Truce holds</h1>", ["#Truce holds", "One"]),
        ("<h1>TRUCE “holds”</h1>", ["#TRUCE “holds”", "One"]),
        ("<h1>Courier</h1>", ["One"]),
        ("<p>Truce holds</p>", ["One"]),
        ("<h1>Truce</h1><h2>Truce holds</h2>", ["#Truce", "One"]),
    ],
)
def test_headline(heading: str, expected: list[str]) -> None:
    """The first heading whose words open the title."""
    assert kept(f"{heading}<div><p id=m>One</p></div>", "Truce holds in Sarn") == expected


def test_nothing_kept() -> None:
    """A page without main content stays without."""
    assert kept("<h1>Truce</h1><p>One</p><p>Correction: none</p>") == []
