"""Scope: which of the things told in what somebody says are meant by the saying, and which are taken for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract.tree import planted
from tacitus.model.ontology import Certainty, Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.extract.layers import Frame, Speech
    from tacitus.language.analysis import Sentence, Token

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "parataxis", "conj"})
_DEEPEST = 40  # steps up a tree; a broken one ends here


def applies(frame: Frame, speech: Speech, sentences: Sequence[Sentence]) -> bool:
    """Tell whether a saying speaks of a frame: a denial does not of what it takes for granted.

    "It denied that its aircraft or those of its allies had hit a convoy in which two men died" denies the strike, and
    neither that they are allies nor that two died.
    """
    if frame.sentence >= len(sentences):
        return True
    if speech.certainty is not Certainty.DENIED:
        tokens = planted(tuple(sentences))[frame.sentence].tokens
        return not (sentences[frame.sentence].span.contains(speech.cue) and _is_beside(tokens, frame, speech))
    tokens = planted(tuple(sentences))[frame.sentence].tokens
    at = next((i for i, token in enumerate(tokens) if token.span == frame.trigger), -1)
    if at < 0 or not sentences[frame.sentence].span.contains(speech.cue):
        return True
    if kind_of(frame.type) is Kind.RELATION and tokens[at].upos in ("NOUN", "PROPN", "ADJ"):
        return any(token.head == at and token.relation == "cop" for token in tokens)
    return not _is_granted(tokens, at, speech)


def _is_beside(tokens: Sequence[Token], frame: Frame, speech: Speech) -> bool:
    """Tell whether the writer adds it to what somebody lays claim to: "claimed a raid with X, which is part of Y"."""
    at = next((i for i, token in enumerate(tokens) if token.span == frame.trigger), -1)
    is_added = False
    for _ in range(_DEEPEST):
        if at < 0:
            return False
        if speech.cue.contains(tokens[at].span):
            return is_added
        if is_added and tokens[at].relation.partition(":")[0] in _CLAUSES:
            return False
        is_added = is_added or (tokens[at].relation.endswith(":relcl") and _is_set_off(tokens, at))
        at = tokens[at].head
    return False


def _is_set_off(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a relative clause begins with a comma and "which" or "who"."""
    pronouns = (i for i in range(1, verb) if tokens[i].head == verb and tokens[i].xpos in ("WP", "WDT"))
    return any(tokens[i - 1].text == "," for i in pronouns)


def _is_granted(tokens: Sequence[Token], at: int, speech: Speech) -> bool:
    """Tell whether a relative clause tells it, which is taken for known: "the convoy in which two had died"."""
    for _ in range(_DEEPEST):
        if at < 0 or speech.cue.contains(tokens[at].span):
            return False
        if tokens[at].relation.endswith(":relcl"):
            return True
        at = tokens[at].head
    return False
