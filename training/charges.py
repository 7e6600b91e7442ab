"""Made-up denials, accusations, beliefs, and reports that nobody owns or verifies: what no corpus holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.deeds import DATA, act, body
from training.pieces import Part, Piece, join, phrase
from training.speakers import speaker

if TYPE_CHECKING:
    import random


def denial(chooser: random.Random) -> Piece:
    """Return "SPEAKER denied (having) …"."""
    what = act(chooser, perfect=chooser.random() < 0.4)
    denied = phrase(chooser.choice(["denied/VERB/VBD", "denies/VERB/VBZ", "admitted/VERB/VBD"]))
    return join(
        [(speaker(chooser), 1, "nsubj"), (denied, -1, ""), (what, 1, "xcomp"), (phrase("./PUNCT/."), 1, "punct")]
    )


def accusation(chooser: random.Random) -> Piece:
    """Return "SPEAKER accused the army of shelling …"."""
    what = join([(phrase("of/SCONJ/IN"), 1, "mark"), (act(chooser, perfect=False), -1, "")])
    accused = phrase(chooser.choice(["accused/VERB/VBD", "accuses/VERB/VBZ", "suspects/VERB/VBZ"]))
    whom = phrase(body(chooser))
    return join(
        [
            (speaker(chooser), 1, "nsubj"),
            (accused, -1, ""),
            (whom, 1, "obj"),
            (what, 1, "advcl"),
            (phrase("./PUNCT/."), 1, "punct"),
        ]
    )


def belief(chooser: random.Random) -> Piece:
    """Return "SPEAKER is believed to have shelled …"."""
    _, past = chooser.choice(DATA["acts"])
    deed = join(
        [
            (phrase("to/PART/TO"), 2, "mark"),
            (phrase("have/AUX/VB"), 2, "aux"),
            (phrase(f"{past}/VERB/VBN"), -1, ""),
            (phrase(chooser.choice(DATA["objects"])), 2, "obj"),
        ]
    )
    held = phrase(f"{chooser.choice(['believed', 'thought', 'said', 'reported', 'suspected', 'alleged'])}/VERB/VBN")
    return join(
        [
            (speaker(chooser), 2, "nsubj:pass"),
            (phrase("is/AUX/VBZ"), 2, "aux:pass"),
            (held, -1, ""),
            (deed, 2, "xcomp"),
            (phrase("./PUNCT/."), 2, "punct"),
        ]
    )


def unclaimed(chooser: random.Random) -> Piece:
    """Return "There was no immediate claim of responsibility for the attack."."""
    of = join([(phrase("of/ADP/IN"), 1, "case"), (phrase("responsibility/NOUN/NN"), -1, "")])
    claim = phrase(chooser.choice(["no/DET/DT claim/NOUN/NN", "no/DET/DT immediate/ADJ/JJ claim/NOUN/NN"]))
    parts: list[Part] = [(claim, -1, ""), (of, 0, "nmod")]
    if chooser.random() < 0.6:
        what = phrase(chooser.choice(DATA["occasions"]))
        parts.append((join([(phrase("for/ADP/IN"), 1, "case"), (what, -1, "")]), 0, "nmod"))
    there = phrase("there/PRON/EX")
    was = phrase(chooser.choice(["was/VERB/VBD", "is/VERB/VBZ"]))
    return join([(there, 1, "expl"), (was, -1, ""), (join(parts), 1, "nsubj"), (phrase("./PUNCT/."), 1, "punct")])


def unverified(chooser: random.Random) -> Piece:
    """Return "The claim could not be independently verified by AFP."."""
    what = phrase(chooser.choice(DATA["unverified"]))
    modal = [(phrase("could/AUX/MD"), "aux"), (phrase("not/PART/RB"), "advmod"), (phrase("be/AUX/VB"), "aux:pass")]
    verb = phrase(chooser.choice(["verified/VERB/VBN", "confirmed/VERB/VBN"]))
    how = [(phrase("independently/ADV/RB"), "advmod")] if chooser.random() < 0.7 else []
    parts = [(what, "nsubj:pass"), *modal, *how]
    if chooser.random() < 0.4:
        who = phrase(chooser.choice(DATA["addressees"]))
        after = [(join([(phrase("by/ADP/IN"), 1, "case"), (who, -1, "")]), "obl:agent")]
    else:
        after = []
    root = len(parts)
    every = [*parts, (verb, "root"), *after, (phrase("./PUNCT/."), "punct")]
    return join([(piece, -1 if at == root else root, name) for at, (piece, name) in enumerate(every)])
