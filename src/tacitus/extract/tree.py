"""A sentence's dependency tree with the questions that the steps ask of it.

Relations are those of Universal Dependencies 2. A relation asked for without a subtype matches every subtype
(`nsubj` matches `nsubj:pass`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tacitus.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.language.analysis import Sentence, Token

_MAX_DEPTH = 200  # no real sentence nests so deep; a broken tree ends here


@dataclass(frozen=True, slots=True)
class Tree:
    """One analysed sentence.

    Attributes:
        sentence: Its tokens and names.
        index: Number of the sentence in the document.
        kids: For each token the indexes of those that hang on it, in order.
        tokens: The tokens of the sentence.
    """

    sentence: Sentence
    index: int
    kids: tuple[tuple[int, ...], ...]
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)
    _lemmas: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _words: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _relations: tuple[tuple[str, str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note what the steps ask for most, each some hundred times a sentence."""
        tokens = self.sentence.tokens
        object.__setattr__(self, "tokens", tokens)
        object.__setattr__(self, "_lemmas", tuple([token.lemma.lower() for token in tokens]))
        object.__setattr__(self, "_words", tuple([token.text.lower().replace("’", "'") for token in tokens]))
        relations = tuple([(token.relation, token.relation.partition(":")[0]) for token in tokens])
        object.__setattr__(self, "_relations", relations)

    def lemma(self, i: int) -> str:
        """Return the lower-case dictionary form of token `i`."""
        return self._lemmas[i]

    def word(self, i: int) -> str:
        """Return token `i` in lower case with straight apostrophes."""
        return self._words[i]

    def is_a(self, i: int, *relations: str) -> bool:
        """Tell whether token `i` hangs on its head by one of the relations."""
        whole, plain = self._relations[i]
        return whole in relations or plain in relations

    def on(self, i: int, *relations: str) -> tuple[int, ...]:
        """Return what hangs on token `i` by one of the relations, in order."""
        have = self._relations
        return tuple([k for k in self.kids[i] if have[k][0] in relations or have[k][1] in relations])

    def head(self, i: int) -> int:
        """Return the index of the governor, -1 for the root."""
        return self.tokens[i].head

    def ancestors(self, i: int) -> tuple[int, ...]:
        """Return the governors of token `i`, nearest first."""
        out: list[int] = []
        at = self.head(i)
        while at >= 0 and at not in out and len(out) < _MAX_DEPTH:
            out.append(at)
            at = self.head(at)
        return tuple(out)

    def subtree(self, i: int, without: Iterable[str] = ()) -> tuple[int, ...]:
        """Return token `i` and everything below it, in text order.

        Args:
            i: Where to start.
            without: Relations whose branches directly below `i` are left out.
        """
        cut = tuple(without)
        seen = {i}
        todo = [k for k in self.kids[i] if not self.is_a(k, *cut)] if cut else list(self.kids[i])
        while todo:
            at = todo.pop()
            if at not in seen:
                seen.add(at)
                todo.extend(self.kids[at])
        return tuple(sorted(seen))

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """Return token `i` and the words coordinated with it, in order."""
        return (i, *(c for k in self.on(i, "conj") for c in self.conjuncts(k) if c != i))

    def preposition(self, i: int) -> str:
        """Return the preposition of a phrase by its head ("in", "according to"); "" when it has none.

        What stands behind the head belongs to another phrase: "with artillery in or near the town".
        """
        cases = [k for k in self.on(i, "case") if k < i]
        parts = [self.word(k) for k in cases] + [self.word(f) for k in cases for f in self.on(k, "fixed")]
        return " ".join(parts)

    def span(self, tokens: Iterable[int]) -> Span:
        """Return the stretch of text from the first to the last of the tokens."""
        places = [self.tokens[t].span for t in tokens]
        return Span(min(p.start for p in places), max(p.end for p in places))

    def is_verb(self, i: int) -> bool:
        """Tell whether token `i` is a full verb."""
        return self.tokens[i].upos == "VERB" or self.tokens[i].xpos.startswith("VB")

    def is_passive(self, i: int) -> bool:
        """Tell whether the verb `i` is passive: "was hit", "the town hit by shells"; an object asks for a "was"."""
        if self.on(i, "aux:pass", "obl:agent") or (self.on(i, "nsubj:pass") and not self.on(i, "obj")):
            return True
        if self.is_a(i, "conj") and self.tokens[i].xpos == "VBN" and self._shares_passive(i):
            return True
        return self.is_a(i, "acl") and not self.is_a(i, "acl:relcl") and self.tokens[i].xpos == "VBN"

    def _shares_passive(self, i: int) -> bool:
        """Tell whether a joined participle is passive with the verb before it: "was arrested and released"."""
        head = self.head(i)
        own = self.on(i, "nsubj", "aux", "obj", "expl")
        return not own and self.tokens[head].xpos == "VBN" and head < i and self.is_passive(head)


