"""Who says what in a sentence, from the network's cues, speakers and contents and from the tree.

The network says which word marks an attribution, and which words head the speaker and the content; the tree says how
far they reach. A content into which the cue is set ("…, X said, …") goes on behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.language.analysis import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tacitus.language.analysis import Linked

Stretch = tuple[int, int]
"""Tokens `[start, end)`."""

BAR = 0.5
"""Least probability of a cue, and of a speaker."""

_EDGE = frozenset({",", ".", ";", ":", "-", "–", "—"})


def attributions(
    cues: Mapping[int, float], roles: Sequence[Linked], heads: Sequence[int], words: Sequence[str]
) -> tuple[Attribution, ...]:
    """Return who says what, in the order of the cues.

    Args:
        cues: Index of each word that may mark an attribution to its probability.
        roles: `speaker` and `content` of the words, among other roles.
        heads: Index of each word's governor, -1 for the root.
        words: The words.
    """
    return tuple(_found(cues, roles, heads, words))


def _found(
    cues: Mapping[int, float], roles: Sequence[Linked], heads: Sequence[int], words: Sequence[str]
) -> Iterator[Attribution]:
    for cue in sorted(at for at, chance in cues.items() if chance >= BAR):
        said = _best(roles, cue, "content")
        if said is None:
            continue
        who = _best(roles, cue, "speaker")
        speaker = who.second if who is not None and who.score >= BAR else -1
        content = subtree(heads, said.second)
        if cue in content:
            content = [at for at in content if at not in set(subtree(heads, cue))]
        marks = {cue} if speaker in subtree(heads, cue) else set(subtree(heads, cue))
        source = [at for at in subtree(heads, speaker) if at not in marks] if speaker >= 0 else []
        contents = trimmed(words, (at for at in content if at not in source))
        if contents:
            yield Attribution(cue, trimmed(words, source), contents, speaker, round(cues[cue], 4))


def _best(roles: Iterable[Linked], first: int, label: str) -> Linked | None:
    """Return the likeliest role of that label of one word."""
    found = [one for one in roles if one.first == first and one.label == label]
    return max(found, key=lambda one: (one.score, -one.second), default=None)


def subtree(heads: Sequence[int], top: int) -> list[int]:
    """Return the words that hang on `top`, it included, in order."""
    kept = {top}
    rest = [at for at in range(len(heads)) if at != top]
    while True:
        more = [at for at in rest if heads[at] in kept and at not in kept]
        if not more:
            return sorted(kept)
        kept.update(more)


def trimmed(words: Sequence[str], inside: Iterable[int]) -> tuple[Stretch, ...]:
    """Return the words in stretches without gaps, without commas, stops and dashes at the two ends.

    Examples:
        >>> trimmed(["He", ",", "they", "said", "."], [0, 1, 4])
        ((0, 1),)
    """
    kept = sorted(inside)
    while kept and words[kept[0]] in _EDGE:
        del kept[0]
    while kept and words[kept[-1]] in _EDGE:
        del kept[-1]
    return stretches(kept)


def stretches(words: Iterable[int]) -> tuple[Stretch, ...]:
    """Return rising word numbers as stretches without gaps.

    Examples:
        >>> stretches([0, 1, 4])
        ((0, 2), (4, 5))
    """
    found: list[Stretch] = []
    for at in words:
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return tuple(found)
