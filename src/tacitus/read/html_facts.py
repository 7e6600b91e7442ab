"""What a web page says of itself: title, author, outlet, address, publication, language.

JSON-LD is asked first, then `meta` elements, then elements of the page; the date at last from htmldate.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tacitus.read.addresses import absolute
from tacitus.read.dates import Moment, parse_moment
from tacitus.read.json_ld import statements
from tacitus.read.tables import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lxml.html import HtmlElement

#: Marks that stand between a headline and the outlet's name in `<title>`.
_TITLE_MARKS = (" | ", " - ", " – ", " — ", " :: ", " · ", " • ")
#: Latest day that htmldate may find: a fixed bound, so that the day of reading changes nothing.
_LAST_DAY = "2100-01-01"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page says of itself; None where it says nothing."""

    title: str | None
    author: str | None
    outlet: str | None
    url: str | None
    moment: Moment | None
    language: str | None


def facts_of(root: HtmlElement, url: str | None) -> Facts:
    """Return what the page says of itself.

    Args:
        root: The whole page.
        url: Where the page was found, if the user knows; relative addresses are completed with it.
    """
    stated = statements(root)
    meta = _meta(root)
    outlet = _outlet(_first(meta, "outlet", _is_name), stated.first("publisher"))
    address = _address(root, [_first(meta, "url"), stated.first("url")], url)
    authors = (stated.first("author"), _first(meta, "author", _is_name), _byline(root))
    return Facts(
        title=_without_outlet(stated.first("headline"), outlet) or _title(root, _first(meta, "title"), outlet),
        author=_author(next((text for text in authors if text and _is_name(text)), None)),
        outlet=outlet,
        url=address,
        moment=_moment(root, [*stated.all("datePublished"), *_all(meta, "published")], address),
        language=_language(root.get("lang") or _first(meta, "language")),
    )


def _meta(root: HtmlElement) -> list[tuple[str, str]]:
    """Return (fact, content) of the page's `meta` elements, in the order of the table."""
    order = {
        (attribute, key.lower()): (rank, fact) for rank, (fact, attribute, key) in enumerate(rows("meta_fields.tsv"))
    }
    found: list[tuple[int, str, str]] = []
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            place = order.get((attribute, (element.get(attribute) or "").strip().lower()))
            if place and content:
                found.append((*place, content))
    return [(fact, content) for _, fact, content in sorted(found, key=lambda item: item[0])]


def _all(meta: Iterable[tuple[str, str]], fact: str) -> list[str]:
    """Return every content for `fact`."""
    return [content for name, content in meta if name == fact]


def _first(meta: Iterable[tuple[str, str]], fact: str, test: Callable[[str], bool] = bool) -> str | None:
    """Return the first content for `fact` that passes the test."""
    return next(filter(test, _all(meta, fact)), None)


def _is_name(text: str) -> bool:
    """Tell whether a text is a name and no address or account."""
    return "://" not in text and not text.startswith(("//", "@", "#"))


def _outlet(site: str | None, publisher: str | None) -> str | None:
    """Return the site's name, or the publisher's where the site's looks like part of an address ("dailynews")."""
    named = publisher if publisher and _is_name(publisher) else None
    return named if site is None or (named and site == site.lower() and " " not in site) else site


def _title(root: HtmlElement, printed: str | None, outlet: str | None) -> str | None:
    """Return the first `h1` where the page's title begins with it, else the title."""
    heading = _first_words(root.iter("h1"))
    printed = printed or _first_words(root.iter("title"))
    if printed is None or (heading and printed.casefold().startswith(heading.casefold())):
        return heading
    return _without_outlet(printed, outlet)


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Return a title without the outlet's name behind it."""
    for mark in _TITLE_MARKS:
        head, _, tail = (title or "").rpartition(mark)
        if head and outlet and tail.casefold() == outlet.casefold():
            return head
    return title


def _first_words(elements: Iterable[HtmlElement]) -> str | None:
    """Return the words of the first element that has any."""
    every = (" ".join("".join(element.itertext()).split()) for element in elements)
    return next(filter(None, every), None)


def _byline(root: HtmlElement) -> str | None:
    """Return the words of the first element that is marked as the author."""
    return _first_words(root.iterfind(".//*[@rel='author']")) or _first_words(root.iterfind(".//*[@itemprop='author']"))


def _author(printed: str | None) -> str | None:
    """Return the by-line without a leading "By"."""
    return printed[3:] if printed and printed[:3].lower() == "by " else printed


def _address(root: HtmlElement, stated: Iterable[str | None], url: str | None) -> str | None:
    """Return the page's address: the given one, else the canonical link, else what the page states."""
    links = [link.get("href") for link in root.iterfind(".//link[@rel='canonical']")]
    whole = (absolute(found, url) for found in (url, *links, *stated) if found)
    return next(filter(None, whole), None)


def link_base(root: HtmlElement, url: str | None) -> str | None:
    """Return the address against which the page's links are relative: that of its `base` element, else its own."""
    stated = (absolute(element.get("href", ""), url) for element in root.iter("base"))
    return next(filter(None, stated), url)


def _moment(root: HtmlElement, stated: Sequence[str], url: str | None) -> Moment | None:
    """Return when the page was published, or None."""
    marked = root.iterfind(".//time[@itemprop='datePublished']")
    printed = [*stated, *(element.get("datetime", "") for element in marked)]
    for text in printed:
        if moment := parse_moment(text):
            return moment
    day = _day_by_htmldate(root, url)
    if day is None:
        return None
    stamps = (parse_moment(element.get("datetime", "")) for element in root.iter("time"))
    return next((moment for moment in stamps if moment and moment.day == day), Moment(day))


def _day_by_htmldate(root: HtmlElement, url: str | None) -> date | None:
    """Return the day that htmldate finds in markup and address; it is not asked to search the text for dates."""
    from htmldate import find_date  # noqa: PLC0415 - slow to import, only for pages that state no date

    logging.getLogger("htmldate").addHandler(logging.NullHandler())  # else its warnings reach the terminal
    found = find_date(root, extensive_search=False, original_date=True, url=url, max_date=_LAST_DAY)
    return date.fromisoformat(found) if found else None


def _language(tag: str | None) -> str | None:
    """Return the ISO 639-1 code at the head of a language tag (BCP 47)."""
    code = (tag or "").strip().replace("_", "-").split("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
