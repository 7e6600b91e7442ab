"""What pronouns go back to: the last thing of a fitting kind that was spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import countries, words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.extract.layers import Mention
    from tacitus.extract.tree import Tree

_ORGANISED = frozenset({EntityType.GROUP, EntityType.FORCE, EntityType.STATE, EntityType.ORG, EntityType.MEDIA})
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SPEAKER = frozenset({"i", "we", "us", "our", "my", "me", "you", "your"})
#: Every pronoun that is looked up; those of the speaker stay unresolved here.
PRONOUNS = _MALE | _FEMALE | _THING | _MANY | _SPEAKER
REACH = 3  # sentences: an older thing is rarely meant
#: Nouns of places that have towns in them.
_AREAS = words("settlement") - words("town") | {"region", "area", "oblast"}


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing as it was spoken of once.

    Attributes:
        at: Its number.
        sentence: Where.
        head: Lemma of the head noun.
        type: What it was taken for.
        is_name: Whether by a proper name.
        is_subject: Whether as a subject.
        plural: Whether as several.
        words: The words, lower case.
        token: Index of the head.
        is_area: Whether it is a place that has towns in it.
        is_aside: Whether a relative clause speaks of it.
    """

    at: int
    sentence: int
    head: str
    type: EntityType
    is_name: bool
    is_subject: bool
    plural: bool
    words: tuple[str, ...]
    token: int
    is_area: bool
    is_aside: bool = False


@dataclass(slots=True)
class Memory:
    """The things spoken of so far.

    Attributes:
        traces: Latest last.
        roles: Word of a title or post → numbers of the persons who were called so, latest last; the values say nothing.
        by_head: Lemma of the head, type and whether it is a name → the latest trace.
        by_last: Last word of a name of several words → the latest trace.
    """

    traces: list[Trace] = field(default_factory=list)
    roles: dict[str, dict[int, None]] = field(default_factory=dict)
    by_head: dict[tuple[str, EntityType, bool], Trace] = field(default_factory=dict)
    by_last: dict[str, Trace] = field(default_factory=dict)

    def note(self, at: int, mention: Mention, tree: Tree, type_: EntityType) -> None:
        """Remember that thing number `at` was spoken of."""
        token = tree.tokens[mention.head]
        subject = tree.is_a(mention.head, "nsubj") and not tree.is_a(mention.head, "nsubj:outer")
        is_body = mention.is_name and type_ in _ORGANISED  # one thing, however its name ends: "Hurras", "the Houthis"
        plural = (token.xpos in ("NNS", "NNPS") and not is_body) or bool(tree.on(mention.head, "conj"))
        words = tuple(tree.word(i) for i, t in enumerate(tree.tokens) if mention.span.contains(t.span))
        lemma = tree.lemma(mention.head)
        named = {*words, lemma}
        if tree.is_a(mention.head, "compound", "nmod:desc", "amod"):  # "Donetsk" in "Donetsk region"
            named.add(tree.lemma(tree.head(mention.head)))
        is_land = mention.is_name and " ".join(words) in countries()
        is_aside = any(tree.is_a(k, "acl:relcl") for k in tree.ancestors(mention.head))
        place = (mention.head, is_land or bool(_AREAS & named), is_aside)
        trace = Trace(at, mention.sentence, lemma, type_, mention.is_name, subject, plural, words, *place)
        self.traces.append(trace)
        self.by_head[lemma, type_, mention.is_name] = trace
        if mention.is_name and len(words) > 1:
            self.by_last[words[-1]] = trace

    def note_roles(self, at: int, titles: Iterable[str]) -> None:
        """Remember what a person was called besides the name: "president", "army", "chief"."""
        for word in titles:
            bearers = self.roles.setdefault(word, {})
            bearers.pop(at, None)
            bearers[at] = None

    def pronoun(self, mention: Mention, tree: Tree) -> int | None:
        """Return what a pronoun goes back to, or None when nothing near fits."""
        word = tree.word(mention.head)
        if word in _SPEAKER or tree.is_a(mention.head, "expl"):
            return None
        best: tuple[float, int] | None = None
        governing, partner = _governing_subjects(tree, mention.head), _partner(tree, mention.head)
        are_several = _are_several(tree, mention.head)
        for rank, trace in enumerate(reversed(self.traces)):
            distance = mention.sentence - trace.sentence
            if distance > REACH:
                break
            score = _agreement(word, trace)
            if score <= 0:
                continue
            score += 1.5 * trace.is_subject + 0.5 * trace.is_name - 1.2 * distance - 0.05 * rank
            score += 1.5 * (distance == 0 and trace.token in governing)
            score += 3.0 * (distance == 0 and trace.token == partner)
            score += 2.0 * (trace.plural and are_several)
            if best is None or score > best[0]:
                best = (score, trace.at)
        return best[1] if best is not None else None


def _governing_subjects(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the subjects of the verb above the clause of a pronoun: the army in "the army denied that it attacked"."""
    for up in tree.ancestors(i):
        if tree.is_a(up, "ccomp", "advcl", "xcomp") and tree.head(up) >= 0:
            return tree.on(tree.head(up), "nsubj")
    return ()


def _are_several(tree: Tree, i: int) -> bool:
    """Tell whether a pronoun is said to be some persons or things: "they are not members of the group"."""
    said = tree.head(i)
    return tree.is_a(i, "nsubj") and said >= 0 and bool(tree.on(said, "cop")) and tree.tokens[said].xpos == "NNS"


def _partner(tree: Tree, i: int) -> int:
    """Return what the owned thing is joined to: the regime in "the regime and its allies"; -1 for none."""
    owned = tree.head(i)
    return tree.head(owned) if tree.is_a(i, "nmod:poss") and owned >= 0 and tree.is_a(owned, "conj") else -1


def _agreement(word: str, trace: Trace) -> float:
    if word in _MALE or word in _FEMALE:
        if trace.type is EntityType.PERSON:
            return 3.0
        return 1.0 if trace.type is EntityType.PEOPLE and not trace.plural else 0.0
    if word in _MANY:
        if trace.plural or trace.type is EntityType.PEOPLE:
            return 2.5
        return 1.5 if trace.type in _ORGANISED else 0.0
    if trace.type in _ORGANISED and not trace.plural:
        return 2.5
    return 1.0 if trace.type in (EntityType.FACILITY, EntityType.PLACE, EntityType.THING) and not trace.plural else 0.0
