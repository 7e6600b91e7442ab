"""Where a place stands in the words of a claim: where it was, or only whence it came and where a road leads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.entity import Entity

#: From where something came, to the words that say whom or what it hit.
_FROM = re.compile(
    r"\bfrom\s+(?:the|an?|its|their|his|our|positions|bases?|areas?)\b.*?(?=,|;|\.|\s+(?:at|on|onto|into|against|hit|struck|when|"
    r"and)\b|$)",
    re.IGNORECASE,
)
#: A place beside which another lies: "the hills north of the town".
_BESIDE = re.compile(
    r"\b(?:north|south|east|west|northeast|northwest|southeast|southwest|outside|near|around|above)\s+(?:of\s+)?(.+)$",
    re.IGNORECASE,
)
#: What stands before a place that a road, or a way, leads to or from.
_WAY = r"\b(?:to|towards?|from|via|between)\s+(?:the\s+)?"


def is_origin(row: ClaimRow, entity: Entity) -> bool:
    """Tell whether the words of a strike name something only as that from which it came."""
    if row.claim.type not in lists.words("strikes"):
        return False
    return any(_stands(entity.names, part) for part in _origins(row)) and not _stands_elsewhere(row, entity.names)


def is_beside(row: ClaimRow, entity: Entity) -> bool:
    """Tell whether the words of a claim of control name a place only to say what is held beside it."""
    if row.claim.type != "controls" or entity.type is not EntityType.PLACE:
        return False
    beside = [found[1] for quote in row.quotes for found in _BESIDE.finditer(quote)]
    is_named = _stands(entity.names, " ".join(row.quotes))
    return bool(beside) and (not is_named or _stands(entity.names, " ".join(beside)))


def is_there(row: ClaimRow, names: Iterable[str]) -> bool:
    """Tell whether the words of a claim name a place, and not only a way to it or from it."""
    known = tuple(names)
    return _stands_elsewhere(row, known)


def _origins(row: ClaimRow) -> list[str]:
    return [found[0] for quote in row.quotes for found in _FROM.finditer(quote)]


def _stands_elsewhere(row: ClaimRow, names: Iterable[str]) -> bool:
    is_strike = row.claim.type in lists.words("strikes")
    rest = [_FROM.sub(" ", quote) if is_strike else quote for quote in row.quotes]
    ways = [rf"{_WAY}{re.escape(name)}\b" for name in names]
    return _stands(names, " ".join(re.sub("|".join(ways), " ", words, flags=re.IGNORECASE) for words in rest))


def _stands(names: Iterable[str], words: str) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) for name in names)
