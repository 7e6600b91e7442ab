"""Reports of ECB+ (CC BY 3.0) on its training topics, whole: which of them tell one story is known.

Each topic has two stories of one kind, two jail breaks or two earthquakes: what tells them apart is what is learnt.
Topics of the usual development and test parts stay unseen.
"""

from __future__ import annotations

import re
import tarfile
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from tacitus.model.document import Document, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOPICS = frozenset({1, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 16, 19, 20, 22, *range(24, 34)})
"""The usual training part."""

_SPACED = re.compile(r" ([.,;:!?%)’']|'s\b|n't\b)")
_ADDRESS = re.compile(r"https?\b|www")


def stories(archive: Path) -> Iterator[tuple[str, Document]]:
    """Yield each report with the story that it tells: "1" and "1plus" are the two of topic 1."""
    with tarfile.open(archive, "r:xz") as packed:
        for name in sorted(n for n in packed.getnames() if n.endswith(".xml")):
            topic, file = int(name.split("/")[-2]), packed.extractfile(name)
            if topic in TOPICS and file is not None:
                text = _text(file.read())
                title = name.rsplit("/", 1)[-1].removesuffix(".xml")
                yield f"{topic}{'plus' * title.endswith('plus')}", Document(title, text, sha256_of(text.encode()))


def _text(page: bytes) -> str:
    """Return the text of one file, a line a sentence, without the address in its first line."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for token in ET.fromstring(page).iter("token"):  # noqa: S314 - a file of the corpus, from the user's own folder
        lines[int(token.get("sentence", "0"))].append(token.text or "")
    joined = [_SPACED.sub(r"\1", " ".join(words)) for _, words in sorted(lines.items())]
    return "\n".join(joined[1:] if joined and _ADDRESS.match(joined[0]) else joined)
