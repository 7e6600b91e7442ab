"""Trees put right: a verb of saying set into a relative clause, "a deal that the mayor said he had made"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import words_by

if TYPE_CHECKING:
    from tacitus.language.analysis import Token

_SAY = frozenset(words_by("speech.tsv")["say"]) | frozenset(words_by("speech.tsv")["deny"])
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def inset(tokens: list[Token]) -> None:
    """Hang "the mayor said" on the noun that its clause describes: "rebels left under a deal that the mayor said".

    The engine takes all before it for what is said; yet only what stands behind "that" is.
    """
    for i, pronoun in enumerate(tuple(tokens)):
        if pronoun.xpos not in ("WDT", "WP") or i == 0:
            continue
        noun = i - 2 if tokens[i - 1].text == "," else i - 1
        say = _say_over(tokens, i)
        if noun < 0 or tokens[noun].upos not in ("NOUN", "PROPN") or say < 0:
            continue
        clause = next((k for k in range(i) if tokens[k].head == say and _is_whole(tokens, k)), -1)
        if clause >= 0 and _is_under(tokens, noun, clause):
            tokens[clause] = replace(tokens[clause], head=tokens[say].head, relation=tokens[say].relation)
            tokens[say] = replace(tokens[say], head=noun, relation="acl:relcl")
            speaker = _speaker(tokens, i, say)
            tokens[speaker] = replace(tokens[speaker], head=say, relation="nsubj")
            for k, token in enumerate(tuple(tokens)):
                if token.head == say and (k < i or (k > say and token.upos == "PUNCT")):
                    tokens[k] = replace(token, head=clause)


def _say_over(tokens: list[Token], pronoun: int) -> int:
    """Return the verb of saying between a relative pronoun and its own verb; -1 for none."""
    verb = tokens[pronoun].head
    say = tokens[verb].head if verb > pronoun else -1
    if not pronoun < say < verb or tokens[verb].relation != "ccomp" or tokens[say].lemma.lower() not in _SAY:
        return -1
    return say if _speaker(tokens, pronoun, say) >= 0 else -1


def _speaker(tokens: list[Token], pronoun: int, say: int) -> int:
    """Return the one phrase between a relative pronoun and a verb of saying, whatever the tree makes of it."""
    inside = range(pronoun + 1, say)
    tops = [k for k in inside if tokens[k].head not in inside and tokens[k].upos in ("NOUN", "PROPN", "PRON")]
    is_phrase = len(tops) == 1 and not any(t.head == tops[0] and t.relation == "case" for t in tokens[pronoun:say])
    return tops[0] if is_phrase else -1


def _is_whole(tokens: list[Token], verb: int) -> bool:
    """Tell whether a verb is taken for what is said and has a subject of its own."""
    is_content = tokens[verb].relation in ("ccomp", "parataxis") and tokens[verb].xpos in _FINITE | {"VBN", "VB"}
    return is_content and any(t.head == verb and t.relation.startswith("nsubj") for t in tokens)


def _is_under(tokens: list[Token], i: int, above: int) -> bool:
    for _ in tokens:
        if i == above:
            return True
        i = tokens[i].head if i >= 0 else -1
    return False
