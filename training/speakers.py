"""Who speaks in made-up reports: a body, or a person with a title or an apposition, each a piece with its tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.deeds import DATA, body
from training.pieces import Piece, join, phrase

if TYPE_CHECKING:
    import random


def speaker(chooser: random.Random) -> Piece:
    """Return somebody who speaks: a body, or a person with a title or an apposition."""
    draw = chooser.random()
    if draw < 0.5:
        one = phrase(chooser.choice(DATA["bodies"]))
        if draw < 0.06 and one.words[-1][1] != "PRON":
            other = phrase(chooser.choice(DATA["bodies"][:20]))
            return join([(one, -1, ""), (join([(phrase("and/CCONJ/CC"), 1, "cc"), (other, -1, "")]), 0, "conj")])
        return one
    name = join([(phrase(f"{chooser.choice(DATA['given'])}/PROPN/NNP"), -1, ""), (_family(chooser), 0, "flat")])
    if draw < 0.8:
        return join([(phrase(chooser.choice(DATA["titles"])), 1, "nmod:desc"), (name, -1, "")])
    if draw < 0.88:
        return name
    owner = join(
        [(phrase(f"{chooser.choice(DATA['role_joints'])}/ADP/IN"), 1, "case"), (phrase(body(chooser)), -1, "")]
    )
    role = join([(phrase("a/DET/DT"), 1, "det"), (phrase(chooser.choice(DATA["roles"])), -1, ""), (owner, 1, "nmod")])
    comma = phrase(",/PUNCT/,")
    return join([(name, -1, ""), (join([(comma, 1, "punct"), (role, -1, ""), (comma, 1, "punct")]), 0, "appos")])


def _family(chooser: random.Random) -> Piece:
    return phrase(f"{chooser.choice(DATA['family'])}/PROPN/NNP")
