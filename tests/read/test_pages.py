"""Golden pages: each `pages/NAME.html` gives what `pages/NAME.json` says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tacitus.model.document import Document, sha256_of
from tacitus.read.inputs import ReadOptions, read_inputs

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_page(page: Path) -> None:
    """Facts, blocks and links are those of the page, and nothing is doubted."""
    (document,) = read_inputs([str(page)], ReadOptions())
    assert isinstance(document, Document)
    found = {
        "title": document.title,
        "author": document.author,
        "outlet": document.outlet,
        "url": document.url,
        "published": document.published and document.published.isoformat(),
        "published_at": document.published_at,
        "language": document.language,
        "blocks": [[block.kind.value, block.span.of(document.text)] for block in document.blocks],
        "links": [[link.span.of(document.text), link.url] for link in document.links],
    }
    assert found == json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert document.text == "\n\n".join(block.span.of(document.text) for block in document.blocks)
    assert document.sha256 == sha256_of(page.read_bytes())
    assert document.media_type == "text/html"


def test_there_are_pages() -> None:
    """An empty folder would pass unseen."""
    assert len(PAGES) >= 7
