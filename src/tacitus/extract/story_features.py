"""What speaks for and against a time as that of an event which is told without one, as named numbers.

Each feature is 0 when it does not hold; `data/story_time.tsv` has their weights, none of them a word of any text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.extract.building import ARMED, HARMFUL
from tacitus.extract.lexicon import words_by
from tacitus.model.when import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.layers import Frame
    from tacitus.extract.tellings import Story, Telling
    from tacitus.extract.tree import Tree
    from tacitus.model.when import When

_CLAUSE = ("acl", "ccomp", "advcl", "parataxis")
_RECENT, _OLD = 7, 60  # days before publication
_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")
_MONTH = re.compile(r"[\dX]{4}-\d\d~?")
#: Events that are often told without anybody asking for their day.
_SLOW = frozenset(
    {
        "offensive",
        "aid",
        "talks",
        "agreement",
        "designation",
        "trial",
        "formation",
        "threat",
        "appointment",
        "pledge",
        "split",
        "merger",
    }
)
_WORDS = {group: frozenset(words) for group, words in words_by("story_words.tsv").items()}


@dataclass(frozen=True, slots=True)
class Undated:
    """An event that is told without a time, and where: `at` is the index of its trigger, -1 when it is no token."""

    frame: Frame
    tree: Tree
    at: int


def place(frame: Frame, story: Story) -> Undated:
    """Return the event with the tree of its sentence."""
    tree = story.scenes[frame.sentence].tree
    return Undated(frame, tree, next((i for i, t in enumerate(tree.tokens) if t.span == frame.trigger), -1))


def features(event: Undated, times: Sequence[Telling], story: Story) -> dict[str, float]:
    """Return what holds of an event and of one time that it may have.

    Args:
        event: The event.
        times: The tellings of the time, nearest first (`tellings.candidates`).
        story: The text.
    """
    found = [("bias", 1.0), *_event(event), *_time(times[0].when, story), *_telling(event, times, story)]
    return {name: float(value) for name, value in found if value}


def _event(event: Undated) -> Iterator[tuple[str, float]]:
    frame = event.frame
    yield "lead", frame.sentence < 2
    yield "publication", frame.type == "publication"
    yield "slow", frame.type in _SLOW
    yield "armed", frame.type in ARMED
    yield "destruction", frame.type == "destruction"
    yield "one_role", len({a.role for a in frame.args}) < 2
    if event.at >= 0:
        yield from _form(event.tree, event.at)


def _form(tree: Tree, at: int) -> Iterator[tuple[str, float]]:
    """Yield the tense of the trigger."""
    tag = tree.tokens[at].xpos
    helpers = {tree.word(k) for k in tree.on(at, "aux")}
    passive = {tree.word(k) for k in tree.on(at, "aux:pass")}
    yield "past", tag == "VBD" or (tag == "VBN" and not helpers and bool(passive & _WORDS["was"]))
    yield "had", bool(helpers & _WORDS["had"])
    yield "has", bool(helpers & _WORDS["has"])
    yield "present", tag in ("VBZ", "VBP") or (tag == "VBG" and bool(helpers & _WORDS["is"]))
    verbs = (at, *tree.ancestors(at)[:2])
    yield "habit", any(tree.word(k) in _WORDS["habit"] for v in verbs for k in tree.on(v, "advmod"))


def _time(when: When, story: Story) -> Iterator[tuple[str, float]]:
    yield "month", _MONTH.fullmatch(when.edtf) is not None
    yield "year", when.precision is Precision.YEAR
    yield "open", when.precision is Precision.OPEN
    yield "main", story.main is not None and when == story.main.when
    yield "share", story.shares.get(when, 0.0)
    yield "many_times", len(story.shares) > 4
    now = story.now
    yield "old", now is not None and when.latest is not None and (now - when.latest).days > _OLD
    if story.published is None:
        yield "recent", _DAY.fullmatch(when.edtf) is not None
    else:
        yield "recent", when.latest is not None and 0 <= (story.published - when.latest).days <= _RECENT


def _telling(event: Undated, times: Sequence[Telling], story: Story) -> Iterator[tuple[str, float]]:
    at = event.frame.sentence
    here = [t for t in times if t.sentence == at]
    if here:
        yield from _here(event, here[0], story)
        return
    before = [t for t in times if t.sentence < at]
    told = next((t for t in before if t.frames), None)
    if told is not None:
        yield "back_near", 1 / (at - told.sentence)
        yield "between", _between(told, at, story)
        definite = event.at >= 0 and any(event.tree.word(k) in _WORDS["the"] for k in event.tree.on(event.at, "det"))
        yield "back_the", definite and any({f.type, event.frame.type} <= HARMFUL for f in told.frames)
    elif before:
        yield "back_loose", 1
    else:
        yield "ahead", 1
    yield "paragraph", any(story.paragraphs[t.sentence] == story.paragraphs[at] for t in times)
    yield from _like(event.frame, [f for t in times for f in t.frames])


def _here(event: Undated, time: Telling, story: Story) -> Iterator[tuple[str, float]]:
    """Yield how a time of the same sentence stands to the event."""
    yield "here", 1
    told = story.tellings[event.frame.sentence]
    yield "here_alone", len({t.when for t in told}) == 1
    yield "here_told", bool(time.frames)
    if event.at < 0 or time.head < 0:
        return
    yield "here_nearest", all(abs(t.head - event.at) >= abs(time.head - event.at) for t in told if t.head >= 0)
    up, down = path(event.tree, event.at, time.head)
    yield "here_under", not up
    yield "here_deep", sum(event.tree.is_a(i, *_CLAUSE) for i in down)
    yield "here_advcl", any(event.tree.is_a(i, "advcl") for i in up)
    yield "here_acl", any(event.tree.is_a(i, "acl") for i in up)


def path(tree: Tree, one: int, other: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the tokens from each of two up to their first common governor, which is left out."""
    left, right = (one, *tree.ancestors(one)), (other, *tree.ancestors(other))
    common = next((i for i in left if i in right), -1)
    up = left[: left.index(common)] if common >= 0 else left
    down = right[: right.index(common)] if common >= 0 else right
    return up, down


def _between(told: Telling, at: int, story: Story) -> int:
    """Return how many other times are told from a telling to the sentence `at`, at most 3."""
    first = max(told.sentence, at - _FARTHEST)
    return min(3, len({t.when for tellings in story.tellings[first : at + 1] for t in tellings} - {told.when}))


_FARTHEST = 20  # sentences back in which other times count


def _like(frame: Frame, told: Sequence[Frame]) -> Iterator[tuple[str, float]]:
    """Yield what the event has in common with those of the time."""
    yield "same_type", any(f.type == frame.type for f in told)
    yield "same_family", any({f.type, frame.type} <= HARMFUL for f in told)
    yield "other_actor", _differ("actor", frame, told)


def _differ(role: str, frame: Frame, told: Sequence[Frame]) -> bool:
    """Tell whether both name who fills a role, and none is the same."""
    own = {a.value for a in frame.args if a.role == role}
    others = {a.value for f in told for a in f.args if a.role == role}
    return bool(own and others) and not own & others
