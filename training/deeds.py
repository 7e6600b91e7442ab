"""What people do and suffer in made-up reports: deeds, harms, days, each a piece with its tree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from training.pieces import Part, Piece, join, phrase

if TYPE_CHECKING:
    import random

DATA = json.loads((Path(__file__).parent / "reports.json").read_text("utf-8"))


def act(chooser: random.Random, *, perfect: bool) -> Piece:
    """Return "having shelled the village in Idlib" or "shelling …"."""
    present, past = chooser.choice(DATA["acts"])
    verb = phrase(f"{present}/VERB/VBG")
    if perfect:
        verb = join([(phrase("having/AUX/VBG"), 1, "aux"), (phrase(f"{past}/VERB/VBN"), -1, "")])
    parts: list[Part] = [(verb, -1, ""), (phrase(chooser.choice(DATA["objects"])), 0, "obj")]
    if chooser.random() < 0.5:
        parts.append((phrase(f"in/ADP/IN {chooser.choice(DATA['places'])}/PROPN/NNP"), 0, "obl"))
    return join(parts)


def deed(chooser: random.Random) -> Piece:
    """Return "gunmen shelled the village of Hajin on Monday", without a stop."""
    _, past = chooser.choice(DATA["acts"])
    thing = _site(chooser) if chooser.random() < 0.5 else phrase(chooser.choice(DATA["objects"]))
    parts: list[Part] = [
        (phrase(chooser.choice(DATA["actors"])), 1, "nsubj"),
        (phrase(f"{past}/VERB/VBD"), -1, ""),
        (thing, 1, "obj"),
    ]
    return join([*parts, *((piece, 1, name) for piece, name in when(chooser))])


def harm(chooser: random.Random) -> Piece:
    """Return "seven women were abducted by gunmen in a raid near Bama on Monday", without a stop."""
    people = _people(chooser)
    was = "was" if people.words[-1][2] == "NN" else "were"
    parts: list[Part] = [
        (people, 2, "nsubj:pass"),
        (phrase(f"{was}/AUX/VBD"), 2, "aux:pass"),
        (phrase(f"{chooser.choice(DATA['harms'])}/VERB/VBN"), -1, ""),
    ]
    if chooser.random() < 0.5:
        agent = join([(phrase("by/ADP/IN"), 1, "case"), (phrase(chooser.choice(DATA["actors"])), -1, "")])
        parts.append((agent, 2, "obl:agent"))
    if chooser.random() < 0.6:
        what = phrase(f"in/ADP/IN {chooser.choice(DATA['occasions'])}")
        where = phrase(f"{chooser.choice(['on', 'near', 'in'])}/ADP/IN {chooser.choice(DATA['places'])}/PROPN/NNP")
        parts.append((join([(what, -1, ""), (where, 0, "nmod")]), 2, "obl"))
    return join([*parts, *((piece, 2, name) for piece, name in when(chooser))])


def _site(chooser: random.Random) -> Piece:
    """Return "the village of Hajin": a site with its name behind it."""
    place = chooser.choice(DATA["places"])
    joint = chooser.choice(["of", "of", "of", "in", "near"])
    return join(
        [(phrase(chooser.choice(DATA["sites"])), -1, ""), (phrase(f"{joint}/ADP/IN {place}/PROPN/NNP"), 0, "nmod")]
    )


def _people(chooser: random.Random) -> Piece:
    """Return some people; "at least nine" is one number, as in the treebank."""
    people = phrase(chooser.choice(DATA["people"]))
    if people.words[0][0] != "at":
        return people
    heads = (1, 2, *people.heads[2:])
    return Piece(people.words, heads, ("case", "nmod", *people.relations[2:]))


def when(chooser: random.Random) -> list[tuple[Piece, str]]:
    """Return a day with or without "on", or nothing."""
    if chooser.random() < 0.4:
        return []
    day = chooser.choice(DATA["days"])
    bare = chooser.random() < 0.3
    return [(phrase(f"{'' if bare else 'on/ADP/IN '}{day}/PROPN/NNP"), "obl:unmarked" if bare else "obl")]


def body(chooser: random.Random) -> str:
    """Return the words of a body: an army, a ministry, a group."""
    return str(chooser.choice(DATA["bodies"][:20]))
