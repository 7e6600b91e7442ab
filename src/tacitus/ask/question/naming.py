"""A phrase of a question as parts of a pattern: a thing, and the place or body that its words name besides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.ask.question.people import done_to
from tacitus.extract.lexicon import typed_words
from tacitus.model.entity import EntityType
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from tacitus.ask.question.spelling import Book
    from tacitus.ledger.contract import View

_PLACES = frozenset({EntityType.PLACE, EntityType.FACILITY})
_ACTING = frozenset({EntityType.FORCE, EntityType.STATE, EntityType.GROUP, EntityType.ORG, EntityType.MEDIA})
_OF = re.compile(r"(?P<head>.+?) (?:of|for) (?:the )?(?P<rest>.+)", re.IGNORECASE)
_AND = re.compile(r",? and |, ")
_ARTICLE = re.compile(r"^(?:the|a|an|some|any) ", re.IGNORECASE)


def placed(words: str, part: str, view: View, book: Book) -> tuple[tuple[str, str], ...]:
    """Return a phrase as parts of a pattern.

    "market of Mirzakh" and "Mirzakh market" are a market and a place; "army of Orvand" is one thing, if the ledger
    knows it by that name.
    """
    bare = _ARTICLE.sub("", words).strip()
    if done_to(words) is not None:
        return ((part, words),)
    if part == "weapon" and _is_body(bare, view, book):
        return (("about", bare),)
    if part == "actor" and fold(bare).split()[-1:] and fold(bare).split()[-1] in lists.words("arms"):
        return (("weapon", bare),)
    if fold(bare) in book.proper or part == "actor":
        return ((part, bare),)
    return _parted(bare, part, view, book)


def _parted(bare: str, part: str, view: View, book: Book) -> tuple[tuple[str, str], ...]:
    """Return words that are no name of the ledger as a thing and its place."""
    if part in ("place", "target", "about") and _is_direction(bare):
        return (("words", bare),)
    kinds = lists.words("area") | lists.words("settlement")
    found = _OF.fullmatch(bare)
    if found is not None and is_place(found["rest"], view, book) and not _is_body(bare, view, book):
        return _of_place(found["head"], found["rest"], part)
    if found is not None and _is_owned(found["head"], book) and fold(bare) not in book.by_key:
        return ((part, found["head"]), *(("words", name) for name in _AND.split(found["rest"])))
    first, _, rest = bare.partition(" ")
    if not rest.islower() or _is_acting(rest) or not is_place(first, view, book):
        return ((part, bare),)
    if rest in kinds:
        return ((part, bare if fold(bare) in book.by_key else first),)
    return ((part, rest), ("place", first))


def _of_place(head: str, place: str, part: str) -> tuple[tuple[str, str], ...]:
    """Return "market of Dura" as a thing and its place; "town of Dura" and "part of Dura" as that place."""
    if head.lower() in lists.words("share"):
        return (("place", place),)
    if head.lower() in lists.words("area") | lists.words("settlement"):
        return ((part, place),)
    return (("words" if _is_direction(head) else part, head), ("place", place))


def _is_owned(head: str, book: Book) -> bool:
    """Tell whether the ledger has a thing whose owner it tells by a pronoun alone: "their aircraft"."""
    return any(f"{pronoun} {fold(head)}" in book.by_key for pronoun in ("their", "its", "his", "her"))


def _is_direction(words: str) -> bool:
    """Tell whether words only tell which part of a place: "south-west", "northern outskirts"."""
    said = fold(words).split()
    return bool(said) and all(word in lists.words("direction") for word in said)


def is_place(name: str, view: View, book: Book) -> bool:
    """Tell whether a name of the ledger is, to some document, that of a place."""
    return fold(name) in book.proper and any(row.entity.type in _PLACES for row in view.entities({fold(name)}))


def _is_acting(words: str) -> bool:
    """Tell whether a description is of somebody: "army" in "Orvand army"."""
    return typed_words("head_types.tsv").get(words.rsplit(maxsplit=1)[-1]) in _ACTING


def _is_body(name: str, view: View, book: Book) -> bool:
    """Tell whether the ledger knows somebody who acts by this name."""
    known = fold(name) in book.by_key
    return known and any(row.entity.type in _ACTING for row in view.entities({fold(name)}))
