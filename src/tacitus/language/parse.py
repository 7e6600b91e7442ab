"""From words to tags, a tree and names, by the network; sentences too long for it are read in windows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tacitus.language.attribution import attributions
from tacitus.language.bio import names
from tacitus.language.encoder import MAX_PIECES, Encoder
from tacitus.language.pairs import linked
from tacitus.language.tree import best_tree
from tacitus.language.word_scores import chances, likely, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tacitus.language.analysis import Attribution, Linked, Name, Scored
    from tacitus.language.encoder import WindowScores
    from tacitus.language.files import EngineFiles

_NEVER = -1e9
_BREAKS = frozenset(",;:–—)")
_PREDICATES = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN"})
"""Parts of speech that may be a predicate; "according" is a verb."""
_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Parse:
    """What the network makes of some words; the first four have one entry a word.

    Attributes:
        upos: Universal part of speech.
        xpos: Penn Treebank tag.
        heads: Index of the head, -1 for the one root.
        relations: Relation to the head; `root` for the root alone.
        names: Persons, organisations and places with a name, in order.
        mentions: Mentions by name or description with a type of claims.md, in order.
        triggers: Words that may name a claim, in order; empty when the network has no such head.
        factuality: One number a word, as `Sentence` has it; empty when the network has no such head.
        roles: As `Sentence` has them, and the next two; empty when the network has no such heads.
        arguments: Roles of claims.
        attributions: Who says what.
    """

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[Name, ...]
    mentions: tuple[Name, ...]
    triggers: tuple[Scored, ...] = ()
    factuality: tuple[float, ...] = ()
    roles: tuple[Linked, ...] = ()
    arguments: tuple[Linked, ...] = ()
    attributions: tuple[Attribution, ...] = ()


class Parser:
    """The network with the meaning of its outputs."""

    def __init__(self, files: EngineFiles) -> None:
        """Load the network."""
        self._encoder = Encoder(files)
        self._labels = files.labels
        self._is_root = np.array([label == "root" for label in files.labels["relations"]])

    def parse(self, words: Sequence[str]) -> Parse:
        """Return the parse of one sentence of at least one word.

        A sentence beyond the network's window is cut, behind a mark where there is one; the root of a later window
        hangs on the first root as `parataxis`.
        """
        parts = [self._parse_window(window) for window in self._windows(words)]
        return parts[0] if len(parts) == 1 else _join(parts)

    def _windows(self, words: Sequence[str]) -> Iterator[Sequence[str]]:
        """Yield the words in windows that the network can take."""
        start = size = 0
        widths = [self._encoder.width(word) for word in words]
        if sum(widths) <= MAX_PIECES:
            yield words
            return
        for at, width in enumerate(widths):
            if size + width > MAX_PIECES and at > start:
                middle = (start + at) // 2
                cut = max((i for i in range(middle, at) if words[i] in _BREAKS), default=at - 1) + 1
                yield words[start:cut]
                size = sum(widths[cut:at])
                start = cut
            size += width
        yield words[start:]

    def _parse_window(self, words: Sequence[str]) -> Parse:
        """Return the best tags, tree and stretches of one window."""
        scores = self._encoder.run(words)
        heads = best_tree(scores.arcs)
        relations = scores.relations(heads)
        is_top = np.array([head < 0 for head in heads])
        relations = np.where(is_top[:, None] == self._is_root[None, :], relations, _NEVER)
        upos = _best(scores.tags["upos"], self._labels["upos"])
        mentions = names(scores.tags["mentions"], self._labels["mentions"], {})
        triggers = likely(scores.tags["triggers"], self._labels["triggers"]) if "triggers" in scores.tags else ()
        roles = self._linked(scores, "roles", [at for at, tag in enumerate(upos) if tag in _PREDICATES])
        return Parse(
            upos=upos,
            xpos=_best(scores.tags["xpos"], self._labels["xpos"]),
            heads=heads,
            relations=_best(relations, self._labels["relations"]),
            names=names(scores.tags["names"], self._labels["names"], _KINDS),
            mentions=mentions,
            triggers=triggers,
            factuality=numbers(scores.tags["factuality"]) if "factuality" in scores.tags else (),
            roles=roles,
            arguments=self._linked(scores, "arguments", [one.token for one in triggers]),
            attributions=attributions(self._cues(scores), roles, heads, words),
        )

    def _linked(self, scores: WindowScores, head: str, rows: Sequence[int]) -> tuple[Linked, ...]:
        """Return the labelled pairs of one head; none when the network has no such head."""
        return linked(scores.pairs[head], self._labels[head], rows) if head in scores.pairs else ()

    def _cues(self, scores: WindowScores) -> dict[int, float]:
        """Return each word that may mark an attribution, with its probability."""
        if "cues" not in scores.tags:
            return {}
        column = self._labels["cues"].index("cue")
        return dict(enumerate(chances(scores.tags["cues"])[:, column].tolist()))


def _best(scores: NDArray[np.float64], labels: Sequence[str]) -> tuple[str, ...]:
    """Return the label of the highest score of each row."""
    return tuple([labels[i] for i in scores.argmax(axis=1).tolist()])


def _join(parts: Sequence[Parse]) -> Parse:
    """Return one parse of the windows of a sentence."""
    root = parts[0].heads.index(-1)
    firsts = [sum(len(part.heads) for part in parts[:n]) for n in range(len(parts))]
    heads: list[int] = list(parts[0].heads)
    relations: list[str] = list(parts[0].relations)
    for part, first in zip(parts[1:], firsts[1:], strict=True):
        heads.extend(root if head < 0 else head + first for head in part.heads)
        relations.extend("parataxis" if head < 0 else r for head, r in zip(part.heads, part.relations, strict=True))
    moved = [_moved(part, first) for part, first in zip(parts, firsts, strict=True)]
    return Parse(
        upos=tuple(tag for part in parts for tag in part.upos),
        xpos=tuple(tag for part in parts for tag in part.xpos),
        heads=tuple(heads),
        relations=tuple(relations),
        names=tuple(one for part in moved for one in part.names),
        mentions=tuple(one for part in moved for one in part.mentions),
        triggers=tuple(one for part in moved for one in part.triggers),
        factuality=tuple(one for part in moved for one in part.factuality),
        roles=tuple(one for part in moved for one in part.roles),
        arguments=tuple(one for part in moved for one in part.arguments),
        attributions=tuple(one for part in moved for one in part.attributions),
    )


def _moved(part: Parse, by: int) -> Parse:
    """Return what a window says with its word numbers moved by `by`."""
    return replace(
        part,
        names=tuple(replace(one, start=one.start + by, end=one.end + by) for one in part.names),
        mentions=tuple(replace(one, start=one.start + by, end=one.end + by) for one in part.mentions),
        triggers=tuple(replace(one, token=one.token + by) for one in part.triggers),
        roles=_linked_moved(part.roles, by),
        arguments=_linked_moved(part.arguments, by),
        attributions=tuple(
            replace(
                one,
                cue=one.cue + by,
                sources=tuple((start + by, end + by) for start, end in one.sources),
                contents=tuple((start + by, end + by) for start, end in one.contents),
                speaker=one.speaker + by if one.speaker >= 0 else -1,
            )
            for one in part.attributions
        ),
    )


def _linked_moved(linked_: Sequence[Linked], by: int) -> tuple[Linked, ...]:
    return tuple(replace(one, first=one.first + by, second=one.second + by) for one in linked_)
