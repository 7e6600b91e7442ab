"""The word of a question that names what is asked about, and its phrases by what they are to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tacitus.ask.question import lists
from tacitus.ask.question.lists import Sense
from tacitus.extract.lexicon import words
from tacitus.extract.predication import of_noun, of_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.predication import Predication
    from tacitus.extract.tree import Tree

_LIGHT = (words("light") | lists.words("light")) - lists.words("ordering")
_HAPPEN = words("happen") | lists.words("happen")
_BLAMED = lists.words("blamed")
_BEGIN = lists.words("begin")
#: Least probability at which the engine's type of a word that no list has is taken.
_SURE = 0.35
#: Functions with the heads of their phrases.
Pairs = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that ask: the question word, and the head of the phrase that it belongs to."""

    word: str
    at: int
    head: int
    is_count: bool = False


class Predicate(NamedTuple):
    """The word at `at` that names what is asked about, its sense, a post, and its phrases by function."""

    root: int
    at: int
    sense: Sense
    pairs: Pairs
    post: str = ""
    taken: tuple[int, ...] = ()


def predicate(tree: Tree, root: int, asked: Asked | None) -> Predicate | None:
    """Return what is asked about; None when no word tells."""
    if asked and root in (asked.at, asked.head) and not asked.is_count:
        subjects = tree.on(root, "nsubj")
        return _of_role(tree, root, subjects[0], asked.at) if subjects else None
    inner = tree.on(root, "xcomp")
    if inner and tree.lemma(root) in _BEGIN and tree.is_verb(inner[0]):
        found = _of_verb(tree, inner[0])
        return None if found is None else found._replace(root=root)
    return _of_event(tree, root) or _of_adjective(tree, root) or _of_post(tree, root, asked)


def _of_adjective(tree: Tree, root: int) -> Predicate | None:
    adjective = lists.sense(tree.word(root), "a")
    if adjective is None:
        return None
    bearers: Pairs = [("subj", s) for s in tree.on(root, "nsubj")]
    others = [p for p in pairs_of(tree, of_verb(tree, root)) if p[0] not in ("subj", "obj")]
    return Predicate(root, root, adjective, bearers + others)


def _of_post(tree: Tree, root: int, asked: Asked | None) -> Predicate | None:
    """Read "X is the leader of Y", "X became the leader of Y"; else the verb itself."""
    is_post = bool(tree.on(root, "cop"))
    if not is_post and tree.lemma(root) != "become":
        return _of_verb(tree, root)
    posts = (root,) if is_post else tree.on(root, "xcomp", "obj")
    bearer = sorted(tree.on(root, "nsubj"), key=lambda s: asked is not None and s == asked.head)
    role = _of_role(tree, root, posts[0], bearer[0] if bearer else -1) if posts else None
    return role if role is not None or is_post or not posts else _of_verb(tree, root)


def _of_event(tree: Tree, root: int) -> Predicate | None:
    """Read an event noun that a word of little meaning carries."""
    for carried in _carried(tree, root):
        sense = lists.sense(tree.lemma(carried), "n")
        if sense is not None:
            acting: Pairs = [("subj", s) for s in _subjects(tree, root, carried)]
            pairs = acting + pairs_of(tree, of_noun(tree, carried)) + _besides(tree, root, carried)
            return Predicate(root, carried, sense, pairs)
    return None


def _of_verb(tree: Tree, root: int) -> Predicate | None:
    sense, taken = _of_word(tree, root)
    if sense is None:
        return None
    pairs = [p for p in _turned(tree, root, pairs_of(tree, of_verb(tree, root))) if p[1] not in taken]
    return Predicate(root, root, sense, pairs, taken=taken)


