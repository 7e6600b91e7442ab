"""How many are counted in a text, and what happened to whom, of which side, and who counted them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.extract import attribution, casualties, harmed, quotes, speech
from tacitus.extract.counts import find_counts
from tacitus.extract.tree import plant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.casualties import Whom
    from tacitus.extract.harm_words import Harm
    from tacitus.extract.layers import Speech
    from tacitus.extract.tree import Tree
    from tacitus.language.analysis import Engine
    from tacitus.model.count import Count
    from tacitus.model.span import Span


@dataclass(frozen=True, slots=True)
class CountPart:
    """A number of persons or things.

    Attributes:
        span: The words of the number with its bound: "at least a dozen".
        count: The range that they allow, with the same words.
        harm: What happened to those counted; None when the sentence tells of no harm to them.
        whom: The words for those counted, without the number; None for a bare number ("killed 12").
        kind: What kind of persons they are; None when things or places are counted.
        side: The words for the group, state or force to which they belong; None when it is not told.
        source: The words that name who says so, whole phrases; empty for the writer.
    """

    span: Span
    count: Count
    harm: Harm | None
    whom: Span | None
    kind: Whom | None
    side: Span | None
    source: tuple[Span, ...]


def counts_of(text: str, engine: Engine) -> tuple[CountPart, ...]:
    """Return the numbers of a text in order, each with what it counts; dates, ages, measures and money are left out."""
    trees = [plant(sentence, at) for at, sentence in enumerate(engine.analyse(text))]
    found = find_counts(text)
    starts = [one.span.start for one in found]
    said = _said(text, trees)
    out: list[CountPart] = []
    for tree, here in zip(trees, said, strict=True):
        span = tree.sentence.span
        counts = found[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        out += (
            CountPart(one.span, one.count, one.harm, one.whom, one.kind, one.side, one.source)
            for one in casualties.in_tree(tree, counts, here)
        )
    return tuple(out)


def _said(text: str, trees: Sequence[Tree]) -> list[list[Speech]]:
    """Return for each sentence what is said in it, reports alone: who demands the release of twelve counts nobody."""
    found = [speech.unnamed(tree, one) for tree in trees for one in _reports(tree)]
    sentences = tuple(tree.sentence.span for tree in trees)
    starts, ends = [span.start for span in sentences], [span.end for span in sentences]
    out: list[list[Speech]] = [[] for _ in trees]
    for one in quotes.carry(text, sentences, found):
        for content in one.content:
            for at in range(bisect_right(ends, content.start), bisect_left(starts, content.end)):
                out[at].append(one)
    return out


def _reports(tree: Tree) -> Iterator[attribution.Attribution]:
    """Return who reports what; "the raid claimed 12 lives" reports nothing."""
    harms = {one.at for one in harmed.in_tree(tree)}
    return (one for one in attribution.in_tree(tree) if one.is_report and one.cue not in harms)


def count_row(part: CountPart) -> dict[str, Any]:
    """Return a number as it is written to JSON.

    `start`, `end`, `words`, `min` and `max` (null for an open end), `harm`, `kind`; `who` and `side` as `[start, end]`
    or null; `source`, a list of `[start, end]`.
    """
    return {
        "start": part.span.start,
        "end": part.span.end,
        "words": part.count.words,
        "min": part.count.min,
        "max": part.count.max,
        "harm": part.harm and str(part.harm),
        "who": _place(part.whom),
        "kind": part.kind and str(part.kind),
        "side": _place(part.side),
        "source": [_place(span) for span in part.source],
    }


def _place(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None
