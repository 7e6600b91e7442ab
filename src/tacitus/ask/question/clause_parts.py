"""Who stands where in the clause of a question: its phrases, and what is left over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.extract.phrases import base
from tacitus.extract.predication import of_noun

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.ask.question.lists import Sense
    from tacitus.extract.tree import Tree

#: Words that say where.
PLACING = lists.words("placing")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
#: Words that ask for nothing: what is asked for is so now, and of people.
_FREE = lists.words("free")
_NEVER = lists.words("asking") | lists.words("many")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a clause.

    Attributes:
        part: Part of the pattern that it fills.
        head: Index of its head.
        words: Indexes of its words, in order; without phrases of place.
    """

    part: str
    head: int
    words: tuple[int, ...]


@dataclass(slots=True)
class Parts:
    """The phrases of a clause as they are gathered.

    Attributes:
        tree: The sentence.
        timed: Indexes of words that tell a time.
        found: The phrases.
        inner: Type of an event that a phrase names, "in the shelling of …"; "" for none.
        covered: Indexes of words that have a place in the reading.
        vague: Indexes of pronouns: a question by itself does not tell whom they mean.
    """

    tree: Tree
    timed: frozenset[int]
    found: list[Phrase] = field(default_factory=list)
    inner: str = ""
    covered: set[int] = field(default_factory=set)
    vague: list[int] = field(default_factory=list)

    def add(self, part: str, head: int) -> None:
        """Take a phrase with those that hang on it; an event noun gives its own phrases instead."""
        if head in self.timed or head in self.covered:
            return
        if self.tree.tokens[head].upos == "PRON" and self.tree.word(head) not in lists.words("somebody"):
            self.vague.append(head)
            return
        event = lists.sense(self.tree.lemma(head), "n") if self.tree.tokens[head].upos == "NOUN" else None
        if event is not None:
            self._add_event(event, head)
            return
        words = self._words(head)
        self.covered.update(words)
        self.found.append(Phrase(part, head, words))

    def _add_event(self, event: Sense, head: int) -> None:
        self.inner = event.type
        self.covered.add(head)
        of = of_noun(self.tree, head)
        pairs = [*(("subj", s) for s in of.subjects), *(("obj", o) for o in of.objects), *of.phrases]
        for function, k in pairs:
            is_thing = function == "mod" and self.tree.tokens[k].upos == "NOUN"  # "the market attack"
            self.add("target" if is_thing else part_of(event, function), k)

    def _words(self, head: int) -> tuple[int, ...]:
        """Return the words of a phrase, with what it is of; phrases of place are taken apart."""
        tree = self.tree
        words = set(base(tree, head))
        for k in tree.on(head, "nmod", "obl"):
            if k < head or k in self.timed or tree.is_a(k, "nmod:poss"):
                continue
            if tree.preposition(k).split(" ")[0] in PLACING:
                self.covered.update(tree.on(k, "case"))
                self.add("place", k)
            elif tree.preposition(k) in ("of", "for", "to"):
                words |= {*tree.on(k, "case"), *tree.on(k, "det"), *self._words(k)}
                for other in tree.on(k, "conj"):  # "the aircraft of A and B"
                    words |= {*tree.on(other, "cc"), *base(tree, other)}
        return tuple(sorted(words))

    def rest(self) -> None:
        """Take what hangs on words of direction ("north of X") or is left with a word of place before it."""
        tree = self.tree
        for i, token in enumerate(tree.tokens):
            if i in self.covered or i in self.timed or token.upos not in ("NOUN", "PROPN"):
                continue
            before = tree.preposition(i).split(" ")[0]
            up = tree.head(i)
            if before in PLACING or (up >= 0 and tree.word(up) in PLACING):
                self.add("place", i)

    def unclear(self, known: Iterable[int]) -> tuple[str, ...]:
        """Return the words with a meaning of their own that nobody took."""
        tree = self.tree
        taken = {*self.covered, *self.timed, *known}
        left = self.vague + [i for i, token in enumerate(tree.tokens) if token.upos in _CONTENT and i not in taken]
        free = _FREE | PLACING | _NEVER
        told = [i for i in left if i in self.vague or not {tree.lemma(i), tree.word(i)} & free]
        return tuple(tree.tokens[i].text for i in dict.fromkeys(told))


def part_of(sense: Sense, function: str) -> str:
    """Return the part of the pattern that a phrase with this function fills.

    Examples:
        >>> part_of(lists.Sense("attack", {"subj": "actor"}), "subj"), part_of(lists.Sense("attack", {}), "near")
        ('actor', 'place')
    """
    known = sense.parts.get(function)
    if known is not None:
        return known
    return "place" if function.split(" ", maxsplit=1)[0] in PLACING else "about"
