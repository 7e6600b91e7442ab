"""Names that stand before the title of a person: "Pentagon" in "Pentagon Press Secretary John Kirby".

The engine takes the whole run for the person's name, so that the body of the office would be lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract import entity_types
from tacitus.extract.layers import Mention
from tacitus.extract.lexicon import countries, word_set, words
from tacitus.extract.phrases import is_capital
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.tree import Tree

_OFFICE = words("office")
#: Titles of those who rule a place and not a body.
_OF_PLACES = words("ruler_of_place")
_LONGEST = 5  # words of the name of a body
_LINKS = frozenset({"'s", "’s", "'", "’", "-"})


def is_title(word: str) -> bool:
    """Tell whether a lower-case word is a title, or a word that stands in titles only: "press" of "press secretary"."""
    return word.strip(".") in word_set("titles.tsv") or word in _OFFICE


def bodies(tree: Tree) -> Iterator[Mention]:
    """Yield the names of bodies and places that stand before a title and a person's name, in one capitalised run."""
    seen: set[int] = set()
    for name in (*tree.sentence.mentions, *tree.sentence.names):
        run = range(name.start, name.end)
        first = next((i for i in run if is_title(tree.word(i))), None)
        if name.kind != "person" or first is None or first in seen or not 0 < first - name.start <= _LONGEST:
            continue
        seen.add(first)
        found = range(name.start, first)
        lower = tuple(tree.word(i) for i in found)
        if all(is_capital(tree.tokens[i].text) for i in found) and " ".join(lower) not in countries():
            is_place = any(tree.word(i) in _OF_PLACES for i in range(first, name.end))
            kind = EntityType.PLACE if is_place else entity_types.of_name(lower, EntityType.ORG)
            yield Mention(tree.span(found), tree.index, first - 1, kind, is_name=True)


def body_before(tree: Tree, title: int) -> int:
    """Return the token that ends the words before a title's run: "US" in "US Vice President X"; -1 without any."""
    at = title - 1
    while at >= 0 and (is_title(tree.word(at)) or tree.tokens[at].text in _LINKS):
        at -= 1
    return at


def bearer_behind(tree: Tree, title: int) -> int:
    """Return the token that begins the words behind a title's run: "John" in "Press Secretary Rear Admiral John"."""
    at = title + 1
    while at < len(tree.tokens) and is_title(tree.word(at)):
        at += 1
    return at if at < len(tree.tokens) else -1