class _Grove:
    """The trees of the sentences that were last asked for: every step of the reader asks for the same ones."""

    def __init__(self) -> None:
        """Begin with none."""
        self._last: tuple[tuple[Sentence, ...], tuple[Tree, ...]] = ((), ())

    def of(self, sentences: tuple[Sentence, ...]) -> tuple[Tree, ...]:
        """Return the trees of the sentences of a text, in order; made anew unless these very sentences came last."""
        kept, found = self._last  # read at once: another thread may put its own there
        if kept is not sentences:
            found = tuple([plant(sentence, index) for index, sentence in enumerate(sentences)])
            self._last = sentences, found
        return found


planted = _Grove().of


def plant(sentence: Sentence, index: int) -> Tree:
    """Return the tree of an analysed sentence, with words put right that hang on what cannot govern them."""
    sentence = _uncrossed(_paired(_compounded(_enclosed(_owned(sentence)))))
    kids: list[list[int]] = [[] for _ in sentence.tokens]
    for i, token in enumerate(sentence.tokens):
        if 0 <= token.head < len(kids) and token.head != i:
            kids[token.head].append(i)
    return Tree(sentence, index, tuple(tuple(k) for k in kids))


def _owned(sentence: Sentence) -> Sentence:
    """Make an owner of a noun that bears the mark of one: "NATO" in "NATO's jets"."""
    tokens = list(sentence.tokens)
    for mark in sentence.tokens:
        if (
            mark.relation == "case"
            and mark.xpos == "POS"
            and mark.head >= 0
            and tokens[mark.head].relation == "compound"
        ):
            tokens[mark.head] = replace(tokens[mark.head], relation="nmod:poss")
    return sentence if tokens == list(sentence.tokens) else replace(sentence, tokens=tuple(tokens))


def _compounded(sentence: Sentence) -> Sentence:
    """Make one subject of two nouns side by side: "government" is no subject in "government planes bombed Zenda"."""
    tokens = list(sentence.tokens)
    for i, (one, other) in enumerate(pairwise(sentence.tokens)):
        both = one.relation == other.relation and one.relation.startswith("nsubj") and one.head == other.head
        if both and one.upos in ("NOUN", "PROPN") and other.upos == "NOUN":
            tokens[i] = replace(one, head=i + 1, relation="compound")
    return sentence if tokens == list(sentence.tokens) else replace(sentence, tokens=tuple(tokens))


def _enclosed(sentence: Sentence) -> Sentence:
    """Hang a subject on the clause that encloses it: "the strike" in "it appears that the strike killed two men".

    What stands between the mark of a clause ("that") and its verb is a part of it, and no subject of the verb above.
    """
    tokens = list(sentence.tokens)
    for mark, one in enumerate(sentence.tokens):
        verb = one.head
        if one.relation != "mark" or verb <= mark:
            continue
        for i in range(mark + 1, verb):
            if tokens[i].head == tokens[verb].head >= 0 and tokens[i].relation.startswith("nsubj"):
                tokens[i] = replace(tokens[i], head=verb)
    return sentence if tokens == list(sentence.tokens) else replace(sentence, tokens=tuple(tokens))


def _paired(sentence: Sentence) -> Sentence:
    """Join the second side of "clashes between the army and rebels" to the first, not to "clashes"."""
    tokens = list(sentence.tokens)
    for case in sentence.tokens:
        first = case.head
        if case.lemma.lower() != "between" or case.relation != "case" or tokens[first].head < 0:
            continue
        if any(t.head == first and t.relation == "conj" for t in tokens):
            continue
        for i in range(first + 1, len(tokens)):
            if tokens[i].relation == "conj" and tokens[i].head == tokens[first].head < first:
                tokens[i] = replace(tokens[i], head=first)
                break
    return sentence if tokens == list(sentence.tokens) else replace(sentence, tokens=tuple(tokens))


def _uncrossed(sentence: Sentence) -> Sentence:
    """Hang a phrase on the verb before it when it hangs on a clause that this verb has closed.

    In "the base that was bombed belonged to them", "to them" cannot belong to "bombed": English does not reach back
    over "belonged", on which the whole clause depends.
    """
    heads = [t.head for t in sentence.tokens]
    tokens = list(sentence.tokens)
    for i, token in enumerate(tokens):
        above = _closing(heads, i)
        if above != token.head:
            tokens[i] = replace(token, head=above)
    return sentence if tokens == list(sentence.tokens) else replace(sentence, tokens=tuple(tokens))


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
