"""Fit the weights of the name matcher: logistic regression that stays near weights set by hand.

Usage: python -m training.names [--check PAIRS.tsv]...

Reads `training/name_pairs.tsv`, makes pairs of unlike names beside them, and writes
`src/tacitus/resolve/data/name_weights.json`. Lists given by --check are measured and not learned from. Nothing is
random: two runs write the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import numpy as np

from tacitus.resolve.comparing import features
from tacitus.resolve.prepared import prepared

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "tacitus" / "resolve" / "data" / "name_weights.json"

PRIOR = {
    "intercept": 0.3,
    "nothing shared": -4.0,
    "known as one": 6.0,
    "known as two": -4.0,
    "known to have changed": -1.2,
    "known as part and whole": -3.0,
    "same sound": 2.0,
    "shared": 4.0,
    "rare words shared": 1.0,
    "spelling": -6.0,
    "translated": -0.3,
    "both have other words": -6.0,
    "other words": -2.0,
    "a word for a word": -2.5,
    "another order": -1.0,
    "given names in another order": -3.0,
    "another kind of body": -3.0,
    "another body within": -2.0,
    "a usual word more": -0.3,
    "a telling word more": -2.5,
    "a place more": -0.7,
    "one word of several": -0.5,
    "a single word": -1.8,
    "only a given name": -2.5,
    "a name more": -1.0,
    "a kunya more": -0.3,
    "a title more": -0.1,
    "half of a double name": -3.0,
    "the first name agrees": 0.5,
    "the last name agrees": 0.7,
    "father and mother": -4.0,
    "numbers agree": 2.0,
    "numbers differ": -7.0,
    "number on one side": -3.0,
    "brackets agree": 1.0,
    "brackets differ": -6.0,
    "brackets on one side": -4.6,
    "acronym of the words": 3.8,
    "acronym of a translation": 1.3,
    "acronym of other words": -2.0,
    "acronyms differ": -4.0,
    "same acronym": 3.5,
    "short acronym": -3.0,
    "short acronym of a translation": -0.8,
    "another last name": -0.7,
    "kunyas differ": -2.0,
}
"""What we take a feature to be worth before any pair is seen; the fit never turns its sign."""
HELD = (
    "intercept",
    "a single word",
    "acronym of the words",
    "short acronym",
    "brackets on one side",
    "acronym of a translation",
    "short acronym of a translation",
    "another last name",
)
"""Features that keep their prior. In a list of pairs most acronyms are of the name beside them, and nobody has the name
of another; among all names of a region it is otherwise: of UCDP's actors, one acronym of three letters in ten is true.
"""
STIFFNESS = 0.6
"""How strongly weights are held at the prior."""
UNLIKE = 0.03
"""What a made pair of two unrelated names counts, beside 1 for a listed pair."""


def main() -> None:
    """Fit, write the weights, and print what they do on the lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", type=Path, action="append", default=[])
    parser.add_argument("--dry", action="store_true", help="write nothing")
    options = parser.parse_args()
    lists = [HERE / "name_pairs.tsv"]
    pairs = [pair for path in lists for pair in read(path)]
    weights = fit(pairs + unlike(pairs), [1.0] * len(pairs) + [UNLIKE] * len(unlike(pairs)))
    if not options.dry:
        text = json.dumps({"made by": "training/names.py", "weights": weights}, indent=1)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
    for path in [*lists, *options.check]:
        print(path.name, measured(read(path), weights))
    for part, held in held_out(pairs):
        print("held out", part, measured(held, fit([p for p in pairs if p not in held], None)))


def read(path: Path) -> list[tuple[str, str, bool]]:
    """Return the pairs of a list: two names, and whether they are one."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(r["name1"], r["name2"], r["same"] == "1") for r in csv.DictReader(file, delimiter="\t")]


def unlike(pairs: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    """Return pairs of names that stand far apart in a list, so that most have nothing in common."""
    step = len(pairs) // 3
    far = [(one[0], other[1], False) for one, other in zip(pairs, pairs[step:], strict=False)]
    names = sorted({name for pair in pairs for name in pair[:2]})
    short = [name for name in names if name.isupper() and " " not in name]
    long = [name for name in names if len(name.split()) > 2]
    mixed = [(one, other, False) for i, one in enumerate(short) for other in long[i % 7 :: 7]]
    known = {frozenset(pair[:2]) for pair in pairs if pair[2]}
    return [pair for pair in far + mixed if frozenset(pair[:2]) not in known]


def held_out(pairs: list[tuple[str, str, bool]]) -> list[tuple[int, list[tuple[str, str, bool]]]]:
    """Return each fifth of the pairs by number."""
    return [(part, pairs[part::5]) for part in range(5)]


def matrix(pairs: list[tuple[str, str, bool]]) -> np.ndarray:
    """Return a row of features for each pair, in the order of the prior."""
    columns = {name: i for i, name in enumerate(PRIOR)}
    out = np.zeros((len(pairs), len(PRIOR)))
    out[:, 0] = 1.0
    for row, (one, other, _) in zip(out, pairs, strict=True):
        for name, value in features(prepared(one), prepared(other)).items():
            row[columns[name]] = value
    return out


def fit(pairs: list[tuple[str, str, bool]], counts: list[float] | None) -> dict[str, float]:
    """Return the weights that make the pairs likeliest, held near the prior (projected gradient descent)."""
    x, y = matrix(pairs), np.array([float(same) for *_, same in pairs])
    each = np.array(counts) if counts else np.ones(len(pairs))
    prior = np.array(list(PRIOR.values()))
    held = [i for i, name in enumerate(PRIOR) if name in HELD]
    w = prior.copy()
    for _ in range(4000):
        p = 1 / (1 + np.exp(-x @ w))
        w -= 0.01 * (x.T @ (each * (p - y)) + STIFFNESS * (w - prior))
        w[held] = prior[held]
        w[1:] = np.where(prior[1:] > 0, np.maximum(w[1:], 0), np.minimum(w[1:], 0))
    return {name: round(float(value), 3) for name, value in zip(PRIOR, w, strict=True)}


def measured(pairs: list[tuple[str, str, bool]], weights: dict[str, float]) -> str:
    """Return MCC at 0.5, recall at precision .95, and mean log loss."""
    y = np.array([same for *_, same in pairs])
    p = 1 / (1 + np.exp(-matrix(pairs) @ np.array([weights[name] for name in PRIOR])))
    best = max(
        ((y & (p >= t)).sum() / y.sum() for t in set(p) if (y & (p >= t)).sum() >= 0.95 * (p >= t).sum()), default=0.0
    )
    table = np.array(
        [[(y & (p >= 0.5)).sum(), (~y & (p >= 0.5)).sum()], [(y & (p < 0.5)).sum(), (~y & (p < 0.5)).sum()]]
    )
    bottom = np.sqrt(float(np.prod(table.sum(0)) * np.prod(table.sum(1)))) or 1.0
    mcc = (table[0, 0] * table[1, 1] - table[0, 1] * table[1, 0]) / bottom
    loss = -np.mean(np.log(np.where(y, p, 1 - p) + 1e-12))
    return f"{len(pairs)} pairs: MCC {mcc:.3f}, recall at precision .95 {best:.3f}, log loss {loss:.3f}"


if __name__ == "__main__":
    main()
