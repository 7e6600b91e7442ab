"""Facts that a page states about its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from tacitus.read.decode import mend
from tacitus.read.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

#: Keys under which further nodes that may be the article stand.
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")


@dataclass(frozen=True, slots=True)
class Statements:
    """What a page states about its article.

    Attributes:
        nodes: The nodes that speak of it, the most telling type first.
        names: The name of each node that has an id, for nodes that only point to it.
    """

    nodes: tuple[Mapping[str, object], ...]
    names: Mapping[str, str]

    def all(self, key: str) -> list[str]:
        """Return every text under `key`, the most telling node first; several of one node are joined by commas."""
        found = [", ".join(dict.fromkeys(map(_clean, self._texts(node.get(key))))) for node in self.nodes]
        return [text for text in found if text]

    def first(self, key: str) -> str | None:
        """Return the first text under `key`, or None."""
        return next(iter(self.all(key)), None)

    def _texts(self, value: object) -> list[str]:
        """Return the texts of a value: itself, those of a list, the name of a node or of the one it points to."""
        if isinstance(value, list):
            return [text for item in value if not isinstance(item, list) for text in self._texts(item)]
        if isinstance(value, dict):
            pointed = self.names.get(str(value.get("@id")))
            return _strings(value.get("name")) or ([pointed] if pointed else _strings(value.get("@id")))
        return _strings(value)


def statements(root: HtmlElement) -> Statements:
    """Return what the page states; blocks that are no JSON are left out."""
    order = {name: rank for rank, (name,) in enumerate(rows("article_types.tsv"))}
    found: list[tuple[int, Mapping[str, object]]] = []
    names: dict[str, str] = {}
    for script in root.iterfind('.//script[@type="application/ld+json"]'):
        for node in _nodes(_loaded(script.text or "")):
            for name in _strings(node.get("name"))[:1]:
                names.setdefault(str(node.get("@id")), name)
            ranks = [order[name] for name in _strings(node.get("@type")) if name in order]
            if ranks:
                found.append((min(ranks), node))
    found.sort(key=lambda pair: pair[0])
    return Statements(tuple(node for _, node in found), names)


def _loaded(text: str) -> object:
    """Return what a block holds, or None when it is broken."""
    clean = text.strip().removeprefix("<!--").removesuffix("-->").strip().removesuffix(";")
    try:
        value: object = json.loads(clean, strict=False)
    except (ValueError, RecursionError):  # no JSON, or nested without end
        return None
    return value


def _nodes(value: object) -> Iterator[Mapping[str, object]]:
    """Yield the nodes of a block, in the order in which they stand, outer ones before inner ones."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in reversed(_INNER) if key in node)


def _strings(value: object) -> list[str]:
    """Return a text as a list, and the texts of a list."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, str) and item.strip()]
    return [value] if isinstance(value, str) and value.strip() else []


def _clean(text: str) -> str:
    """Return a text without entities, with single spaces, and without characters that cannot be stored."""
    return " ".join(mend(unescape(text)).split())
