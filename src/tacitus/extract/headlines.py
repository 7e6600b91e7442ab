"""Headlines: who says a line, named before or behind it with a colon or a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tacitus.extract.contents import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.tree import Tree
    from tacitus.model.span import Span

_TAIL_MARKS = frozenset({":", "-", "–", "—"})
_TITLE = 3  # tokens: a title before the name that a headline begins with


class Line(NamedTuple):
    """A headline: index of the mark, of the head of the words that name the speaker, and the words said."""

    mark: int
    speaker: int
    content: Span


def before(tree: Tree) -> Iterator[Line]:
    """Yield what a headline has a name say: "Army: Rebels fled the town"."""
    for name in tree.sentence.names[:1]:
        rest = range(name.end + 1, len(tree.tokens))
        if name.start <= _TITLE and name.end < len(tree.tokens) and tree.word(name.end) == ":" and len(rest) >= ENOUGH:
            yield Line(name.end, _top(tree, name.start, name.end), tree.span(rest))


def behind(tree: Tree) -> Iterator[Line]:
    """Yield who says a headline at its end: "Ten soldiers killed in ambush - ministry"."""
    last = len(tree.tokens) - 1
    mark = next((i for i in range(last, ENOUGH - 1, -1) if tree.word(i) in _TAIL_MARKS), -1)
    rest = range(mark + 1, last + 1)
    if mark < ENOUGH or not 1 <= len(rest) <= _TITLE + 1 or mark > last:
        return
    if all(tree.tokens[i].upos in ("NOUN", "PROPN", "ADJ") for i in rest) and _is_set_off(tree, mark):
        yield Line(mark, _top(tree, mark + 1, last + 1), tree.span(range(mark)))


def _is_set_off(tree: Tree, mark: int) -> bool:
    """Tell whether the line before the mark is a sentence, and what stands behind it is set off by blanks."""
    before, behind = tree.tokens[mark - 1].span.end, tree.tokens[mark + 1].span.start
    is_apart = tree.tokens[mark].span.end < behind and (tree.word(mark) == ":" or before < tree.tokens[mark].span.start)
    return is_apart and any(tree.is_verb(i) for i in range(mark))


def _top(tree: Tree, start: int, end: int) -> int:
    """Return the token of `[start, end)` that governs the others."""
    return next((i for i in range(start, end) if not start <= tree.head(i) < end), start)


def leading(tree: Tree) -> Iterator[int]:
    """Yield the verb of a sentence that leads in the next with a colon: "The ministry issued this statement:"."""
    last = len(tree.tokens) - 1
    if tree.word(last) == ":":
        yield from (i for i in range(last) if tree.head(i) < 0 and tree.is_verb(i))
