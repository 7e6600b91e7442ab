"""Reports that tell of no armed conflict, from ECB+: films, sport, firms, earthquakes. They teach what is no trigger.

Only topics of the usual training part are taken, so that the test topics still measure; topics with crimes are left
out, since a murder or an arrest is an event of claims.md too.
"""

from __future__ import annotations

import tarfile
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from training.example import Example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOPICS = frozenset({"1", "4", "6", "7", "9", "10", "20", "25", "27", "28", "29", "30", "31"})
"""Rehabilitation of an actress, obituaries, a film, boxing, nature law, sport, an earthquake, software, cables."""

_SHORTEST, _LONGEST = 5, 60
"""Sentences shorter or longer are addresses of pages and lists."""


def unarmed(archive: Path) -> Iterator[Example]:
    """Yield every second sentence of the reports on `TOPICS`, its words labelled as no triggers."""
    with tarfile.open(archive, "r:xz") as packed:
        names = sorted(name for name in packed.getnames() if name.endswith(".xml") and name.split("/")[-2] in TOPICS)
        for name in names:
            file = packed.extractfile(name)
            if file is not None:
                yield from list(_sentences(file.read()))[::2]


def _sentences(text: bytes) -> Iterator[Example]:
    """Yield the sentences of one file, with their words as they stand there."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for token in ET.fromstring(text).iter("token"):  # noqa: S314 - a file of the corpus, from the user's own folder
        words[token.get("sentence", "")].append(token.text or "")
    for found in words.values():
        if _SHORTEST <= len(found) <= _LONGEST and all(found):
            yield Example(tuple(found), "ecbplus", {"triggers": ("O",) * len(found)})
