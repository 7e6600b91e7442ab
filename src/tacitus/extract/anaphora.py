"""What pronouns and short descriptions go back to: the last thing of a fitting kind that was spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import word_types, words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
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
_REACH = 3  # sentences: an older thing is rarely meant
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "such"})
_TOWNS = frozenset({"city", "town", "village", "hamlet"})
_AREAS = words("settlement") - _TOWNS | {"region", "area", "oblast"}
_FAMILIES = {
    "group": (EntityType.GROUP,),
    "force": (EntityType.FORCE,),
    "state": (EntityType.STATE,),
    "org": (EntityType.ORG,),
    "media": (EntityType.MEDIA,),
    "place": (EntityType.PLACE,),
    "facility": (EntityType.FACILITY,),
}
#: Descriptions that name no more than a kind, so that the last thing of the kind is meant.
BARE = words("bare_kind")


@dataclass(frozen=True, slots=True)
class _Trace:
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


@dataclass(slots=True)
class Memory:
    """The things spoken of so far, latest last."""

    traces: list[_Trace] = field(default_factory=list)

    def note(self, at: int, mention: Mention, tree: Tree, type_: EntityType) -> None:
        """Remember that thing number `at` was spoken of."""
        token = tree.tokens[mention.head]
        subject = tree.is_a(mention.head, "nsubj") and not tree.is_a(mention.head, "nsubj:outer")
        is_body = mention.is_name and type_ in _ORGANISED  # one thing, however its name ends: "Hurras", "the Houthis"
        plural = (token.xpos in ("NNS", "NNPS") and not is_body) or bool(tree.on(mention.head, "conj"))
        words = tuple(tree.word(i) for i, t in enumerate(tree.tokens) if mention.span.contains(t.span))
        lemma = tree.lemma(mention.head)
        named = {*words, lemma}
        if tree.is_a(mention.head, "compound"):  # "Donetsk" in "Donetsk region"
            named.add(tree.lemma(tree.head(mention.head)))
        place = (mention.head, bool(_AREAS & named))
        self.traces.append(_Trace(at, mention.sentence, lemma, type_, mention.is_name, subject, plural, words, *place))

    def pronoun(self, mention: Mention, tree: Tree) -> int | None:
        """Return what a pronoun goes back to, or None when nothing near fits."""
        word = tree.word(mention.head)
        if word in _SPEAKER or tree.is_a(mention.head, "expl"):
            return None
        best: tuple[float, int] | None = None
        governing, partner = _governing_subjects(tree, mention.head), _partner(tree, mention.head)
        for rank, trace in enumerate(reversed(self.traces)):
            distance = mention.sentence - trace.sentence
            if distance > _REACH:
                break
            score = _agreement(word, trace)
            if score <= 0:
                continue
            score += 1.5 * trace.is_subject + 0.5 * trace.is_name - 1.2 * distance - 0.05 * rank
            score += 1.5 * (distance == 0 and trace.token in governing)
            score += 3.0 * (distance == 0 and trace.token == partner)
            if best is None or score > best[0]:
                best = (score, trace.at)
        return best[1] if best is not None else None

    def description(self, mention: Mention, words: str, tree: Tree) -> int | None:
        """Return the earlier thing that a definite description means, or None when it is new."""
        if not self._is_definite(mention, tree):
            return None
        lemma = tree.lemma(mention.head)
        count = len(words.split())
        for trace in reversed(self.traces):
            if trace.is_name and len(trace.words) > 1 and lemma == trace.words[-1] and count == 1:
                return trace.at
        if count > 1 or lemma not in BARE:
            return self._same_head(mention, lemma) if count == 1 else None
        kinds = _FAMILIES.get(word_types("head_types.tsv").get(lemma, ""), ())
        for trace in reversed(self.traces):
            if mention.sentence - trace.sentence > _REACH:
                break
            if trace.type in kinds and trace.is_name and not trace.plural and not _is_larger(lemma, trace):
                return trace.at
        return None

    def _is_definite(self, mention: Mention, tree: Tree) -> bool:
        return any(tree.word(k) in _DEFINITE for k in tree.on(mention.head, "det"))

    def _same_head(self, mention: Mention, lemma: str) -> int | None:
        for trace in reversed(self.traces):
            if trace.head == lemma and not trace.is_name and trace.type is mention.type:
                return trace.at
        return None


def _is_larger(lemma: str, trace: _Trace) -> bool:
    """Tell whether a name is that of an area, and the description that of a town in it: "the city" is no region."""
    return lemma in _TOWNS and trace.is_area


def _governing_subjects(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the subjects of the verb above the clause of a pronoun: the army in "the army denied that it attacked"."""
    for up in tree.ancestors(i):
        if tree.is_a(up, "ccomp", "advcl", "xcomp") and tree.head(up) >= 0:
            return tree.on(tree.head(up), "nsubj")
    return ()


def _partner(tree: Tree, i: int) -> int:
    """Return what the owned thing is joined to: the regime in "the regime and its allies"; -1 for none."""
    owned = tree.head(i)
    return tree.head(owned) if tree.is_a(i, "nmod:poss") and owned >= 0 and tree.is_a(owned, "conj") else -1


def _agreement(word: str, trace: _Trace) -> float:
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
