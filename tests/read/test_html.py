"""Whole pages: facts, fallbacks and what is put back."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tacitus.model.document import BlockKind
from tacitus.read.html import read_html
from tacitus.read.parsed import EMPTY, Parsed

BODY = (
    "<p>The last soldiers of the garrison left Hadrin on Friday night, said the mayor, and fighters came in.</p>"
    "<p>A baker said that the fighters had asked for bread and had paid for it; two residents spoke of looting.</p>"
)
WORDS = BODY.removeprefix("<p>").removesuffix("</p>").split("</p><p>")


def parsed(head: str = "", body: str = BODY, url: str | None = None) -> Parsed:
    """Return what is read of a page; it must not be a remark."""
    found = read_html(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", url)
    assert isinstance(found, Parsed)
    return found


def ld(**node: object) -> str:
    """Return a JSON-LD block."""
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            ld(**{"@type": "NewsArticle", "headline": "Garrison\n leaves &quot;Hadrin&quot;"}),
            'Garrison leaves "Hadrin"',
        ),
        ('<script type="application/ld+json">{"@type": "Report", "headline": "A\\ud800B"}</script>', "A\ufffdB"),
        (ld(**{"@type": "Recipe", "headline": "Bread"}) + "<title>Garrison leaves</title>", "Garrison leaves"),
        ("<title>Garrison leaves | Courier</title><meta property=og:site_name content=Courier>", "Garrison leaves"),
        ("<title>Garrison leaves | Opinion</title>", "Garrison leaves | Opinion"),
        ("<title> </title>", None),
        ("", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    """JSON-LD before meta before the title element, without the outlet."""
    assert parsed(head).title == title


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<meta property=og:site_name content='Northern Courier'>", "Northern Courier"),
        (ld(**{"@type": ["Article"], "publisher": {"name": "Courier"}}), "Courier"),
        ("<meta property=og:site_name content=Hosted>" + ld(**{"@type": "Article", "publisher": "Wire"}), "Hosted"),
        ("<meta property=og:site_name content=ncourier>" + ld(**{"@type": "Article", "publisher": "Wire"}), "Wire"),
        ("<meta property=article:publisher content=https://social.example/courier>", None),
    ],
)
def test_outlets(head: str, outlet: str | None) -> None:
    """The site's name, unless it is a part of an address."""
    assert parsed(head).outlet == outlet


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (ld(**{"@type": "Article", "author": ["Lina Orsay", {"name": "T. Quell"}]}), "Lina Orsay, T. Quell"),
        (ld(**{"@type": "Article", "author": {"@id": "https://x.example/#p"}}), None),
        ("<meta name=author content='by Ilse Brand'>", "Ilse Brand"),
        ("<meta name=author content=https://x.example/brand><meta name=byl content='Ilse Brand'>", "Ilse Brand"),
        ("", None),
    ],
)
def test_authors(head: str, author: str | None) -> None:
    """Names only; addresses are none."""
    assert parsed(head).author == author


@pytest.mark.parametrize(
    ("head", "day", "stamp"),
    [
        (ld(**{"@type": "Article", "datePublished": "2019-11-23T23:30:00-05:00"}), 23, "2019-11-23T23:30:00-05:00"),
        (
            ld(**{"@type": "Article", "datePublished": "soon"})
            + "<meta property=article:published_time content=2019-11-24T07:00Z>",
            24,
            "2019-11-24T07:00Z",
        ),
        (
            ld(**{"@type": "Article", "datePublished": "2019-11-23"})
            + "<meta property=article:published_time content=2019-11-24T07:00Z>",
            23,
            None,
        ),
        ("<meta property=article:modified_time content=2019-11-25T07:00Z><meta name=date content=20191123>", 23, None),
        ("<link rel=canonical href=https://c.example/2019/11/23/hadrin>", 23, None),
    ],
)
def test_dates(head: str, day: int, stamp: str | None) -> None:
    """JSON-LD before meta before what htmldate finds; the zone is kept, and the day is that of the zone."""
    page = parsed(head)
    assert (page.published, page.published_at) == (date(2019, 11, day), stamp)


def test_no_date_is_made_up() -> None:
    """Neither from dates in the text nor from the day of reading."""
    page = parsed(body=BODY + "<p>The truce of 4 May 2015 was the last one, said 2 people.</p><footer>© 2020</footer>")
    assert (page.published, page.published_at) == (None, None)


def test_a_time_element_gives_the_moment() -> None:
    """When nothing else states the date."""
    page = parsed(body=f"<article><time datetime='2019-11-23T07:15:00+01:00'>Saturday</time>{BODY}</article>")
    assert (page.published, page.published_at) == (date(2019, 11, 23), "2019-11-23T07:15:00+01:00")


def test_addresses() -> None:
    """The user's before the canonical one; relative ones need the user's."""
    link = "<link rel=canonical href='/hadrin'>"
    assert parsed(link).url is None
    assert parsed(link, url="https://u.example/x").url == "https://u.example/x"
    assert parsed("<link rel=canonical href='https://c.example/h'>").url == "https://c.example/h"


def test_broken_addresses() -> None:
    """Are passed over, whoever states them."""
    head = (
        "<link rel=canonical href='http://['><base href='http://['><meta property=og:url content=https://c.example/h>"
    )
    page = parsed(head, BODY.replace("mayor", "<a href=m>mayor</a>"))
    assert page.url == "https://c.example/h"
    assert [link.url for link in page.links] == ["https://c.example/m"]


def test_a_page_of_very_many_elements() -> None:
    """Is read without trafilatura, in bounded time: everything but menus and footers."""
    page = parsed(body=f"{BODY}{'<br>' * 100_000}<footer>Imprint</footer>")
    assert page.text == "\n\n".join(WORDS)


def test_words_that_stand_in_json_alone() -> None:
    """Are kept where the page itself shows none of them."""
    head = ld(**{"@type": "NewsArticle", "headline": "Garrison leaves", "articleBody": "\n".join(WORDS)})
    page = parsed(head, "<div id=app><p>Please enable scripts.</p></div>")
    assert page.text.split() == " ".join(WORDS).split()


def test_a_short_page_is_kept_whole() -> None:
    """But for menus and footers."""
    page = parsed(body="<nav><a href=/>Home</a></nav><p>Truce.</p><footer>Imprint</footer>")
    assert page.text == "Truce."


def test_headline_and_heading() -> None:
    """A heading before the text that opens the title is the title; it is not made up where the page shows none."""
    shown = parsed("<title>Garrison leaves Hadrin</title>", f"<h1>Garrison leaves</h1><article>{BODY}</article>")
    assert [block.kind for block in shown.blocks].count(BlockKind.TITLE) == 1
    assert shown.text.startswith("Garrison leaves\n\nThe last soldiers")
    hidden = parsed("<title>Garrison leaves Hadrin</title>")
    assert (hidden.title, hidden.text) == ("Garrison leaves Hadrin", "\n\n".join(WORDS))


@pytest.mark.parametrize("page", ["", " ", "<!-- x -->", "<html><body></body></html>", "<script>x</script>"])
def test_no_words(page: str) -> None:
    """A page without words is empty."""
    assert read_html(page) == EMPTY
