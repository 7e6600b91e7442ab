"""Speech: who says which stretch of the text, by syntax and quotation marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import quotes
from tacitus.extract.layers import Speech
from tacitus.extract.lexicon import words_by
from tacitus.extract.predication import spread, surface_subjects
from tacitus.extract.scene import Scene, scenes
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty
from tacitus.model.span import Span, merge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.contract import Draft
    from tacitus.extract.tree import Tree

_SAY = frozenset(words_by("speech.tsv")["say"])
_DENY = frozenset(words_by("speech.tsv")["deny"])
_ACCUSE = frozenset(words_by("speech.tsv")["accuse"])
_QUOTE = frozenset(words_by("speech.tsv")["quote"])
_MEDIUM = frozenset(words_by("speech.tsv")["medium"])
_ACCORDING = frozenset(w.replace("_", " ") for w in words_by("speech.tsv")["according"])
#: Verbs whose object or infinitive is what is said; and those that say it with "as".
_OF_OBJECTS = _DENY | {"claim", "admit", "acknowledge", "confirm", "report", "announce", "describe"}
_AS = frozenset({"identify", "describe", "label"})
#: Media that speak for themselves, whoever runs them.
_CHANNELS = frozenset({"channel", "account", "website", "page"})
_ENOUGH = 5  # tokens: less than a clause is no content
_SPEAKERS = frozenset(EntityType) - {EntityType.PLACE, EntityType.FACILITY}
#: Verbs that also have other senses: they speak only with a clause or a quotation as their content.
_SHOW = frozenset({"show", "find", "suggest", "indicate", "read", "reveal"})


@dataclass(frozen=True, slots=True)
class SpeechStep:
    """Step: stretches of text with the entities that say them, inner speech before outer."""

    name: str = "speech"
    version: str = "1"
    needs: frozenset[str] = frozenset({"sentences", "mentions", "entities", "times"})
    gives: frozenset[str] = frozenset({"speech"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with `speech` in text order."""
        everything = scenes(draft)
        found = [s for scene in everything for s in in_scene(scene)]
        carried = quotes.carry(draft.document.text, tuple(s.tree.sentence.span for s in everything), found)
        return replace(draft, speech=tuple(sorted(carried, key=lambda s: (s.cue, s.content))))


def in_scene(scene: Scene) -> Iterator[Speech]:
    """Yield what is said in one sentence."""
    tree = scene.tree
    for i in range(len(tree.tokens)):
        lemma = tree.lemma(i)
        if tree.preposition(i) in _ACCORDING and not tree.is_a(i, "conj"):
            yield from _according(scene, i)
        if not tree.is_verb(i):
            continue
        if lemma in _ACCUSE:
            yield from _accusing(scene, i)
        elif lemma in _QUOTE:
            yield from _quoting(scene, i)
        elif lemma in _SAY or lemma in _DENY:
            yield from _saying(scene, i)


def _saying(scene: Scene, verb: int) -> Iterator[Speech]:
    tree = scene.tree
    content = tuple(_content(tree, verb))
    if not content or (tree.is_passive(verb) and not tree.on(verb, "obl:agent")):
        return
    speakers, via = _people(scene, surface_subjects(tree, verb))
    outer = tuple(
        scene.entity(h)
        for h in _told(tree, verb)
        if scene.type(h) in (EntityType.MEDIA, EntityType.GROUP, EntityType.ORG)
    )
    if speakers:
        certainty = Certainty.DENIED if tree.lemma(verb) in _DENY else Certainty.STATED
        if certainty is Certainty.STATED and _is_negated(tree, verb):
            certainty = Certainty.UNKNOWN
        yield Speech(merge(content), tree.tokens[verb].span, speakers, (*via, *filter(None, outer)), certainty)


def _told(tree: Tree, verb: int) -> tuple[int, ...]:
    if tree.lemma(verb) != "tell":
        return ()
    return spread(tree, (*tree.on(verb, "iobj"), *tree.on(verb, "obj")))


def _is_negated(tree: Tree, verb: int) -> bool:
    return any(tree.word(k) in ("not", "n't", "n’t", "never") for k in tree.on(verb, "advmod"))


def _content(tree: Tree, verb: int) -> Iterator[Span]:
    """Yield the stretches of what a verb of saying says."""
    lemma = tree.lemma(verb)
    for k in tree.on(verb, "ccomp", "csubj"):
        yield _clause(tree, k)
    if lemma in _OF_OBJECTS:
        yield from _object_content(tree, verb)
    if lemma in _AS:
        yield from (_clause(tree, k) for k in tree.on(verb, "obj", "obl", "xcomp") if tree.preposition(k) == "as")
    if lemma in _SHOW:
        return
    if not tree.on(verb, "ccomp"):
        yield from (_clause(tree, k) for k in tree.on(verb, "parataxis", "dep"))
    yield from _host(tree, verb)
    if not tree.on(verb, "ccomp", "xcomp", "obj", "parataxis") and not tree.is_a(verb, "parataxis"):
        yield from _before(tree, verb)


