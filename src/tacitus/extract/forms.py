"""The words in which a text speaks of a named thing: with its article, its title, what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract import phrases
from tacitus.extract.lexicon import word_set, words
from tacitus.extract.phrases import is_capital
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.layers import Mention
    from tacitus.extract.tree import Tree
    from tacitus.model.span import Span

#: Types of things that have names, so that every form of the name is worth keeping.
NAMED = frozenset(EntityType) - {EntityType.PEOPLE, EntityType.THING, EntityType.PLACE, EntityType.FACILITY}
_DETERMINERS = words("determiner")
#: By these a name hangs on the noun before it: "the agency SANA", "his sister Lucy".
_BEHIND = ("appos", "flat", "nmod:desc")
#: Words of a form; a longer one is a clause.
_LONGEST = 14


def of_name(mention: Mention, tree: Tree) -> Iterator[Span]:
    """Yield the longer words of a name as they stand, shortest first.

    "Admiral" in "Rear Admiral Ann Lee", "state news agency" in "the state news agency ZNA" belong to the phrase and
    not to the name: they are kept as a form of their own.
    """
    low, high = _tokens(tree, mention.head, mention.span)
    yield from _with_article(tree, low, high)
    wide = phrases.base(tree, mention.head)
    starts = [
        (_titles_before(tree, low), high),
        (wide[0], max(high, wide[-1])),
        (_noun_before(tree, mention, low), high),
    ]
    for start, end in dict.fromkeys(starts):
        if start < low or end > high:
            yield from _longer(tree, min(start, low), end)


def of_description(mention: Mention, tree: Tree) -> Iterator[Span]:
    """Yield the words of a description as they stand, with the article and with what stands behind them."""
    for span in (mention.span, *mention.wide):
        yield from _longer(tree, *_tokens(tree, mention.head, span))


def titles(mention: Mention, tree: Tree) -> Iterator[str]:
    """Yield the words of a mention of a person that tell a title or post: "army", "chief" in "army chief Ann Lee"."""
    spoken = set(phrases.base(tree, mention.head))
    if mention.is_name:
        low, high = _tokens(tree, mention.head, mention.span)
        spoken |= set(range(_titles_before(tree, low), low))
        if _noun_before(tree, mention, low) < low:
            spoken |= set(phrases.base(tree, tree.head(mention.head)))
        spoken -= set(range(low, high + 1))
    yield from (tree.word(k).rstrip(".") for k in sorted(spoken))


def _longer(tree: Tree, low: int, high: int) -> Iterator[Span]:
    if high - low < _LONGEST:
        yield tree.span((low, high))
        yield from _with_article(tree, low, high)


def _with_article(tree: Tree, low: int, high: int) -> Iterator[Span]:
    """Yield the words with their article, or the like: not with that of a noun behind them ("a Zenda leader")."""
    if low > 0 and tree.word(low - 1) in _DETERMINERS and low <= tree.head(low - 1) <= high:
        yield tree.span((low - 1, high))


def _titles_before(tree: Tree, low: int) -> int:
    """Return where the titles right before a name begin: "Col." in "the spokesman Col. Ann Lee"."""
    while (
        low > 0 and tree.word(low - 1).rstrip(".") in word_set("titles.tsv") and is_capital(tree.tokens[low - 1].text)
    ):
        low -= 1
    return low


def _noun_before(tree: Tree, mention: Mention, low: int) -> int:
    """Return where the phrase begins that has the name right behind it: "the daily As-Safir", "his aide, Ann Lee"."""
    noun = tree.head(mention.head)
    if not (0 <= noun < low and tree.is_a(mention.head, *_BEHIND)):
        return low
    before = set(phrases.full(tree, noun, wide=True)) if mention.type is EntityType.PERSON else {noun}
    marks = [k for k in range(noun + 1, low) if k not in before and tree.tokens[k].upos == "PUNCT"]
    if len(marks) > 1 or (marks and (mention.type is not EntityType.PERSON or tree.word(marks[0]) != ",")):
        return low
    return phrases.base(tree, noun)[0]


def _tokens(tree: Tree, head: int, span: Span) -> tuple[int, int]:
    """Return the first and the last token of a span around a head."""
    low = high = head
    while low > 0 and tree.tokens[low].span.start > span.start:
        low -= 1
    while high + 1 < len(tree.tokens) and tree.tokens[high].span.end < span.end:
        high += 1
    return low, high
