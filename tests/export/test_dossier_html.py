"""The page of a dossier: valid, alone, safe, with links that lead both ways."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from tests.export.dossiers import ARABIC, HOSTILE, MARKED, hostile, reeds, scripts

from tacitus.export.dossier_html import html

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGES = {"reeds": reeds, "hostile": hostile, "scripts": scripts}


@pytest.fixture(scope="module", params=list(_PAGES))
def page(request: pytest.FixtureRequest) -> str:
    """Return each of the pages."""
    return html(_PAGES[request.param]())


def elements(page: str) -> Iterator[Any]:
    """Yield all elements of a page; one that is no valid HTML5 fails."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    yield from parser.parse(page).iter()


def test_it_is_valid_and_alone(page: str) -> None:
    """Strict parsing finds nothing; no scripts, handlers or styles in elements, and no address is ever loaded."""
    found = list(elements(page))
    names = {str(one.tag).rpartition("}")[2] for one in found}
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "form", "input", "base", "image", "use"}
    attributes = [(str(name).rpartition("}")[2], value) for one in found for name, value in one.attrib.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name in ("style", "src", "srcset")]
    assert all(value.startswith("#") for name, value in attributes if name == "href")


def test_the_policy_allows_the_page_s_own_style_alone(page: str) -> None:
    """Its hash is that of the style element."""
    (style,) = [one for one in elements(page) if one.tag == "style"]
    digest = b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    (policy,) = [one.get("content") for one in elements(page) if one.get("http-equiv") == "Content-Security-Policy"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_links_lead_somewhere_and_back(page: str) -> None:
    """Ids are there once; each call of a footnote leads to it, and the footnote back to each of its calls."""
    ids = Counter(one.get("id") for one in elements(page) if one.get("id"))
    assert max(ids.values()) == 1
    links = [one.get("href")[1:] for one in elements(page) if one.tag == "a"]
    assert set(links) <= set(ids)
    calls = {name for name in ids if re.fullmatch(r"r\d+-\d+", name)}
    assert calls <= set(links)
    assert all(f"n{name[1:].split('-')[0]}" in ids for name in calls)
    assert {name for name in ids if re.fullmatch(r"n\d+", name)} <= set(links)


def test_hostile_names_stay_text() -> None:
    """They are shown as they were written."""
    page = html(hostile())
    assert HOSTILE not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    (title,) = [one for one in elements(page) if one.tag == "h1"]
    assert "".join(title.itertext()) == f"Dossier: {HOSTILE}"
    said = " ".join("".join(one.itertext()) for one in elements(page) if one.get("class") == "quote")
    assert MARKED in said  # a quote is verbatim, and its element shuts in what turns the direction
    words = " ".join("".join(one.itertext()) for one in elements(page) if one.get("class") == "words")
    assert "\u202e" not in words


def test_names_that_run_to_the_left_are_shut_in() -> None:
    """Each in an element with a direction of its own; a quote takes that of its letters."""
    found = list(elements(html(scripts())))
    assert [one for one in found if one.tag == "bdi" and one.text == ARABIC]
    assert all(one.get("dir") == "auto" for one in found if one.get("class") == "quote")
    assert {str(one.tag).rpartition("}")[2] for one in found if ARABIC in (one.text or "")} == {"title", "bdi", "text"}


def test_what_it_was_made_from_is_told() -> None:
    """Head of the ledger, days, version; and what a machine read is marked."""
    page = html(reeds())
    assert "<code>5e5e5e" in page
    assert "Reports published</dt><dd><bdi>on any day" in page
    assert "Tacitus 0<" in page
    assert '<span class="state">unreviewed</span>' in page
    assert html(reeds()) == page


def test_pictures_have_a_table_that_says_the_same() -> None:
    """Each with a title for those who do not see it, and a row for each of its lines."""
    found = list(elements(html(reeds())))
    svgs = [one for one in found if str(one.tag).endswith("svg")]
    ids = {one.get("id") for one in found}
    assert [one.get("role") for one in svgs] == ["img", "img"]
    assert all(one.get("aria-labelledby") in ids for one in svgs)
    rows = [one for one in found if one.tag == "th" and one.get("scope") == "row"]
    dossier = reeds()
    assert len(rows) == len(dossier.timeline) + len(dossier.ties)
