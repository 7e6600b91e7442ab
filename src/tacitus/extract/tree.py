"""A sentence's dependency tree with the questions that the steps ask of it.

Relations are those of Universal Dependencies 2. A relation asked for without a subtype matches every subtype
(`nsubj` matches `nsubj:pass`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tacitus.extract import repairs
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
        is_bare = self.is_a(i, "acl") and not self.is_a(i, "acl:relcl") and not self.on(i, "aux", "mark")
        return is_bare and self.tokens[i].xpos == "VBN"

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
    sentence = repairs.repaired(sentence)
    kids: list[list[int]] = [[] for _ in sentence.tokens]
    for i, token in enumerate(sentence.tokens):
        if 0 <= token.head < len(kids) and token.head != i:
            kids[token.head].append(i)
    return Tree(sentence, index, tuple(tuple(k) for k in kids))
