"""The dead and the wounded: counts that belong to the event that harmed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract import predication
from tacitus.extract.building import HARMFUL, Event
from tacitus.extract.lexicon import word_types
from tacitus.model.count import Count
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.extract.scene import Scene

#: Verbs of harm → the role of their victims.
KILL = frozenset(
    {"kill", "murder", "massacre", "slaughter", "execute", "behead", "assassinate", "die", "perish", "claim"}
)
WOUND = frozenset({"wound", "injure", "hurt", "maim"})
_CAUSE = frozenset({"in", "by", "during", "from", "after", "amid", "following", "under"})
_TOLL = frozenset({"death", "casualty", "fatality", "dead", "injury", "injured", "wounded", "victim"})


def role_of(lemma: str) -> str:
    """Return "killed", "injured", or "" for a verb that is no verb of harm."""
    return "killed" if lemma in KILL else "injured" if lemma in WOUND else ""


def victims(scene: Scene, verb: int) -> tuple[int, ...]:
    """Return the heads of those whom a verb of harm says dead or wounded."""
    frame = predication.of_verb(scene.tree, verb)
    if scene.tree.lemma(verb) in ("die", "perish"):
        return frame.subjects
    return frame.objects


def counts(scene: Scene, verb: int) -> tuple[Count, ...]:
    """Return how many a verb of harm says dead or wounded, one count per kind of victim."""
    found = (_counted(scene, h) for h in victims(scene, verb) if scene.type(h) not in _UNHARMED)
    return tuple(c for c in found if c is not None)


def _counted(scene: Scene, head: int) -> Count | None:
    tree = scene.tree
    if tree.word(head) in ("nobody", "none") or any(tree.word(k) == "no" for k in tree.on(head, "det")):
        return Count(0, 0, None, tree.word(head))
    return scene.counted(head)


_UNHARMED = frozenset({EntityType.THING, EntityType.FACILITY, EntityType.PLACE})


def host_of(scene: Scene, verb: int, events: Sequence[Event]) -> Event | None:
    """Return the event of the same sentence in which the harm of `verb` happened, or None when it stands alone."""
    tree = scene.tree
    by_token = {e.trigger.at: e for e in events if e.type in HARMFUL and e.trigger.at != verb}
    frame = predication.of_verb(tree, verb)
    for head in frame.subjects:
        if head in by_token and (by_token[head].trigger.noun or scene.tree.tokens[head].xpos == "VBG"):
            return by_token[head]
    for function, head in frame.phrases:
        if function in _CAUSE or (function == "with" and head in by_token):
            found = _inside(scene, head, by_token)
            if found is not None:
                return found
    for clause in tree.on(verb, "advcl"):
        if clause in by_token and any(tree.word(m) in ("when", "as", "after", "while") for m in tree.kids[clause]):
            return by_token[clause]
    return _governing(scene, verb, by_token)


def _inside(scene: Scene, head: int, by_token: dict[int, Event]) -> Event | None:
    """Find an event noun at `head` or in its phrases: "in a wave of air strikes"."""
    for i in (head, *scene.tree.on(head, "nmod", "conj")):
        if i in by_token and (by_token[i].trigger.noun or scene.tree.tokens[i].xpos == "VBG"):
            return by_token[i]
    return None


def _governing(scene: Scene, verb: int, by_token: dict[int, Event]) -> Event | None:
    """Find the verb that the harm follows: "struck a market, killing 12", "attacked the post and wounded two"."""
    tree = scene.tree
    up = tree.head(verb)
    if not tree.is_a(verb, "advcl", "conj", "xcomp", "acl") or up not in by_token:
        return None
    if tree.is_a(verb, "conj") and tree.on(verb, "nsubj") and not set(tree.on(verb, "nsubj")) & set(by_token):
        return None
    if tree.is_a(verb, "acl:relcl") and not by_token[up].trigger.noun:
        return None
    return by_token[up]


def weapon_type(scene: Scene, verb: int) -> str:
    """Return the event type of a weapon that does the harm ("a roadside bomb killed two"); "" for none."""
    tree = scene.tree
    kinds = word_types("weapons.tsv")
    for head in predication.of_verb(tree, verb).subjects:
        for i in (head, *tree.on(head, "compound", "amod")):
            if scene.type(head) is EntityType.THING and tree.lemma(i) in kinds:
                return kinds[tree.lemma(i)]
    return ""


def tolls(scene: Scene) -> tuple[tuple[str, Count], ...]:
    """Return counts told as nouns: "no deaths and no injuries", "12 deaths"."""
    tree = scene.tree
    out: list[tuple[str, Count]] = []
    for i, token in enumerate(tree.tokens):
        lemma = tree.lemma(i)
        if token.upos != "NOUN" or lemma not in _TOLL:
            continue
        none = any(tree.word(k) in ("no", "any") for k in tree.on(i, "det"))
        count = Count(0, 0, None, "no") if none and _is_negated(scene, i) else None
        if count is None:
            continue
        roles = ("injured",) if lemma in ("injury", "injured", "wounded") else ("killed",)
        out += [(role, count) for role in (("killed", "injured") if lemma in ("casualty", "victim") else roles)]
    return tuple(out)


def _is_negated(scene: Scene, i: int) -> bool:
    tree = scene.tree
    return any(tree.word(k) == "no" for j in (i, *tree.ancestors(i)[:2]) for k in tree.on(j, "det"))