def _carried(tree: Tree, root: int) -> Iterator[int]:
    """Yield the event nouns that a word of little meaning carries: "carried out the attack", "behind the bombing"."""
    if tree.lemma(root) in _LIGHT:
        yield from tree.on(root, "obj", "nsubj:pass")
        yield from (k for k in tree.on(root, "obl", "nmod") if not tree.preposition(k))
    if tree.lemma(root) in _HAPPEN:
        yield from tree.on(root, "nsubj")
    if tree.lemma(root) in _BLAMED or any(tree.word(k) == "behind" for k in tree.on(root, "case")):
        yield from (root, *tree.on(root, "obl", "nmod"))


def _subjects(tree: Tree, root: int, carried: int) -> tuple[int, ...]:
    """Return who is said to do what an event noun tells."""
    if tree.lemma(root) in _BLAMED or any(tree.word(k) == "behind" for k in tree.on(root, "case")):
        return tuple(s for s in tree.on(root, "nsubj") if s != carried)
    return tuple(s for s in of_verb(tree, root).subjects if s != carried)


def _of_role(tree: Tree, root: int, noun: int, bearer: int) -> Predicate | None:
    """Read a noun for a post or a tie: "the leader of X", "X's spokesman", "a part of X"."""
    relation = lists.relation_of(tree.lemma(noun))
    if not relation:
        return None
    pairs: Pairs = [("subj", bearer)] if bearer >= 0 else []
    pairs += [p for p in pairs_of(tree, of_noun(tree, noun)) if p[0] not in ("subj", "obj") and p[1] != bearer]
    roles = dict.fromkeys(("of", "for", "in", "at", "to", "with", "poss", "mod", "by", "from"), "target")
    lemma = tree.lemma(noun)
    post = lemma if relation in ("member", "associate", "kin") and lemma not in ("member", "associate") else ""
    return Predicate(root, noun, Sense(relation, {"subj": "actor", **roles}), pairs, post)


def _turned(tree: Tree, verb: int, pairs: Pairs) -> Pairs:
    """Turn a passive round that the tree has as an active: "Where was the convoy attacked?"."""
    is_active = any(f == "obj" for f, _ in pairs) or tree.tokens[verb].xpos not in ("VBN", "VBD")
    if is_active or not any(tree.lemma(k) == "be" for k in tree.on(verb, "aux", "cop")):
        return pairs
    return [("obj" if f == "subj" else "subj" if f == "by" else f, h) for f, h in pairs]


def _of_word(tree: Tree, at: int) -> tuple[Sense | None, tuple[int, ...]]:
    """Return what a word asks for, by the engine where no list has it; and the words that are part of it."""
    lemma = tree.lemma(at)
    part = "v" if tree.is_verb(at) or lists.sense(lemma, "v") else "n"
    for k in tree.on(at, "compound:prt", "obj", "advmod"):
        found = lists.sense(f"{lemma}_{tree.lemma(k)}", part)
        if found is not None:
            return found, (k,)
    for k in tree.on(at, "obl", "xcomp"):
        found = lists.sense(f"{lemma}_{tree.preposition(k)}", part)
        if found is not None:
            return found, ()
    found = lists.sense(lemma, part)
    if found is not None:
        return found, ()
    likeliest = max((t for t in tree.sentence.triggers if t.token == at), key=lambda t: t.score, default=None)
    if likeliest is None or likeliest.score < _SURE:
        return None, ()
    return lists.usual_sense(likeliest.label), ()


def pairs_of(tree: Tree, found: Predication) -> Pairs:
    """Return the phrases of a predication by function."""
    out: Pairs = [("subj", s) for s in found.subjects]
    out += [("obj", o) for o in found.objects]
    out += [("iobj", r) for r in found.receivers]
    out += [(tree.preposition(k) or "obj", k) for k in tree.on(found.at, "xcomp") if not tree.is_verb(k)]
    return list(dict.fromkeys([*out, *((f or "obj", h) for f, h in found.phrases)]))


def _besides(tree: Tree, verb: int, noun: int) -> Pairs:
    """Return the phrases of the verb that carries a noun."""
    return [(f, h) for f, h in of_verb(tree, verb).phrases if h != noun] if verb != noun else []
