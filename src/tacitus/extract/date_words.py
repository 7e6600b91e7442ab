"""Words of a date, which speak of nobody: "March", "23 June 2023", "in 2017"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import words

if TYPE_CHECKING:
    from tacitus.extract.tree import Tree

_CALENDAR = words("calendar")
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Prepositions before a year by itself.
_IN = frozenset({"in", "since", "until", "before", "after", "from", "by", "during", "between"})


def is_of_date(tree: Tree, i: int) -> bool:
    """Tell whether a word is part of a date: a month or weekday, a number beside one, or a year behind "in"."""
    if tree.word(i) in _CALENDAR:
        return True
    is_year = _YEAR.fullmatch(tree.word(i)) is not None
    if not is_year and _DAY.fullmatch(tree.word(i)) is None:
        return False
    around = [tree.word(k) for k in (i - 1, i + 1, i - 2) if 0 <= k < len(tree.tokens) and tree.word(k) != ","]
    if any(word in _CALENDAR for word in around[: 3 if is_year else 2]):
        return not tree.on(i, "nmod", "acl")
    is_alone = i + 1 == len(tree.tokens) or tree.tokens[i + 1].upos not in ("NOUN", "PROPN", "ADJ")
    return is_year and is_alone and tree.preposition(i) in _IN
