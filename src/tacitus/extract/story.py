"""When it happened, told elsewhere: an event without a time of its own takes that of the story it belongs to, or none.

A report tells the day once ("on Monday", in its lead) and leaves it out after. For each such event the times that the
text tells near it are weighed by a logistic regression, whose weights `training/story_time.py` learned; the likeliest
is taken when it is likely enough, and likelier than any other. Only what words of the text say is ever taken, never
the day of publication.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tacitus.extract import scene as scenery
from tacitus.extract import timing
from tacitus.extract.confidence import logistic
from tacitus.extract.lexicon import rows
from tacitus.extract.story_features import features, place
from tacitus.extract.tellings import candidates, is_undated, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.extract.contract import Draft
    from tacitus.extract.layers import Frame
    from tacitus.extract.tellings import Story

#: A time less likely to be right than this is not taken, [0, 1]. From here up to 0.4 the share of claims with the right
#: time, or rightly none, is the same within one in a hundred on texts left out of training; below, false times gain.
LEAST = 0.18
#: By so much the likeliest time must be likelier than the next one: on texts left out of training this spares two false
#: times for each right one that it costs.
MARGIN = 0.1
#: So much likelier a time must be in a text of unknown publication, where nothing tells old days from new ones: there
#: annotators leave an event undated more often, on the training texts and on others.
UNPUBLISHED = 0.07


@dataclass(frozen=True, slots=True)
class StoryTime:
    """Step: times for events that are told without one.

    Attributes:
        least: See `LEAST`; above 1 nothing is dated.
        weights: Feature → weight; None for those of the package.
    """

    least: float = LEAST
    weights: Mapping[str, float] | None = None
    name: str = "story"
    version: str = "3"
    needs: frozenset[str] = frozenset({"sentences", "mentions", "times", "counts", "frames"})
    gives: frozenset[str] = frozenset({"frames"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with the frames dated whose time the story tells."""
        if not any(t.when or t.offset for t in draft.times) or not any(map(is_undated, draft.frames)):
            return draft
        story = read(draft, scenery.scenes(draft))
        return replace(draft, frames=tuple(self._dated(f, story) for f in draft.frames))

    def _dated(self, frame: Frame, story: Story) -> Frame:
        if not is_undated(frame):
            return frame
        sure, found = decide(frame, story, _weights() if self.weights is None else self.weights)
        least = self.least + (UNPUBLISHED if story.published is None else 0.0)
        return replace(frame, time=found.when, anchor=found.anchor) if found.when and sure >= least else frame


def decide(frame: Frame, story: Story, weights: Mapping[str, float]) -> tuple[float, timing.Dated]:
    """Return the likeliest time of an event, and how likely it is, [0, 1]; no time when two are about as likely.

    Its anchor is that of its words when they stand in the sentence of the event, else "story".
    """
    event = place(frame, story)
    weighed = [(likelihood(features(event, t, story), weights), t[0]) for t in candidates(frame, story)]
    weighed.sort(key=lambda w: -w[0])
    if not weighed or (len(weighed) > 1 and weighed[0][0] - weighed[1][0] < MARGIN):
        return 0.0, timing.UNDATED
    sure, telling = weighed[0]
    anchor = telling.anchor if telling.sentence == frame.sentence else "story"
    return sure, timing.Dated(telling.when, anchor)


def likelihood(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return how likely a time with these features is to be that of the event, [0, 1]."""
    return logistic(sum(weights.get(name, 0.0) * value for name, value in found.items()))


@cache
def _weights() -> Mapping[str, float]:
    return {name: float(weight) for name, weight in rows("story_time.tsv")}
