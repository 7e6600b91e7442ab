"""When: the time expression of a sentence that belongs to one event."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tacitus.extract import lasting
from tacitus.extract.lexicon import words, words_by
from tacitus.model.ontology import Status
from tacitus.model.when import Precision, day, month, year

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.extract.layers import TimeMention
    from tacitus.extract.scene import Scene
    from tacitus.extract.tree import Tree
    from tacitus.model.when import When

#: Relations up which a time of the governor is also the time of the event.
_UP = ("obj", "nsubj", "obl", "xcomp", "nmod", "compound", "csubj")


class Dated(NamedTuple):
    """A time and what it was reckoned from, as `Claim` has both."""

    when: When | None = None
    anchor: str = ""


UNDATED = Dated()
_WRITTEN = words("written_thing")
_SAYING = frozenset(words_by("speech.tsv")["say"])
_PAST = frozenset({"VBD", "VBN"})
_HAD = frozenset({"had", "'d"})
#: Anchors of time expressions that lean on another time of the story.
_LEANING = ("after", "before", "same")


def anchored(time: TimeMention, when: When | None) -> Dated:
    """Return the day that a time expression was found to mean, with its anchor."""
    if when is None:
        return UNDATED
    return Dated(when, "story" if time.anchor in _LEANING else time.anchor)


def of(scene: Scene, trigger: int, status: Status, before: When | None = None) -> Dated:
    """Return the time of the event at token `trigger`: its own, else that of what governs it in the same clause.

    Args:
        scene: The sentence.
        trigger: The word that names the event.
        status: A planned event does not take the time of the plan.
        before: The last time that the story told, on which "two days later" leans.
    """
    attached = _attached(scene)
    tree = scene.tree
    begun = lasting.begun(tree, trigger, attached) or lasting.since(tree, trigger, scene.times)
    if begun is not None and attached.get(trigger, begun) is begun:
        return _since(begun)
    at = trigger
    for _ in range(8):
        if at in attached and (at == trigger or not any(is_of_writing(tree, k) for k in tree.on(at, "nmod"))):
            found = attached[at]
            if found.when is not None and found.when.precision is Precision.OPEN and lasting.is_ranked(tree, at):
                return UNDATED
            when = found.when or (leaning(before, found) if before is not None else None)
            return anchored(found, when)
        up = tree.head(at)
        if up < 0 or not tree.is_a(at, *_UP):
            return _when(tree, trigger, attached) or _shared(tree, at, attached) or _in_which(scene, at)
        if tree.is_a(at, "xcomp") and status is not Status.ACTUAL:
            return UNDATED
        at = up
    return UNDATED


def _since(time: TimeMention) -> Dated:
    return anchored(time, lasting.opened(time.when) if time.when is not None else None)


def _when(tree: Tree, at: int, attached: Mapping[int, TimeMention]) -> Dated | None:
    """Return the time of a clause with "when": "were killed when their lorry hit a mine on Sunday"."""
    for clause in lasting.clauses_with_when(tree, at):
        found = attached.get(clause)
        if found is not None and found.when is not None:
            return anchored(found, found.when)
    return None


def _shared(tree: Tree, at: int, attached: Mapping[int, TimeMention]) -> Dated | None:
    """Return the time told before two verbs of one subject: "in March they left the Front and joined the League"."""
    first = tree.head(at)
    found = attached.get(first)
    if found is None or found.when is None or not tree.is_a(at, "conj") or tree.on(at, "nsubj", "aux"):
        return None
    head, subjects = head_of(tree, found), tree.on(first, "nsubj")
    is_before = head is not None and bool(subjects) and head < min(subjects)
    is_same = tree.tokens[at].xpos == tree.tokens[first].xpos in _PAST  # "joined it in 2017 and leads it now"
    return anchored(found, found.when) if is_before and is_same and not tree.on(at, "advmod") else None


def is_of_saying(tree: Tree, head: int, trigger: int) -> bool:
    """Tell whether a time is that of the words, and what they tell was before: "in May he said he had founded it"."""
    above = (trigger, *tree.ancestors(trigger))
    content = next((i for i in above if tree.is_a(i, "ccomp") and tree.lemma(tree.head(i)) in _SAYING), -1)
    if content < 0 or head in tree.subtree(content):
        return False
    is_past = any(tree.word(k) in _HAD for k in tree.on(content, "aux"))
    return is_past and tree.head(content) in tree.ancestors(head)


def _in_which(scene: Scene, at: int) -> Dated:
    found = lasting.in_which(scene.tree, at, scene.times)
    return anchored(found, lasting.beginning(found.when)) if found is not None and found.when is not None else UNDATED


def own(scene: Scene, trigger: int) -> Dated:
    """Return the time that hangs on the word at `trigger` itself: of a relation, which outlasts what is told of it."""
    attached = _attached(scene)
    found = attached.get(trigger)
    return anchored(found, found.when) if found is not None else _shared(scene.tree, trigger, attached) or UNDATED


def _attached(scene: Scene) -> dict[int, TimeMention]:
    """Return governor → time expression; the first that says something counts."""
    out: dict[int, TimeMention] = {}
    for time in scene.times:
        if time.when is None and time.offset is None and time.anchor != "same":
            continue
        head = head_of(scene.tree, time)
        if head is not None:
            out.setdefault(head, time)
            for governor in _governors(scene.tree, head):
                for clause in scene.tree.on(governor, "ccomp"):
                    if governor < clause < head:  # "the army said gunmen struck on Tuesday": the strike was on Tuesday
                        out.setdefault(clause, time)
                out.setdefault(governor, time)
    return out


def _governors(tree: Tree, head: int) -> tuple[int, ...]:
    """Return what a time hangs on, and the verb above it when that is a noun: "two nurses near Obock on Tuesday"."""
    up = tree.ancestors(head)
    if is_of_writing(tree, head):
        return up[:1]
    through = next((n for n, i in enumerate(up) if tree.is_verb(i)), 0)
    return (*up[:1], *up[through : through + 1]) if all(tree.is_a(i, *_NOMINAL) for i in up[:through]) else up[:1]


def is_of_writing(tree: Tree, head: int) -> bool:
    """Tell whether a time dates what was written and not what that is about: "in a report of 15 May about the raid"."""
    written = tree.head(head)
    return written >= 0 and tree.preposition(head) == "of" and tree.lemma(written) in _WRITTEN


def head_of(tree: Tree, time: TimeMention) -> int | None:
    """Return the token that heads the words of a time; None when the sentence has none of them."""
    inside = [i for i, t in enumerate(tree.tokens) if time.span.overlaps(t.span)]
    outer = [i for i in inside if tree.head(i) not in inside and tree.tokens[i].upos not in ("ADP", "PUNCT")]
    return outer[0] if outer else None


_NOMINAL = ("nmod", "obl", "obj", "nsubj", "conj", "compound", "appos")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def leaning(before: When, time: TimeMention) -> When | None:
    """Return the time of an expression that leans on an earlier one: "two days later", "that day".

    The result is as fine as the coarser of the two: two years after 3 May 2017 is a year, 2019.

    Examples:
        >>> from tacitus.extract.layers import TimeMention
        >>> from tacitus.model.span import Span
        >>> from tacitus.model.when import When
        >>> leaning(When("2019-11-17"), TimeMention(Span(0, 14), None, "after", (2, "day")))
        When(edtf='2019-11-19')
        >>> leaning(When("2017"), TimeMention(Span(0, 15), None, "after", (2, "year")))
        When(edtf='2019')
    """
    start = before.earliest
    if time.offset is None or start is None:
        return before if time.anchor == "same" else None
    amount, unit = time.offset
    try:
        return _moved(before, start, amount, unit)
    except (OverflowError, ValueError):
        return None


def _moved(before: When, start: date, amount: int, unit: str) -> When | None:
    exact = before.precision is Precision.DAY
    if unit in _DAYS:
        return day(start + timedelta(days=amount * _DAYS[unit])) if exact else None
    if unit == "month" and (exact or before.precision is Precision.MONTH):
        total = start.year * 12 + start.month - 1 + amount
        return month(total // 12, total % 12 + 1)
    if unit in ("year", "decade") and before.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return year(start.year + amount * (10 if unit == "decade" else 1))
    return None
