"""Trees put right: words that the engine hung on what cannot govern them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract import repairs_beside, repairs_said, repairs_within
from tacitus.extract.lexicon import words, words_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.language.analysis import Sentence, Token

_MAX_DEPTH = 200  # no real sentence nests so deep; a broken tree ends here
_SAY = frozenset(words_by("speech.tsv")["say"])
_PLOTS = words("plot_noun")
_GIVE = words("giving")


def repaired(sentence: Sentence) -> Sentence:
    """Return a sentence with the tree's known mistakes put right, the same sentence when there is none."""
    if any(token.head >= len(sentence.tokens) for token in sentence.tokens):
        return sentence  # no tree at all
    tokens = list(sentence.tokens)
    for mend in _MENDS:
        mend(tokens)
    mended = tuple(tokens)
    return sentence if mended == sentence.tokens else replace(sentence, tokens=mended)


def _owned(tokens: list[Token]) -> None:
    """Make an owner of a noun that bears the mark of one: "NATO" in "NATO's jets"."""
    for mark in tuple(tokens):
        if mark.relation == "case" and mark.xpos == "POS" and mark.head >= 0:
            owner = mark.head
            if tokens[owner].relation == "flat" and tokens[owner].head >= 0:  # "Black Michael's": the first word heads
                owner = tokens[owner].head
            if tokens[owner].relation == "compound":
                tokens[owner] = replace(tokens[owner], relation="nmod:poss")


def _headed(tokens: list[Token]) -> None:
    """Make a subject of a noun that hangs beside its verb: "strikes" in "they say strikes have hit a market"."""
    for i, noun in enumerate(tuple(tokens)):
        if noun.relation != "ccomp" or noun.upos not in ("NOUN", "PROPN"):
            continue
        verb = next((k for k in range(i + 1, len(tokens)) if tokens[k].upos not in ("AUX", "ADV", "PART")), i)
        beside = tokens[verb]
        is_led = any(t.head == verb and t.relation.startswith("nsubj") for t in tokens)
        if beside.upos == "VERB" and beside.relation == "ccomp" and beside.head == noun.head and not is_led:
            is_passive = any(t.head == verb and t.relation == "aux:pass" for t in tokens)
            tokens[i] = replace(noun, head=verb, relation="nsubj:pass" if is_passive else "nsubj")


def _led(tokens: list[Token]) -> None:
    """Make the subject of a clause of what hangs as an object on the verb of saying before it.

    In "officials said the bombing had killed ten" the bombing is what killed.
    """
    for i, noun in enumerate(tuple(tokens)):
        say = noun.head
        if noun.relation != "obj" or say < 0 or tokens[say].lemma.lower() not in _SAY or say > i:
            continue
        clause = next(
            (k for k in range(i + 1, len(tokens)) if (tokens[k].head, tokens[k].relation) == (say, "ccomp")), -1
        )
        below = [t.relation for t in tokens if t.head == clause]
        is_open = clause >= 0 and not any(r.startswith("nsubj") or r == "mark" for r in below)
        if is_open and tokens[clause].xpos in ("VBD", "VBZ", "VBP", "VBN") and tokens[clause].upos == "VERB":
            relation = "nsubj:pass" if "aux:pass" in below else "nsubj"
            tokens[i] = replace(noun, head=clause, relation=relation)


def _inset(tokens: list[Token]) -> None:
    """Make a speaker of what stands before a verb of saying set into a sentence: "men, the mayor said, fled"."""
    for i, say in enumerate(tuple(tokens)):
        if i + 1 >= len(tokens) or say.lemma.lower() not in _SAY or tokens[i + 1].text != ",":
            continue
        before, below = tokens[i - 1], {t.relation.partition(":")[0] for t in tokens if t.head == i}
        if before.relation == "appos" and "ccomp" in below and "nsubj" not in below:
            tokens[i - 1] = replace(before, head=i, relation="nsubj")


def _related(tokens: list[Token]) -> None:
    """Hang a clause with "which" or "who" on the noun before that word: "a convoy in which 18 men died"."""
    for i, pronoun in enumerate(tuple(tokens)):
        verb = pronoun.head
        if pronoun.xpos not in ("WDT", "WP") or verb <= i or tokens[verb].relation not in ("xcomp", "conj", "ccomp"):
            continue
        before = next((k for k in range(i - 1, -1, -1) if tokens[k].upos not in ("ADP", "PUNCT")), -1)
        if before >= 0 and tokens[before].upos in ("NOUN", "PROPN") and tokens[verb].head < before:
            tokens[verb] = replace(tokens[verb], head=before, relation="acl:relcl")


