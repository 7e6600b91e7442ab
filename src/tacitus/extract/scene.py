"""One sentence with everything that is known about it, as the readers of events and relations ask for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import datelines, harmed, phrases, stamps
from tacitus.extract.tree import planted
from tacitus.model.count import Count
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.extract.contract import Draft
    from tacitus.extract.harm_words import Harmed
    from tacitus.extract.layers import CountMention, Mention, TimeMention
    from tacitus.extract.tree import Tree

_INDEFINITE = frozenset({"a", "an", "another", "one"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence's tree with its mentions by head token, its times, its counts, and who is harmed in it."""

    tree: Tree
    mentions: Mapping[int, Mention]
    times: tuple[TimeMention, ...]
    counts: tuple[CountMention, ...]
    text: str
    harmed: tuple[Harmed, ...] = ()

    def entity(self, i: int) -> str:
        """Return the id of the entity whose mention has token `i` as head; "" when there is none, or it is a time."""
        mention = self.mentions.get(i)
        return mention.entity if mention is not None and not self.is_time(i) else ""

    def type(self, i: int) -> EntityType | None:
        """Return the type of that entity."""
        mention = self.mentions.get(i)
        return mention.type if mention is not None else None

    def is_time(self, i: int) -> bool:
        """Tell whether token `i` is the core of a time expression."""
        span = self.tree.tokens[i].span
        return any(t.span.contains(span) for t in self.times)

    def is_named(self, i: int) -> bool:
        """Tell whether the mention with head `i` is a proper name."""
        mention = self.mentions.get(i)
        return mention is not None and mention.is_name

    def counted(self, i: int) -> Count | None:
        """Return how many the phrase with head `i` speaks of, or None when it does not say.

        A name or "a farmer" is one; a bare plural is at least two (section 2 of the claim contract).
        """
        who = self.entity(i) or None
        words = self.tree.span(phrases.base(self.tree, i))
        before = self.tree.span(self.tree.subtree(i, without=("nmod", "acl", "conj", "appos", "cc", "parataxis")))
        for found in self.counts:
            if self.text[found.span.end : words.start].isspace() and found.span.end < words.start:
                return Count(found.count.min, found.count.max, who, found.count.words or found.span.of(self.text))
        for found in self.counts:
            if words.overlaps(found.span) or (before.overlaps(found.span) and found.span.start < words.end):
                c = found.count
                return Count(c.min, c.max, who, c.words or found.span.of(self.text))
        return self._implied(i, who)

    def _implied(self, i: int, who: str | None) -> Count | None:
        token = self.tree.tokens[i]
        determiners = {self.tree.word(k) for k in self.tree.on(i, "det", "nmod:poss", "nummod")}
        if token.upos == "PRON":
            return None
        if token.xpos == "NNS":
            return None if determiners else Count(2, None, who)
        if self.type(i) is EntityType.PERSON or (
            token.xpos in ("NN", "JJ") and self.type(i) in (EntityType.PEOPLE, EntityType.THING)
        ):
            named = self.type(i) is EntityType.PERSON
            owned = bool(self.tree.on(i, "nmod:poss"))
            return Count(1, 1, who) if named or owned or determiners & _INDEFINITE else None
        return None

    def describes(self, i: int) -> str:
        """Return the words of the phrase with head `i`."""
        return self.tree.span(phrases.full(self.tree, i)).of(self.text)


def scenes(draft: Draft, *, with_harm: bool = False) -> tuple[Scene, ...]:
    """Return one scene per sentence, in order; who is harmed is told on demand, since few steps ask."""
    out: list[Scene] = []
    at_time, at_count = 0, 0
    times = sorted((_of_events(t, draft) for t in draft.times), key=lambda t: t.span)
    counts = sorted(draft.counts, key=lambda c: c.span)
    by_sentence: list[dict[int, Mention]] = [{} for _ in draft.sentences]
    for m in draft.mentions:
        if m.entity:
            by_sentence[m.sentence].setdefault(m.head, m)
    named = _tokens_of_names(draft)
    times = [t for t in times if named.isdisjoint(range(t.span.start, t.span.end))]
    for i, tree in enumerate(planted(draft.sentences)):
        end = tree.sentence.span.end
        first_time, first_count = at_time, at_count
        while at_time < len(times) and times[at_time].span.start < end:
            at_time += 1
        while at_count < len(counts) and counts[at_count].span.start < end:
            at_count += 1
        here = tuple(times[first_time:at_time]), tuple(counts[first_count:at_count])
        out.append(Scene(tree, by_sentence[i], *here, draft.document.text, harmed.in_tree(tree) if with_harm else ()))
    return tuple(out)


def _tokens_of_names(draft: Draft) -> frozenset[int]:
    """Return the places where a name of a body begins a word: no time stands in "the 5 March Brigade"."""
    return frozenset(
        sentence.tokens[i].span.start
        for sentence in draft.sentences
        for name in sentence.names
        if name.kind == "organisation"
        for i in range(name.start, name.end)
    )


def _of_events(time: TimeMention, draft: Draft) -> TimeMention:
    """Return a time as what it says of events: the date of publication or of a dateline says nothing."""
    text = draft.document.text
    line = datelines.find_dateline(text)
    is_stamp = stamps.is_stamp(time, text, draft.document.published) or (line is not None and line.span == time.span)
    return replace(time, when=None) if is_stamp else time
