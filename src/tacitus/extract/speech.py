"""Speech: which entity says which stretch of the text, by syntax, engine and quotation marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract import attribution, quotes, turns
from tacitus.extract.layers import Speech
from tacitus.extract.lexicon import words_by
from tacitus.extract.scene import Scene, scenes
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tacitus.extract.attribution import Attribution
    from tacitus.extract.contract import Draft
    from tacitus.extract.tree import Tree

_MEDIUM = frozenset(words_by("speech.tsv")["medium"])
#: Media that somebody has issued, whose words they are.
_ISSUED = frozenset({"statement", "release", "communique", "communiqué", "letter", "briefing", "report"})
_DEFINITE = frozenset({"the", "this", "that"})
#: Media that speak for themselves, whoever runs them.
_CHANNELS = frozenset({"channel", "account", "website", "page"})
#: A place or a house speaks for those who sit there: "Kenya said", "the embassy said".
_SPEAKERS = frozenset(EntityType)
#: Those who pass on what they are told.
_RELAYS = frozenset({EntityType.MEDIA, EntityType.GROUP, EntityType.ORG})


@dataclass(frozen=True, slots=True)
class SpeechStep:
    """Step: stretches of text with the entities that say them, inner speech before outer."""

    name: str = "speech"
    version: str = "4"
    needs: frozenset[str] = frozenset({"sentences", "mentions", "entities", "times"})
    gives: frozenset[str] = frozenset({"speech"})

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with `speech` in text order."""
        everything = scenes(draft)
        found: list[Speech] = []
        for scene in everything:
            found += (_issued(scene, s, found) for s in in_scene(scene))
        text = draft.document.text
        carried = quotes.carry(text, tuple(s.tree.sentence.span for s in everything), found)
        everybody = (*carried, *turns.spoken(text, draft.mentions))
        return replace(draft, speech=tuple(sorted(everybody, key=lambda s: (s.cue, s.content))))


def _issued(scene: Scene, one: Speech, before: Sequence[Speech]) -> Speech:
    """Put who spoke last in the place of "the statement": it is theirs."""
    tree = scene.tree
    last = next((s.speakers for s in reversed(before) if s.speakers), ())
    heads = [h for h in scene.mentions if tree.lemma(h) in _ISSUED and scene.entity(h) in one.speakers]
    is_known = any(tree.word(d) in _DEFINITE for h in heads for d in tree.on(h, "det"))
    return replace(one, speakers=last[:1]) if is_known and last and len(one.speakers) == 1 else one


def in_scene(scene: Scene) -> Iterator[Speech]:
    """Yield what entities say in one sentence."""
    for one in attribution.in_tree(scene.tree):
        speakers = _people(scene, one.speakers) if one.is_report else ()
        if speakers:
            told = tuple(scene.entity(h) for h in one.told if scene.type(h) in _RELAYS)
            via = tuple(filter(None, (*told, *_people(scene, one.quoted_by))))
            yield replace(unnamed(scene.tree, one), speakers=speakers, via=via)


def unnamed(tree: Tree, one: Attribution) -> Speech:
    """Return the speech as the words tell it, before anybody knows which entity speaks."""
    cue = tree.tokens[one.cue].span
    return Speech(one.content, cue, (), (), one.certainty, attribution.sources(tree, one), one.is_ruled)


def _people(scene: Scene, heads: Iterable[int]) -> tuple[str, ...]:
    """Return the entities that speak, each once: those behind a medium, else those with the heads themselves."""
    found: list[str] = []
    for head in heads:
        inner = _behind(scene, head)
        if inner:
            found.append(inner)
        elif scene.entity(head) and scene.type(head) in _SPEAKERS:
            found.append(scene.entity(head))
    return tuple(dict.fromkeys(found))


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
        if scene.entity(k) and scene.type(k) in _SPEAKERS - {EntityType.THING, EntityType.PLACE, EntityType.FACILITY}:
            return scene.entity(k)
    return ""
