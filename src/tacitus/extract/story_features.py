"""What speaks for and against a time as that of an event which is told without one, as named numbers.

Each feature is 0 when it does not hold; `data/story_time.tsv` has their weights, none of them a word of any text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.extract.building import ARMED
from tacitus.extract.lexicon import words_by
from tacitus.extract.tellings import BACK, is_day
from tacitus.model.when import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.layers import Frame
    from tacitus.extract.tellings import Story, Telling
    from tacitus.extract.tree import Tree
    from tacitus.model.when import When

_CLAUSE = ("acl", "ccomp", "advcl", "parataxis")
_RECENT, _OLD = 7, 60  # days before publication
_FAR = 5  # sentences
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
    found = [("bias", 1.0), *_event(event, story), *_time(times[0].when, story), *_telling(event, times, story)]
    return {name: float(value) for name, value in found if value}


def _event(event: Undated, story: Story) -> Iterator[tuple[str, float]]:
    frame = event.frame
    yield "late", frame.sentence / len(story.scenes)
    yield "publication", frame.type == "publication"
    yield "slow", frame.type in _SLOW
    yield "armed", frame.type in ARMED
    yield "destruction", frame.type == "destruction"
    yield "toll", any(a.role in ("killed", "injured") for a in frame.args)
    yield "one_role", len({a.role for a in frame.args}) < 2
    if event.at >= 0:
        yield from _form(event.tree, event.at)


def _form(tree: Tree, at: int) -> Iterator[tuple[str, float]]:
    """Yield the tense of the trigger and the kind of its clause."""
    tag = tree.tokens[at].xpos
    helpers = {tree.word(k) for k in tree.on(at, "aux")}
    passive = {tree.word(k) for k in tree.on(at, "aux:pass")}
    yield "past", tag == "VBD"
    yield "passive", tag == "VBN" and not helpers and bool(passive & _WORDS["was"])
    yield "had", bool(helpers & _WORDS["had"])
    yield "has", bool(helpers & _WORDS["has"])
    yield "bare_plural", tag == "NNS" and not tree.on(at, "det")
    yield "present", tag in ("VBZ", "VBP") or (tag == "VBG" and bool(helpers & _WORDS["is"]))
    over = tree.ancestors(at)
    yield "habit", any(tree.word(k) in _WORDS["habit"] for v in (at, *over[:2]) for k in tree.on(v, "advmod"))
    yield "relative", any(tree.is_a(i, "acl:relcl") for i in (at, *over))


def _time(when: When, story: Story) -> Iterator[tuple[str, float]]:
    yield "open", when.precision is Precision.OPEN
    yield "main", story.main is not None and when == story.main.when
    now = story.now
    yield "old", now is not None and when.latest is not None and (now - when.latest).days > _OLD
    if story.published is None:
        yield "recent", is_day(when)
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
        yield "between", _between(told, at, story)
        yield "last_told", not any(t.frames for s in story.tellings[max(told.sentence + 1, at - BACK) : at] for t in s)
    yield "ahead", not before
    yield "headline", not before and at == 0
    yield "gap", min(_FAR, max(0, at - times[0].sentence)) / _FAR
    yield "paragraph", any(story.paragraphs[t.sentence] == story.paragraphs[at] for t in times)
    yield from _like(event.frame, times, story)


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
    yield "here_foreign", any(event.tree.is_a(i, "acl:relcl") and event.tree.head(i) != event.at for i in down)
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
    near = story.tellings[max(told.sentence, at - BACK) : at + 1]
    return min(3, len({t.when for tellings in near for t in tellings} - {told.when}))


def _like(frame: Frame, times: Sequence[Telling], story: Story) -> Iterator[tuple[str, float]]:
    """Yield what the event has in common with those of the time, and with the sentences that tell it."""
    told = [f for t in times for f in t.frames]
    yield "same_type", any(f.type == frame.type for f in told)
    yield "other_actor", _differ("actor", frame, told)
    known = {m.entity for t in times for m in story.scenes[t.sentence].mentions.values()}
    yield "known", any(getattr(a.value, "who", a.value) in known for a in frame.args)


def _differ(role: str, frame: Frame, told: Sequence[Frame]) -> bool:
    """Tell whether both name who fills a role, and none is the same."""
    own = {a.value for a in frame.args if a.role == role}
    others = {a.value for f in told for a in f.args if a.role == role}
    return bool(own and others) and not own & others
