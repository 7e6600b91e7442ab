"""The times that a text tells, sentence by sentence, and which of them an event told without one may have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.extract import lasting, timing
from tacitus.extract.building import HARMFUL
from tacitus.extract.lexicon import words_by
from tacitus.model.ontology import Certainty, Kind, Status, kind_of
from tacitus.model.when import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tacitus.extract.contract import Draft
    from tacitus.extract.layers import Frame
    from tacitus.extract.scene import Scene
    from tacitus.model.when import When

#: Sentences back and on in which the time of an event is looked for.
BACK, AHEAD = 8, 2
_WOUNDED = frozenset(words_by("constructions.tsv")["wounded"])
_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d[~?%]?")


@dataclass(frozen=True, slots=True)
class Telling:
    """A time as one sentence tells it.

    Attributes:
        when: The time.
        anchor: What it was reckoned from, as in `Claim`.
        sentence: Index of the sentence.
        head: Index of the token that heads the words of the time; -1 when no words of the sentence say it.
        frames: The events of the sentence that happened then.
    """

    when: When
    anchor: str
    sentence: int
    head: int = -1
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """What a text tells of times.

    Attributes:
        scenes: Its sentences.
        tellings: The times of each sentence, in order.
        paragraphs: Number of the paragraph of each sentence.
        last: The last day on which something is told to have happened; None when no such day is told.
        main: The first telling with an event that happened then; None when there is none.
        published: Day of publication, or None.
    """

    scenes: tuple[Scene, ...]
    tellings: tuple[tuple[Telling, ...], ...]
    paragraphs: tuple[int, ...]
    last: date | None = None
    main: Telling | None = None
    published: date | None = None

    @property
    def now(self) -> date | None:
        """The day of publication, else the last day that is told; None when there is neither."""
        return self.published or self.last


def read(draft: Draft, scenes: tuple[Scene, ...]) -> Story:
    """Return the times of a text with the events that happened then. Linear in the length of the text."""
    by_sentence: list[list[Frame]] = [[] for _ in scenes]
    for frame in draft.frames:
        if frame.time is not None and kind_of(frame.type) is Kind.EVENT:
            by_sentence[frame.sentence].append(frame)
    tellings = tuple(tuple(_told(s, f)) for s, f in zip(scenes, by_sentence, strict=True))
    dated = (f.time for told in by_sentence for f in told if f.status is Status.ACTUAL)
    last = max((when.latest for when in dated if when is not None and when.latest is not None), default=None)
    main = next((t for told in tellings for t in told if t.frames), None)
    return Story(scenes, tellings, _paragraphs(draft, scenes), last, main, draft.document.published)


def _told(scene: Scene, frames: Sequence[Frame]) -> Iterator[Telling]:
    """Yield the times of a sentence: those that its words say, then those that only its events have."""
    said = set()
    for time in scene.times:
        head = timing.head_of(scene.tree, time)
        if time.when is not None and (_is_of_writing(scene, head) or _is_of_later_death(scene, head)):
            said.add(time.when)
        elif time.when is not None and not _ranks(scene, time.when, head):
            said.add(time.when)
            then = tuple(f for f in frames if f.time == time.when)
            anchor = timing.anchored(time, time.when).anchor
            yield Telling(time.when, anchor, scene.tree.index, -1 if head is None else head, then)
    for when in dict.fromkeys(f.time for f in frames if f.time is not None and f.time not in said):
        then = tuple(f for f in frames if f.time == when)
        yield Telling(when, then[0].anchor, scene.tree.index, -1, then)


def _ranks(scene: Scene, when: When, head: int | None) -> bool:
    """Tell whether a time only says among how many an event is ranked: "the deadliest since May 2019"."""
    above = scene.tree.ancestors(head) if head is not None else ()
    return when.precision is Precision.OPEN and any(lasting.is_ranked(scene.tree, i) for i in above)


def _is_of_writing(scene: Scene, head: int | None) -> bool:
    """Tell whether a time dates a report, and nothing that happened: "in a report of 15 May"."""
    return head is not None and timing.is_of_writing(scene.tree, head)


def _is_of_later_death(scene: Scene, head: int | None) -> bool:
    """Tell whether a clause beside what is told says when some died of their wounds, and not when they were hurt."""
    tree = scene.tree
    verb = tree.head(head) if head is not None else -1
    if verb < 0 or tree.lemma(verb) not in ("die", "succumb") or not tree.is_a(verb, "advcl"):
        return False
    said = {tree.word(w) for s in tree.on(verb, "nsubj") for w in (s, *tree.on(s, "amod", "nmod"))}
    return not said.isdisjoint(_WOUNDED)


def _paragraphs(draft: Draft, scenes: Sequence[Scene]) -> tuple[int, ...]:
    out, number, end = [], 0, 0
    for scene in scenes:
        span = scene.tree.sentence.span
        number += "\n" in draft.document.text[end : span.start]
        out.append(number)
        end = span.end
    return tuple(out)


def is_undated(frame: Frame) -> bool:
    """Tell whether something is told without a time that did happen, by the words of its own clause."""
    happened = frame.status is Status.ACTUAL and frame.certainty is not Certainty.DENIED
    return frame.time is None and happened and kind_of(frame.type) is Kind.EVENT


def candidates(frame: Frame, story: Story) -> tuple[tuple[Telling, ...], ...]:
    """Return the times that an event may have, each with the tellings within reach, nearest first.

    Besides those of the sentences around they are the story's main time, and the first one of its first sentence (a
    dateline). From another sentence only a day is taken: "in August" or "since 2019" may hold of much. What lies after
    publication has not happened.
    """
    at = frame.sentence
    near = [t for told in story.tellings[max(0, at - BACK) : at + AHEAD + 1] for t in told]
    near.sort(key=lambda t: (abs(t.sentence - at), t.sentence > at))
    main = (story.main,) if story.main is not None else ()
    by_time: dict[When, dict[Telling, None]] = {}
    for telling in (*near, *main, *story.tellings[0][:1]):
        if _is_of_saying(telling, frame, story):
            continue
        if _is_past(telling.when, story.published) and (telling.sentence == at or is_day(telling.when)):
            by_time.setdefault(telling.when, {})[telling] = None
    return tuple(tuple(tellings) for tellings in by_time.values())


def _is_of_saying(telling: Telling, frame: Frame, story: Story) -> bool:
    """Tell whether a time only says when somebody spoke of what had happened before.

    A day is that of the news: "said on Friday that his men had taken the town" tells of Friday, or of no day at all;
    and attacks are spoken of when they happen.
    """
    if telling.sentence != frame.sentence or telling.head < 0 or is_day(telling.when) or frame.type in HARMFUL:
        return False
    tree = story.scenes[frame.sentence].tree
    trigger = next((i for i, token in enumerate(tree.tokens) if token.span == frame.trigger), -1)
    return trigger >= 0 and timing.is_of_saying(tree, telling.head, trigger)


def _is_past(when: When, published: date | None) -> bool:
    return published is None or when.earliest is None or when.earliest <= published


def is_day(when: When) -> bool:
    """Tell whether a time is one day, of whatever year.

    Examples:
        >>> from tacitus.model.when import When
        >>> is_day(When("2024-05-06")), is_day(When("XXXX-05-06")), is_day(When("2024-05"))
        (True, True, False)
    """
    return _DAY.fullmatch(when.edtf) is not None
