"""Relations told by verbs, by role nouns, by compound adjectives and by the names themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import aliases, compounds, offices, predication, renaming, role_nouns, triggers
from tacitus.extract import scene as scenery
from tacitus.extract.layers import Frame
from tacitus.extract.lexicon import word_types
from tacitus.extract.phrases import base
from tacitus.extract.predication import spread
from tacitus.extract.relating import ALLOWED, fits, frame
from tacitus.model.claim import Argument
from tacitus.model.ontology import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.contract import Draft
    from tacitus.extract.scene import Scene


@dataclass(frozen=True, slots=True)
class Relations:
    """Step: frames of relations."""

    name: str = "relations"
    version: str = "4"
    needs: frozenset[str] = frozenset({"sentences", "mentions", "entities", "times", "counts"})
    gives: frozenset[str] = frozenset({"frames"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with the frames of relations added, each once per sentence."""
        found: list[Frame] = []
        known = offices.Offices()
        for scene in scenery.scenes(draft):
            found += by_verb(scene)
            held = tuple(role_nouns.read(scene))
            found += (*held, *known.read(scene, held))
            found += compounds.read(scene)
            found += by_adjective(scene)
            found += renaming.read(scene)
        found += by_name(draft)
        unique = {(f.type, f.args, f.sentence): f for f in reversed(found)}
        return replace(draft, frames=(*draft.frames, *reversed(unique.values())))


def by_verb(scene: Scene) -> Iterator[Frame]:
    """Yield relations whose verb is in the predicate list: "X leads Y", "Y is controlled by X"."""
    tree = scene.tree
    for trigger in triggers.find(tree):
        entry = trigger.predicate
        if kind_of(entry.type) is not Kind.RELATION or entry.type not in ALLOWED:
            continue
        deep = predication.of_verb(tree, trigger.at)
        if trigger.key == "belong":
            pairs = [(o, s) for f, o in deep.phrases if f == "to" for s in deep.subjects]
        else:
            subjects = [h for f, r in entry.roles.items() if r == "subject" for h in deep.fillers(f)]
            objects = [h for f, r in entry.roles.items() if r == "object" for h in deep.fillers(f)]
            if tree.is_passive(trigger.at) and entry.template in ("at", "tie"):
                subjects = list(deep.objects)
                objects = [o for o in objects if o not in subjects]
            pairs = [(s, o) for s in subjects for o in objects]
        kind = "member" if trigger.key == "belong" and not any(fits(scene, "owns", *p) for p in pairs) else entry.type
        for s, o in pairs:
            pair = (o, s) if trigger.key == "belong" and kind == "member" else (s, o)
            if fits(scene, kind, *pair):
                words = tree.subtree(trigger.at, without=("conj", "cc", "parataxis", "punct", "advcl"))
                yield frame(
                    scene,
                    kind,
                    pair,
                    (trigger.at, *words, *tree.subtree(s, without=("acl:relcl", "appos", "acl"))),
                    f"{trigger.key}.v",
                )


def by_adjective(scene: Scene) -> Iterator[Frame]:
    """Yield "loyal to", "hostile to", "close to": relations that an adjective tells with its phrase."""
    tree = scene.tree
    kinds = word_types("adjectives.tsv")
    for i in range(len(tree.tokens)):
        kind = kinds.get(tree.lemma(i), "")
        if not kind or tree.tokens[i].upos != "ADJ":
            continue
        subjects = tree.on(i, "nsubj") or ((tree.head(i),) if tree.is_a(i, "amod", "acl") else ())
        objects = [o for o in tree.on(i, "obl", "nmod") if tree.preposition(o) in ("to", "with", "of")]
        for s, o in ((s, o) for s in spread(tree, subjects) for o in spread(tree, objects)):
            if fits(scene, kind, s, o):
                yield frame(scene, kind, (s, o), (i, *tree.subtree(i), *base(tree, s)), f"{tree.lemma(i)}.adj")


def by_name(draft: Draft) -> Iterator[Frame]:
    """Yield aliases and successions that stand in brackets or behind "known as"."""
    owner = {m.span: m for m in draft.mentions if m.entity}
    for pair in aliases.pairs(draft.document.text, draft.mentions):
        first, second = owner.get(pair.first), owner.get(pair.second)
        if first is None or second is None:
            continue
        other = first if pair.kind == "alias" else second
        if pair.kind == "successor" and first.entity == second.entity:
            continue
        args = (Argument("subject", first.entity), Argument("object", other.entity))
        yield Frame(
            pair.kind,
            args,
            pair.second,
            first.sentence,
            (pair.words,),
            made_by=f"relations:{pair.kind}.name",
            is_aside=True,
        )
