"""The parts of the reader, each by itself: what a text mentions, and who says what in it.

For those who want one layer and not the claims, and for measuring each layer against a public corpus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tacitus.config import Part
from tacitus.model.problem import Problem
from tacitus.parts.alike import scores_of
from tacitus.parts.counts import CountPart, count_row, counts_of
from tacitus.parts.mentions import MentionPart, mention_row, mentions_of
from tacitus.parts.places import PlacePart, place_row, places_of
from tacitus.parts.relations import RelationPart, relation_row, relations_of
from tacitus.parts.speech import SpeechPart, speech_of, speech_row
from tacitus.parts.times import TimePart, rows_of, times_of
from tacitus.parts.tools import Tools
from tacitus.pipeline import layout_of, limits, readable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tacitus.model.document import Document

__all__ = [
    "ROWS",
    "CountPart",
    "MentionPart",
    "PlacePart",
    "RelationPart",
    "SpeechPart",
    "TimePart",
    "Tools",
    "counts_of",
    "mentions_of",
    "places_of",
    "relations_of",
    "scores_of",
    "speech_of",
    "take",
    "times_of",
]

ROWS: Mapping[Part, Callable[[Document, Tools], Iterable[dict[str, Any] | Problem]]] = {
    Part.COUNTS: lambda document, tools: [count_row(part) for part in counts_of(document.text, tools.engine)],
    Part.MENTIONS: lambda document, tools: [mention_row(part) for part in mentions_of(document.text, tools.engine)],
    Part.PLACES: lambda document, tools: [
        place_row(part) for part in places_of(document.text, tools.engine, tools.gazetteer)
    ],
    Part.RELATIONS: lambda document, tools: [relation_row(part) for part in relations_of(document, tools.engine)],
    Part.SPEECH: lambda document, tools: [speech_row(part) for part in speech_of(document.text, tools.engine)],
    Part.TIMES: lambda document, _: rows_of(document),
}
"""Part to what gives its rows for a document, and Problems with what it reads; `Part.ALIKE` reads no documents."""


def take(items: Iterable[Document | Problem], part: Part, tools: Tools) -> Iterator[dict[str, Any] | Problem]:
    """Yield `{"id", "spans"}` for each document, and what is wrong with it before it.

    A text in another language has no spans; of one that is too long the beginning is read.
    """
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        layout = layout_of(item)
        yield from limits(item, layout)
        rows = list(ROWS[part](readable(item, layout), tools))
        yield from (row for row in rows if isinstance(row, Problem))
        yield {"id": item.id, "spans": [row for row in rows if not isinstance(row, Problem)]}
