"""Learn what tells that two reports have one story, and write `resolve/data/links.tsv`.

Usage: python -m training.incidents [--data ../shared] [--gazetteer FILE]

Logistic regression over all pairs of reports of the training topics of ECB+ (CC BY 3.0): the same story or not. ECB+
has no days of publication and next to no times of events that can be reckoned without them, the two stories of a topic
are often of two years, and few of its places lie near one another; what times, years and places weigh is set by hand
(`BY_HAND`): a day apart is nothing, a month apart decides.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tacitus.gazetteer.index import Index
from tacitus.pipeline import default_reader
from tacitus.resolve.happenings import happenings
from tacitus.resolve.likeness import measured, sketch
from tacitus.resolve.links import BIAS
from training.stories import stories

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from tacitus.resolve.happening import Happening

OUT = Path("src/tacitus/resolve/data/links.tsv")
HEAD = """\
# What each feature of two accounts adds to the log odds that they tell one happening: feature	two main news	else.
# Made by training/incidents.py from ECB+ (CC BY 3.0), training topics, and, for days of publication, set by hand there.
"""
BY_HAND = {
    "same news day": 0.7,
    "news apart": -3.0,
    "days apart": -2.5,
    "same day": 0.7,
    "same latest year": 1.5,
    "other latest year": -0.5,
    "towns apart": -1.5,
    "other regions": -1.0,
}
ASIDE = {"type": 0.0, "other kind": -4.0, "one sums up": -2.0}
"""By hand for background, after all else is learnt: a sentence or two, whose words alone say little of what happened.

The reports of ECB+ tell of films and firms too; the types of these events are chance, and teach nothing.
"""
CAUTION = 1.5
"""Taken from the bias of background: two reports are of one story more often than two sentences of one event."""
STORY = ("lead", "story", "much of the story")
"""Features of a whole document: background has none of them."""
RIDGE = 1.0


def main() -> None:
    """Run the stage from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--gazetteer", type=Path, default=None)
    options = parser.parse_args()
    reader = default_reader(gazetteer=Index(options.gazetteer) if options.gazetteer else None)
    told = stories(options.data / "data" / "train" / "ecbplus" / "ECBplus_LREC2014.tar.xz")
    write([(story, one) for story, document in told for one in happenings(reader.read(document)) if one.is_lead])


def write(known: Sequence[tuple[str, Happening]]) -> None:
    """Learn the weights from main news with their stories, and write them."""
    names, values, same = pairs(known)
    main_weights = learn(names, values, same, BY_HAND)
    aside_weights = learn(names, values, same, BY_HAND | dict.fromkeys((*STORY, *ASIDE), 0.0)) | ASIDE
    aside_weights[BIAS] -= CAUTION
    rows = [f"{name}\t{main_weights[name]:.3f}\t{aside_weights[name]:.3f}" for name in (BIAS, *names)]
    OUT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(known)} reports, {len(same)} pairs, {int(same.sum())} of one story")
    print("\n".join(rows))


def pairs(known: Sequence[tuple[str, Happening]]) -> tuple[tuple[str, ...], NDArray[np.float64], NDArray[np.float64]]:
    """Return the names of the features, their values for all pairs, and whether a pair has one story."""
    made = [(story, sketch(one)) for story, one in known]
    found = [(measured(a, b), story == other) for (story, a), (other, b) in combinations(made, 2)]
    names = tuple(found[0][0])
    values = np.array([[features[name] for name in names] for features, _ in found])
    return names, values, np.array([same for _, same in found], float)


def learn(
    names: Sequence[str], values: NDArray[np.float64], same: NDArray[np.float64], given: Mapping[str, float]
) -> dict[str, float]:
    """Return the weight of each feature and of `BIAS`; those given stay as they are."""
    free = [at for at, name in enumerate(names) if name not in given]
    hand = values @ np.array([given.get(name, 0.0) for name in names])
    fitted = regress(np.c_[np.ones(len(values)), values[:, free]], same, hand)
    learnt = {names[at]: float(weight) for at, weight in zip(free, fitted[1:], strict=True)}
    return {BIAS: float(fitted[0]), **given, **learnt}


def regress(
    values: NDArray[np.float64], wanted: NDArray[np.float64], offset: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the weights of a logistic regression by Newton's method, the first of them without a penalty."""
    weights = np.zeros(values.shape[1])
    penalty = np.full(len(weights), RIDGE)
    penalty[0] = 0.0
    for _ in range(30):
        sure = 1 / (1 + np.exp(-(values @ weights + offset)))
        slope = values.T @ (sure - wanted) + penalty * weights
        curve = (values * (sure * (1 - sure))[:, None]).T @ values + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return weights


if __name__ == "__main__":
    main()
