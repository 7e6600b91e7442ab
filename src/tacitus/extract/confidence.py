"""How sure the reader is of a claim: the share of such claims that annotators made too, learned from training texts.

A claim is judged by the rule that made it and by how many roles it fills; rare cases lean on what is more common:
rule and roles → rule → type. Where the engine sees events and relations itself, its score for the same type inside the
evidence is weighed in by a logistic regression. The table is made by `training/confidence.py` and holds no words.
"""

from __future__ import annotations

from functools import cache
from math import exp, log
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import rows
from tacitus.model.ontology import TEXT_ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tacitus.extract.layers import Frame
    from tacitus.language.analysis import Sentence
    from tacitus.model.claim import Argument
    from tacitus.model.when import When

#: Claims less sure than this are left out: below it the F1 of found claims falls on the training texts.
LEAST = 0.33
#: Keys of the weights of the regression.
BIAS, RULE, ENGINE = "weight|bias", "weight|rule", "weight|engine"
#: Confidence of a type that the table does not know.
UNSEEN = 0.3


@cache
def _table() -> Mapping[str, float]:
    return {key: float(share) for key, share in rows("confidence.tsv")}


def roles(args: Sequence[Argument], time: When | None, anchor: str = "") -> int:
    """Return how many roles a claim fills: 0 to 3, where 3 means three or more.

    Words aside; a time counts when the sentence tells it and not the story around.
    """
    return min(3, len({a.role for a in args if a.role not in TEXT_ROLES}) + (time is not None and anchor != "story"))


def keys(claim_type: str, made_by: str, filled: int) -> tuple[str, str, str]:
    """Return the keys of the table from the most to the least special."""
    return f"{claim_type}|{made_by}|{filled}", f"{claim_type}|{made_by}", claim_type


def of_rule(frame: Frame) -> float:
    """Return the share of claims of such a rule that annotators made too, [0, 1]."""
    table = _table()
    for key in keys(frame.type, frame.made_by, roles(frame.args, frame.time, frame.anchor)):
        if key in table:
            return table[key]
    return UNSEEN


def support(frame: Frame, sentence: Sentence) -> float:
    """Return the engine's best score for the type of a frame on a word of its evidence, [0, 1]; 0 for none."""
    tokens = sentence.tokens
    scores = (
        t.score
        for t in sentence.triggers
        if t.label == frame.type and any(e.contains(tokens[t.token].span) for e in frame.evidence)
    )
    return max(scores, default=0.0)


def of(frame: Frame, sentences: Sequence[Sentence]) -> float:
    """Return the confidence of a frame, [0, 1]."""
    made = reasons(frame, sentences)
    if len(made) == 1:
        return made[0][1]
    (_, rule, by_rule), (_, score, by_engine), (_, _, bias) = made
    found = logistic(bias + by_rule * logit(rule) + by_engine * score)
    return max(found, LEAST) if _is_phrase(frame) else found


def _is_phrase(frame: Frame) -> bool:
    """Tell whether a verb with its particle or object names the event ("broke away from"): such words are clear."""
    rule, _, part = frame.made_by.rpartition(".")
    return rule.startswith("events:") and "_" in rule and ">" not in rule and part == "v"


def reasons(frame: Frame, sentences: Sequence[Sentence]) -> tuple[tuple[str, float, float], ...]:
    """Return what the confidence of a frame is made of: name, value and weight of each part.

    Values and weights make the log odds: the sum of their products, where the value of "share" counts as log odds.
    Without an engine that sees events it is the share alone, with a weight of 1.
    """
    rule, table = of_rule(frame), _table()
    if BIAS not in table or not any(s.triggers for s in sentences):
        return (("share", rule, 1.0),)
    score = support(frame, sentences[frame.sentence])
    return (("share", rule, table[RULE]), ("engine", score, table[ENGINE]), ("bias", 1.0, table[BIAS]))


def logit(share: float) -> float:
    """Return the log odds of a share, which is kept off 0 and 1."""
    kept = min(max(share, 0.02), 0.98)
    return log(kept / (1 - kept))


def logistic(x: float) -> float:
    """Return the share whose log odds are `x`."""
    return 1 / (1 + exp(-x))
