"""Main text of web pages against trafilatura alone, on the article extraction benchmark of Scrapinghub (now Zyte).

Usage: python benchmarks/web_pages.py FOLDER

FOLDER holds the benchmark (github.com/scrapinghub/article-extraction-benchmark, MIT): `evaluate.py`,
`ground-truth.json.gz` and `html_gz.tar` with the pages. Its own scorer compares runs of four words. Titles and captions
are no part of its `articleBody`, so they are left out of the first figure for Tacitus; the second has all stored text.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
import tarfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import trafilatura

from tacitus.model.document import BlockKind
from tacitus.read.decode import Decoded, decode
from tacitus.read.html import read_html
from tacitus.read.parsed import Parsed

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

_BOOTSTRAP = 1000
_NO_BODY = {BlockKind.TITLE, BlockKind.CAPTION}


def main() -> None:
    """Print F1, precision and recall of each extractor, with standard deviations, and seconds for all pages."""
    if len(sys.argv) != 2:
        sys.exit("Usage: python benchmarks/web_pages.py FOLDER")
    folder = Path(sys.argv[1])
    pages = _pages(folder)
    with gzip.open(folder / "ground-truth.json.gz", "rt", encoding="utf-8") as stream:
        truth = json.load(stream)
    scorer = _scorer(folder / "evaluate.py")
    print(f"{len(pages)} pages, trafilatura {trafilatura.__version__}")
    for name, extract in EXTRACTORS.items():
        start = time.perf_counter()
        texts = {key: {"articleBody": extract(raw)} for key, raw in pages.items()}
        seconds = time.perf_counter() - start
        found = scorer.evaluate(truth, texts, _BOOTSTRAP)
        scores = "  ".join(
            f"{key} {found[key]:.4f} ± {found[f'{key}_std']:.4f}" for key in ("f1", "precision", "recall")
        )
        print(f"{name:28} {scores}  {seconds:5.1f} s")


def _trafilatura(raw: bytes) -> str:
    return trafilatura.extract(raw, include_comments=False) or ""


def _body(raw: bytes) -> str:
    page = _read(raw)
    return "\n".join(b.span.of(page.text) for b in page.blocks if b.kind not in _NO_BODY)


def _all(raw: bytes) -> str:
    return _read(raw).text


def _read(raw: bytes) -> Parsed:
    decoded = decode(raw)
    page = read_html(decoded.text) if isinstance(decoded, Decoded) else decoded
    return page if isinstance(page, Parsed) else Parsed("")


EXTRACTORS: dict[str, Callable[[bytes], str]] = {
    "trafilatura alone": _trafilatura,
    "tacitus, body": _body,
    "tacitus, titles and captions": _all,
}


def _pages(folder: Path) -> dict[str, bytes]:
    """Return the pages by the key of the ground truth."""
    pages = {}
    with tarfile.open(folder / "html_gz.tar") as archive:
        for member in archive:
            stream = archive.extractfile(member)
            if member.name.endswith(".html.gz") and stream is not None:
                pages[Path(member.name).name.removesuffix(".html.gz")] = gzip.decompress(stream.read())
    return pages


def _scorer(path: Path) -> ModuleType | Any:  # noqa: ANN401 - the benchmark's own file, untyped
    """Return the benchmark's scorer."""
    spec = importlib.util.spec_from_file_location("evaluate", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is no Python file.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