def _joined(tokens: list[Token]) -> None:
    """Join what "and" joins: "the militia" in "clashes between the army and the militia near the river"."""
    for i, word in enumerate(tuple(tokens)):
        if word.relation not in ("nmod", "obl"):
            continue
        below = {t.relation for t in tokens[:i] if t.head == i}
        if "cc" not in below or "case" in below:
            continue
        first = next(
            (k for k in range(i - 1, -1, -1) if (tokens[k].head, tokens[k].relation) == (word.head, word.relation)), -1
        )
        if first > word.head >= 0:
            tokens[i] = replace(word, head=first, relation="conj")


def _plotted(tokens: list[Token]) -> None:
    """Hang an infinitive on the plot or plan that it tells: "foiled a plot by the group to blow up a bridge"."""
    for i, verb in enumerate(tuple(tokens)):
        if verb.relation != "advcl" or verb.xpos != "VB" or not 0 <= verb.head < i:
            continue
        noun = next((k for k in range(i) if tokens[k].head == verb.head and tokens[k].relation == "obj"), -1)
        if noun > verb.head and tokens[noun].lemma.lower() in _PLOTS:
            tokens[i] = replace(verb, head=noun, relation="acl")


def _enclosing(tokens: list[Token]) -> None:
    """Hang a phrase on the clause behind a comma in which it stands: "met Tell, who defected from it in 2016"."""
    for i, word in enumerate(tuple(tokens)):
        if word.relation != "obl" or not 0 <= word.head < i:
            continue
        for verb in range(i - 1, word.head, -1):
            if tokens[verb].text == ",":
                break
            if tokens[verb].relation.endswith(":relcl") and _follows_comma(tokens, verb, word.head):
                tokens[i] = replace(word, head=verb)
                break


def _follows_comma(tokens: list[Token], verb: int, above: int) -> bool:
    """Tell whether a relative clause begins with a comma and "who" or "which", behind the verb above."""
    pronoun = next((k for k in range(above + 1, verb) if tokens[k].head == verb and tokens[k].xpos in ("WP", "WDT")), 0)
    return pronoun > above + 1 and tokens[pronoun - 1].text == ","


def _given(tokens: list[Token]) -> None:
    """Make a receiver of a plural that the tree hung on the gift: "the rebels" in "gave the rebels new missiles"."""
    for i, word in enumerate(tuple(tokens)):
        gift = word.head
        if word.relation != "compound" or gift <= i or word.text.lower() == word.lemma.lower():
            continue
        verb, before = tokens[gift].head, tokens[i - 1] if i else word
        is_given = tokens[gift].relation == "obj" and 0 <= verb < i and tokens[verb].lemma.lower() in _GIVE
        if is_given and before.relation == "det" and before.head == gift:
            tokens[i] = replace(word, head=verb, relation="iobj")
            tokens[i - 1] = replace(before, head=i)


def _enclosed(tokens: list[Token]) -> None:
    """Hang a subject on the clause that encloses it: "the strike" in "it appears that the strike killed two men".

    What stands between the mark of a clause ("that") and its verb is a part of it, and no subject of the verb above.
    """
    for mark, one in enumerate(tuple(tokens)):
        verb = one.head
        if one.relation != "mark" or verb <= mark:
            continue
        for i in range(mark + 1, verb):
            if tokens[i].head == tokens[verb].head >= 0 and tokens[i].relation.startswith("nsubj"):
                tokens[i] = replace(tokens[i], head=verb)


def _uncrossed(tokens: list[Token]) -> None:
    """Hang a phrase on the verb before it when it hangs on a clause that this verb has closed.

    In "the base that was bombed belonged to them", "to them" cannot belong to "bombed": English does not reach back
    over "belonged", on which the whole clause depends.
    """
    heads = [t.head for t in tokens]
    for i, token in enumerate(tokens):
        above = _closing(heads, i)
        if above != token.head:
            tokens[i] = replace(token, head=above)


def _closing(heads: list[int], i: int) -> int:
    """Return the last governor of the head of `i` that stands between the two, else the head itself."""
    head = at = first = heads[i]
    if first >= i - 1:  # nothing stands between the two
        return head
    for _ in range(_MAX_DEPTH):
        if not 0 <= at < len(heads):
            return head
        at = heads[at]
        if first < at < i:
            head = at
    return head


_MENDS: tuple[Callable[[list[Token]], None], ...] = (
    _owned,
    repairs_within.possessed,
    repairs_within.national,
    repairs_beside.by_whom,
    repairs_within.called,
    _headed,
    _led,
    _inset,
    repairs_said.inset,
    _related,
    _joined,
    repairs_beside.marked,
    _enclosed,
    repairs_beside.joined_nouns,
    repairs_beside.shared,
    repairs_beside.of_nouns,
    repairs_beside.placed,
    repairs_beside.clausal,
    repairs_beside.led,
    repairs_beside.apposed,
    repairs_beside.posted,
    repairs_beside.compounded,
    repairs_beside.paired,
    repairs_beside.numbered,
    repairs_beside.passive,
    repairs_beside.active,
    _uncrossed,
    _enclosing,
    _plotted,
    _given,
)