def _object_content(tree: Tree, verb: int) -> Iterator[Span]:
    """Yield what is said as an object: "denied sending tanks", "claimed responsibility for it"."""
    for k in tree.on(verb, "xcomp", "obj"):
        if not tree.is_a(k, "obj") or tree.tokens[k].upos in ("NOUN", "PROPN"):
            yield _clause(tree, k)
        if tree.lemma(k) == "responsibility":
            yield from (_clause(tree, f) for f in tree.on(verb, "obl") if tree.preposition(f) == "for")


def _before(tree: Tree, verb: int) -> Iterator[Span]:
    """Yield what stands before "X said" at the end of a sentence, where a comma or the tree is lacking."""
    subjects = tree.on(verb, "nsubj")
    if any(tree.on(k, "mark") for k in tree.on(verb, "advcl")) or any(
        tree.tokens[a].xpos == "MD" for a in tree.on(verb, "aux")
    ):
        return
    if not subjects or any(
        t.upos not in ("PUNCT", "PROPN", "NUM", "ADP", "DET", "NOUN") for t in tree.tokens[verb + 1 :]
    ):
        return
    first = min(tree.subtree(subjects[0], without=("acl", "acl:relcl", "parataxis", "appos", "dep", "ccomp")))
    if first >= _ENOUGH:
        yield tree.span(range(first))


def _host(tree: Tree, verb: int) -> Iterator[Span]:
    """Yield the sentence into which "X said" is set: all before and behind it."""
    head = tree.head(verb)
    if head < 0 or not tree.is_a(verb, "parataxis"):
        return
    inside = set(tree.subtree(verb))
    yield from _runs(tree, [i for i in tree.subtree(head) if i not in inside])


def _clause(tree: Tree, head: int) -> Span:
    return tree.span(tree.subtree(head))


def _people(scene: Scene, heads: tuple[int, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (speakers, those through whom they speak) for the subjects of a verb of saying."""
    speakers: list[str] = []
    via: list[str] = []
    for head in heads:
        inner = _behind(scene, head)
        if inner:
            speakers.append(inner)
        elif scene.entity(head) and scene.type(head) in _SPEAKERS:
            speakers.append(scene.entity(head))
    return tuple(dict.fromkeys(speakers)), tuple(dict.fromkeys(via))


def _behind(scene: Scene, head: int) -> str:
    """Return who stands behind a medium: "a statement by the army", "the post of a channel"; "" for nobody."""
    tree = scene.tree
    if tree.lemma(head) not in _MEDIUM:
        return ""
    if tree.lemma(head) in _CHANNELS:
        named = [k for k in tree.on(head, "appos", "flat", "compound", "nmod:desc") if k > head and scene.entity(k)]
        return scene.entity(named[0] if named else head)
    owners = [
        k
        for k in tree.on(head, "nmod")
        if tree.preposition(k) in ("by", "from", "of", "on", "in") or tree.is_a(k, "nmod:poss")
    ]
    for k in (*tree.on(head, "nmod:poss"), *owners, *tree.on(head, "compound")):
        deeper = _behind(scene, k)
        if deeper:
            return deeper
        if scene.entity(k) and scene.type(k) in _SPEAKERS - {EntityType.THING}:
            return scene.entity(k)
    return ""


def _according(scene: Scene, noun: int) -> Iterator[Speech]:
    tree = scene.tree
    speakers, via = _people(scene, tree.conjuncts(noun))
    clause = tree.head(noun)
    if not speakers or clause < 0:
        return
    while not tree.is_verb(clause) and tree.is_a(clause, "obl", "nmod", "obj") and tree.head(clause) >= 0:
        clause = tree.head(clause)
    inside = set(tree.subtree(noun))
    rest = [i for i in tree.subtree(clause) if i not in inside]
    yield Speech(merge(_runs(tree, rest)), tree.tokens[noun].span, speakers, via)


def _runs(tree: Tree, tokens: list[int]) -> Iterator[Span]:
    run: list[int] = []
    for i in tokens:
        if run and i != run[-1] + 1:
            yield tree.span(run)
            run = []
        run.append(i)
    if run:
        yield tree.span(run)


def _accusing(scene: Scene, verb: int) -> Iterator[Speech]:
    """Read "X accused Y of Z" and "X blamed Y for Z": X says what follows the verb."""
    tree = scene.tree
    speakers, via = _people(scene, surface_subjects(tree, verb))
    if tree.is_passive(verb) or not speakers:
        return
    said = [i for k in tree.kids[verb] if k > verb and not tree.is_a(k, "conj", "cc", "punct") for i in tree.subtree(k)]
    if said:
        yield Speech((tree.span(said),), tree.tokens[verb].span, speakers, via)


def _quoting(scene: Scene, verb: int) -> Iterator[Speech]:
    """Read "X quoted Y as saying that Z": Y says it, through X."""
    tree = scene.tree
    outer, _ = _people(scene, surface_subjects(tree, verb))
    inner, _ = _people(scene, spread(tree, tree.on(verb, "obj")))
    for k in tree.on(verb, "advcl", "xcomp", "ccomp"):
        content = tuple(_content(tree, k)) or (_clause(tree, k),)
        if inner:
            yield Speech(merge(content), tree.tokens[verb].span, inner, outer)
