"""Blocks of a page: where they begin and end, what they are, what they link to."""

from __future__ import annotations

import pytest

from tacitus.read.html_blocks import Candidate, candidates, is_elsewhere
from tacitus.read.html_tree import parse_tree


def blocks(page: str, base: str | None = None) -> list[Candidate]:
    """Return all blocks of a page."""
    tree = parse_tree(page)
    return list(candidates(tree.root, base)) if tree else []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<p>One <b>two</b>\n three</p>four<p>five",
            ["paragraph: One two three", "paragraph: four", "paragraph: five"],
        ),
        ("<div>One<div>two</div>three</div>", ["paragraph: One", "paragraph: two", "paragraph: three"]),
        ("<p>One<br>two<br> <br>three</p>", ["paragraph: One\ntwo", "paragraph: three"]),
        ("<ul><li>One<li><p>Two</p></ul>", ["item: One", "item: Two"]),
        ("<dl><dt>One</dt><dd>Two</dd></dl>", ["item: One", "item: Two"]),
        ("<blockquote><p>One</p><ul><li>Two</ul></blockquote>", ["quote: One", "item: Two"]),
        ("<h2>One</h2><h6>Two</h6>", ["heading: One", "heading: Two"]),
        (
            "<table><caption>One</caption><tr><th>Two</th><td>3</td></tr></table>",
            ["caption: One", "cell: Two", "cell: 3"],
        ),
        ("<table><tr><td><p>One</p>two</td></tr></table>", ["paragraph: One", "paragraph: two"]),
        ("<figure>One<figcaption>Two</figcaption></figure>", ["paragraph: One", "caption: Two"]),
        ("<p class='wp-caption-text'>One</p><p class='caption'>Two</p>", ["caption: One", "caption: Two"]),
        ("<p class='has-captions'>One</p>", ["paragraph: One"]),
        ("<p>One<my-tag>two</my-tag></p>", ["paragraph: Onetwo"]),
        ("<p>One<script>x</script><style>y</style> two</p>", ["paragraph: One two"]),
        ("<p hidden>One</p><p style='Display : none'>Two</p><p>Three", ["paragraph: Three"]),
        ("<p>&nbsp; </p><p>A&amp;B&shy;C &lt;x&gt;</p>", ["paragraph: A&BC <x>"]),
    ],
)
def test_blocks(page: str, expected: list[str]) -> None:
    """Kinds and words, in the order of the page."""
    assert [f"{block.passage.kind}: {block.text}" for block in blocks(page)] == expected


@pytest.mark.parametrize(
    ("href", "base", "url"),
    [
        ("https://a.example/x", None, "https://a.example/x"),
        ("/y?z=1#w", "https://a.example/x/", "https://a.example/y?z=1#w"),
        ("y", "https://a.example/x/", "https://a.example/x/y"),
        ("//b.example/", "https://a.example/", "https://b.example/"),
        ("/y", None, None),
        ("javascript:alert(1)", "https://a.example/", None),
        ("mailto:a@b.example", "https://a.example/", None),
        ("http://[", "https://a.example/", None),
    ],
)
def test_links(href: str, base: str | None, url: str | None) -> None:
    """Absolute addresses of web pages; everything else is plain words."""
    (block,) = blocks(f"<p>See <a href='{href}'>that <i>page</i></a> now", base)
    assert block.text == "See that page now"
    assert {run.url for run in block.passage.runs if "a" in run.text or "page" in run.text} == {url}


def test_time_stamps() -> None:
    """A block is one if all its words stand in a `time` element."""
    found = blocks("<div><time datetime='2023-10-02T14:20'>14:20</time> </div><p><time>May</time> was dry")
    assert [block.is_stamp for block in found] == [True, False]


def test_parts_of_the_site() -> None:
    """Footers and links around whole cards are not of this story; menus are left out at once."""
    found = blocks("<nav>Menu</nav><footer><p>One</p></footer><main><p>Two</p></main><a href='/x'><p>Three</p></a>")
    assert [is_elsewhere(block.element) for block in found] == [True, False, True]
