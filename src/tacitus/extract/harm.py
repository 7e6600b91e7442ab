"""The dead and the wounded: counts that belong to the event that harmed them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract import modality, predication
from tacitus.extract.building import COUNTED, HARMFUL, Event
from tacitus.extract.harm_words import Harm, Harmed
from tacitus.extract.lexicon import word_types, words, words_by
from tacitus.model.claim import Argument
from tacitus.model.count import Count
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tacitus.extract.layers import Frame
    from tacitus.extract.scene import Scene

#: What happened to those counted → the role that counts them; the dead and wounded that are not told apart have none.
ROLES = {Harm.KILLED: "killed", Harm.WOUNDED: "injured", Harm.HARMED: "victim"}
_CAUSE = frozenset({"in", "by", "during", "from", "after", "amid", "following", "under"})
#: What follows these has not done it where somebody else is said to: "police shot two dead after the attack".
_LATER = frozenset({"after", "following", "amid"})
#: Phrases that only date it: "killed since the invasion".
_DATING = frozenset({"since", "before", "until", "despite"})
_MANY = words("collective")
_UNKNOWN = words("unknown_noun")
_SAYING = frozenset(words_by("speech.tsv")["say"]) | frozenset(words_by("speech.tsv")["deny"])
_APART = ("acl:relcl", "ccomp", "parataxis", "conj")
_HIGHEST = 4  # steps up to the verb that tells the cause: "resulted in the death of two"


def told(scene: Scene) -> tuple[Harmed, ...]:
    """Return whom the sentence tells dead or wounded."""
    return tuple(one for one in scene.harmed if one.is_told and one.harm in ROLES)


def counts(scene: Scene, one: Harmed) -> tuple[Count, ...]:
    """Return how many a word says dead or wounded: one count per kind of victim, then numbers of some of them.

    A bare plural counts only where nothing better does: "40 gunmen and their relatives" are forty, "killings" nobody.
    """
    heads = [head for head in one.heads if scene.type(head) not in _UNHARMED]
    whole = [count for head in heads if (count := counted(scene, head)) is not None]
    parts = [count for head in one.parts if (count := counted(scene, head)) is not None and count.words]
    told = [count for count in whole if count.words or count.max is not None]
    bare = [] if one.form == "noun" and one.heads == (one.at,) else whole[:1]
    found = (*(told or bare), *parts)
    if modality.of(scene.tree, one.at).certainty is Certainty.DENIED:
        return tuple(count for count in found if count.max == 0)
    return found


def counted(scene: Scene, head: int) -> Count | None:
    """Return how many a phrase counts; "nobody" and "no civilians" are none."""
    tree = scene.tree
    if tree.word(head) in ("nobody", "none") or any(tree.word(k) == "no" for k in tree.on(head, "det")):
        return Count(0, 0, None, tree.word(head))
    found = scene.counted(head)
    if found is None and tree.tokens[head].xpos == "NN" and scene.type(head) is EntityType.PEOPLE:
        is_one = tree.lemma(head) not in _MANY and not tree.on(head, "nummod")
        return Count(1, 1, scene.entity(head) or None) if is_one else None  # "the leader", "their spokesman"
    return found


_UNHARMED = frozenset({EntityType.THING, EntityType.FACILITY, EntityType.PLACE})


def host_of(scene: Scene, at: int, events: Sequence[Event]) -> Event | None:
    """Return the event of the same sentence in which the harm told at `at` happened, or None when it stands alone."""
    by_token = {e.trigger.at: e for e in events if e.type in HARMFUL and e.trigger.at != at}
    found = _by_phrases(scene, at, by_token) or _governing(scene, at, by_token)
    return found or (None if _has_agent(scene, at, by_token) else _around(scene, at, by_token))


def _has_agent(scene: Scene, at: int, by_token: Mapping[int, Event]) -> bool:
    """Tell whether the word names who did it: "before police shot him dead", "killed by Ruritanian fire"."""
    tree = scene.tree
    verb = predication.of_verb(tree, at) if tree.is_verb(at) else None
    passive = tree.on(at, "obl:agent")
    own = passive if tree.is_passive(at) else tree.on(at, "nsubj")
    return verb is not None and any(head in verb.subjects and head not in by_token for head in own)


def _by_phrases(scene: Scene, at: int, by_token: Mapping[int, Event]) -> Event | None:
    """Find the event in the subject or the phrases of a word: "the raid killed two", "two died in the raid"."""
    tree = scene.tree
    frame = predication.of_verb(tree, at) if tree.is_verb(at) else predication.of_noun(tree, at)
    for head in frame.subjects:
        if head in by_token and (by_token[head].trigger.noun or scene.tree.tokens[head].xpos == "VBG"):
            return by_token[head]
    causes = _CAUSE - _LATER if _has_agent(scene, at, by_token) else _CAUSE
    for function, head in frame.phrases:
        if function in causes or (function == "with" and head in by_token):
            found = _inside(scene, head, by_token)
            if found is not None:
                return found
    for clause in tree.on(at, "advcl"):
        if clause in by_token and any(tree.word(m) in ("when", "as", "after", "while") for m in tree.kids[clause]):
            return by_token[clause]
    return None


def _around(scene: Scene, at: int, by_token: Mapping[int, Event]) -> Event | None:
    """Find an armed event above the word, or below it, in the same clause, where the tree is no help."""
    tree = scene.tree
    fights = {i: e for i, e in by_token.items() if e.type != "killing"}
    below = at
    for up in tree.ancestors(at)[:_HIGHEST]:
        if tree.is_a(below, *_APART):
            break
        if up in fights:
            return fights[up]
        found = _by_phrases(scene, up, fights) if tree.is_verb(up) else None
        if found is not None:
            return found
        below = up
    inside = [i for i in fights if at in tree.ancestors(i) and not _is_apart(scene, i, at)]
    return fights[min(inside, key=lambda i: abs(i - at))] if inside else None


def _is_apart(scene: Scene, i: int, at: int) -> bool:
    """Tell whether a clause of its own parts two words: "killed a man who had attacked them"."""
    tree = scene.tree
    path = (i, *tree.ancestors(i))
    between = path[: path.index(at)]
    return any(tree.is_a(k, "acl", *_APART) or tree.preposition(k).split(" ")[0] in _DATING for k in between)


def _inside(scene: Scene, head: int, by_token: Mapping[int, Event]) -> Event | None:
    """Find an event noun at `head` or in its phrases: "in a wave of air strikes"."""
    for i in (head, *scene.tree.on(head, "nmod", "conj")):
        if i in by_token and (by_token[i].trigger.noun or scene.tree.tokens[i].xpos == "VBG"):
            return by_token[i]
    return None


def _governing(scene: Scene, verb: int, by_token: Mapping[int, Event]) -> Event | None:
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
    """Return counts told as nouns without an event: "no deaths and no injuries", "the toll rose to 12"."""
    out: list[tuple[str, Count]] = []
    for one in told(scene):
        if one.form == "toll":
            out += [(ROLES[one.harm], count) for count in counts(scene, one) if one.harm is not Harm.HARMED]
        elif is_none(scene, one):
            roles = ("killed", "injured") if one.harm is Harm.HARMED else (ROLES[one.harm],)
            out += [(role, Count(0, 0, None, "no")) for role in roles]
    return tuple(out)


def is_none(scene: Scene, one: Harmed) -> bool:
    """Tell whether a noun says that nobody was harmed: "no casualties", "no reports of any deaths"."""
    tree = scene.tree
    near = (one.at, *(up for up in tree.ancestors(one.at)[:2] if tree.lemma(up) not in _UNKNOWN))
    return one.heads == (one.at,) and any(tree.word(k) == "no" for j in near for k in tree.on(j, "det"))


def completed(scene: Scene, frames: Sequence[Frame], sure: Sequence[Frame]) -> list[Frame]:
    """Return the frames of one sentence with the harm that none of those kept counts given to the nearest.

    Args:
        scene: The sentence.
        frames: All its frames.
        sure: Those that will be kept.
    """
    out = [_with_count(scene, frame) for frame in frames]
    kept = {at for at, frame in enumerate(frames) if any(frame is one for one in sure) and frame.type in HARMFUL}
    for one in told(scene) if kept else ():
        role = ROLES[one.harm]
        if one.harm is Harm.HARMED or one.form == "toll" or is_none(scene, one):
            continue
        found = [c for c in counts(scene, one) if not any(_has(out[at], role, c) for at in kept)]
        open_ = [
            at for at in kept if not any(a.role == role for a in out[at].args) and _is_beside(scene, out[at], one.at)
        ]
        if found and open_:
            nearest = min(open_, key=lambda at: (_steps(scene, out[at], one.at), at))
            more = (Argument(role, count) for count in found)
            out[nearest] = replace(out[nearest], args=(*out[nearest].args, *more))
    return out


def _with_count(scene: Scene, frame: Frame) -> Frame:
    """Return a frame of an arrest, an abduction or a flight with the number that its own word counts."""
    if frame.type not in COUNTED or any(a.role == "count" for a in frame.args):
        return frame
    at = _token(scene, frame)
    numbers = [count for head in of_word(scene, at) if (count := counted(scene, head)) is not None and count.words]
    return replace(frame, args=(*frame.args, *(Argument("count", count) for count in numbers)))


def of_word(scene: Scene, at: int) -> tuple[int, ...]:
    """Return the heads of those whom the word at `at` says harmed, and of those counted again."""
    return tuple(head for one in scene.harmed if one.at == at for head in (*one.heads, *one.parts))


def _token(scene: Scene, frame: Frame) -> int:
    return next((i for i, token in enumerate(scene.tree.tokens) if token.span == frame.trigger), -1)


def _has(frame: Frame, role: str, count: Count) -> bool:
    """Tell whether a frame has that count of the role."""
    values = (a.value for a in frame.args if a.role == role)
    return any(isinstance(v, Count) and (v.min, v.max) == (count.min, count.max) for v in values)


def _is_beside(scene: Scene, frame: Frame, other: int) -> bool:
    """Tell whether a frame and a word stand in what the same verb says: not "denied the raid but said ten died"."""
    return _said_under(scene, _token(scene, frame)) == _said_under(scene, other)


def _said_under(scene: Scene, i: int) -> int:
    tree, below = scene.tree, i
    for up in tree.ancestors(i):
        if tree.is_a(below, "ccomp") and tree.lemma(up) in _SAYING:
            return up
        below = up
    return -1


def _steps(scene: Scene, frame: Frame, other: int) -> int:
    """Return how many steps in the tree lie between the trigger of a frame and another word."""
    one = _token(scene, frame)
    up, down = (one, *scene.tree.ancestors(one)), (other, *scene.tree.ancestors(other))
    shared = next((k for k in up if k in down), None)
    return up.index(shared) + down.index(shared) if shared is not None else len(scene.tree.tokens)
