"""The clause of a question in its tree: what it asks for, of which type of claim, and who stands where in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tacitus.ask.question import lists
from tacitus.ask.question.clause_parts import PLACING, Parts, Phrase, part_of
from tacitus.ask.question.lists import Sense
from tacitus.extract.lexicon import words
from tacitus.extract.phrases import base
from tacitus.extract.predication import of_noun, of_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.predication import Predication
    from tacitus.extract.tree import Tree

_ASKING = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "how"})
_LIGHT = words("light") | {"claim", "carry", "conduct", "launch", "commit", "stage", "perpetrate", "make", "mount"}
_HAPPEN = words("happen") | {"happen", "occur", "take", "break", "begin", "start"}
_BLAMED = frozenset({"responsible", "behind", "blame", "accountable"})
#: Least probability at which the engine's type of a word that no list has is taken.
_SURE = 0.35


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that was read.

    Attributes:
        type: Type of claim that its predicate names; "" when it has none of its own (a count of the dead).
        asked: The part that is asked for: "actor", "target", "place", "when", "weapon"; a number "killed", "injured",
            "number"; "" for whether it is so.
        phrases: What is given.
        noun: Words of the noun behind "which", "what" or "how many"; "" for none.
        post: The noun for a post, "spokesman"; "" for none.
        inner: Type of an event that a phrase names, "in the shelling of …"; "" for none.
        is_present: Whether it asks what is so now.
        is_planned: Whether it asks what will be.
        unclear: Words that nobody could place.
    """

    type: str
    asked: str
    phrases: tuple[Phrase, ...] = ()
    noun: str = ""
    post: str = ""
    inner: str = ""
    is_present: bool = False
    is_planned: bool = False
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words that ask: the question word, and the head of the phrase that it belongs to."""

    word: str
    at: int
    head: int
    is_count: bool = False


def read(tree: Tree, timed: frozenset[int]) -> Clause | None:
    """Return what a clause asks; None when it names nothing that claims tell.

    Args:
        tree: The sentence.
        timed: Indexes of words that tell a time: they are nobody's name.
    """
    asked = _asked(tree)
    root = next(i for i, token in enumerate(tree.tokens) if token.head < 0)
    found = _predicate(tree, root, asked)
    return _bare_count(tree, asked, timed) if found is None else _built(tree, asked, timed, found)


def _asked(tree: Tree) -> _Asked | None:
    for i in range(len(tree.tokens)):
        word = tree.word(i)
        if word not in _ASKING:
            continue
        up = tree.head(i)
        if word == "how":
            is_many = up >= 0 and tree.word(up) in ("many", "much")
            if not is_many:
                return None
            over = tree.head(up)
            is_inside = over >= 0 and tree.is_a(up, "amod", "nummod", "det") and over > up
            return _Asked(word, i, over if is_inside else up, is_count=True)
        if word in ("which", "what", "whose") and up > i and tree.is_a(i, "det", "nmod", "compound"):
            return _Asked(word, i, up)
        return _Asked(word, i, i)
    return None


Pairs = list[tuple[str, int]]


class _Predicate(NamedTuple):
    """The word at `at` that names what is asked about, its sense, a post, and its phrases by function."""

    root: int
    at: int
    sense: Sense
    pairs: Pairs
    post: str = ""
    taken: tuple[int, ...] = ()


def _predicate(tree: Tree, root: int, asked: _Asked | None) -> _Predicate | None:
    """Return what is asked about; None when no word tells."""
    if asked and root in (asked.at, asked.head) and not asked.is_count:
        subjects = tree.on(root, "nsubj")
        return _of_role(tree, root, subjects[0], asked.at) if subjects else None
    for carried in _carried(tree, root):
        sense = lists.sense(tree.lemma(carried), "n")
        if sense is not None:
            acting: Pairs = [("subj", s) for s in _subjects(tree, root, carried)]
            pairs = acting + _pairs(of_noun(tree, carried)) + _besides(tree, root, carried)
            return _Predicate(root, carried, sense, pairs)
    adjective = lists.sense(tree.word(root), "a")
    if adjective is not None:
        bearers: Pairs = [("subj", s) for s in tree.on(root, "nsubj")]
        others = [p for p in _pairs(of_verb(tree, root)) if p[0] not in ("subj", "obj")]
        return _Predicate(root, root, adjective, bearers + others)
    if tree.on(root, "cop"):
        subjects = sorted(tree.on(root, "nsubj"), key=lambda s: asked is not None and s == asked.head)
        return _of_role(tree, root, root, subjects[0] if subjects else -1)
    if tree.lemma(root) == "become":
        posts = [k for k in tree.on(root, "xcomp", "obj") if lists.relation_of(tree.lemma(k))]
        subjects = tree.on(root, "nsubj")
        return _of_role(tree, root, posts[0], subjects[0] if subjects else -1) if posts else None
    sense, taken = _of_word(tree, root)
    if sense is None:
        return None
    pairs = [p for p in _turned(tree, root, _pairs(of_verb(tree, root))) if p[1] not in taken]
    return _Predicate(root, root, sense, pairs, taken=taken)


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


def _of_role(tree: Tree, root: int, noun: int, bearer: int) -> _Predicate | None:
    """Read a noun for a post or a tie: "the leader of X", "X's spokesman", "a part of X"."""
    relation = lists.relation_of(tree.lemma(noun))
    if not relation:
        return None
    pairs: Pairs = [("subj", bearer)] if bearer >= 0 else []
    pairs += [p for p in _pairs(of_noun(tree, noun)) if p[0] not in ("subj", "obj") and p[1] != bearer]
    roles = dict.fromkeys(("of", "for", "in", "at", "to", "with", "poss", "mod", "by", "from"), "target")
    lemma = tree.lemma(noun)
    post = lemma if relation in ("member", "associate", "kin") and lemma not in ("member", "associate") else ""
    return _Predicate(root, noun, Sense(relation, {"subj": "actor", **roles}), pairs, post)


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
    for k in tree.on(at, "compound:prt", "obj"):
        found = lists.sense(f"{lemma}_{tree.lemma(k)}", part)
        if found is not None:
            return found, (k,)
    found = lists.sense(lemma, part)
    if found is not None:
        return found, ()
    likeliest = max((t for t in tree.sentence.triggers if t.token == at), key=lambda t: t.score, default=None)
    if likeliest is None or likeliest.score < _SURE:
        return None, ()
    return lists.usual_sense(likeliest.label), ()


def _pairs(found: Predication) -> Pairs:
    """Return the phrases of a predication by function."""
    out: Pairs = [("subj", s) for s in found.subjects]
    out += [("obj", o) for o in found.objects]
    out += [("iobj", r) for r in found.receivers]
    return list(dict.fromkeys([*out, *((f or "obj", h) for f, h in found.phrases)]))


def _besides(tree: Tree, verb: int, noun: int) -> Pairs:
    """Return the phrases of the verb that carries a noun."""
    return [(f, h) for f, h in of_verb(tree, verb).phrases if h != noun] if verb != noun else []


def _bare_count(tree: Tree, asked: _Asked | None, timed: frozenset[int]) -> Clause | None:
    """Read a count whose noun tells what is counted: "How many casualties were there in X?"."""
    if asked is None or not asked.is_count:
        return None
    unit = lists.unit_of(tree.word(asked.head)) or lists.unit_of(tree.lemma(asked.head))
    if not unit:
        return None
    parts = Parts(tree, timed, covered={asked.at, asked.head})
    for function, head in _pairs(of_noun(tree, asked.head)):
        parts.add("place" if function.split(" ")[0] in PLACING else "about", head)
    parts.rest()
    return Clause("", unit, tuple(parts.found), inner=parts.inner, unclear=parts.unclear(()))


def _built(tree: Tree, asked: _Asked | None, timed: frozenset[int], found: _Predicate) -> Clause:
    carried = {found.root, *tree.on(found.root, "obj")} if found.root != found.at else {found.root}
    parts = Parts(tree, timed, covered={*carried, found.at, *found.taken} - {h for _, h in found.pairs})
    hole = _hole(tree, asked, found)
    if asked is not None:
        parts.covered |= {asked.at, asked.head, *base(tree, asked.head)}
    for function, head in found.pairs:
        parts.add(part_of(found.sense, function), head)
    parts.rest()
    verb = tree.tokens[found.root]
    aux = [tree.word(k) for k in tree.on(found.root, "aux", "cop")]
    tenses = {tree.tokens[k].xpos for k in tree.on(found.root, "aux", "cop")} or {verb.xpos}
    return Clause(
        type=found.sense.type,
        asked=hole,
        phrases=tuple(p for p in parts.found if p.part != "weapon"),
        noun=_noun(tree, asked),
        post=found.post,
        inner=parts.inner,
        is_present=bool(tenses & {"VBZ", "VBP"}) and not {"has", "have"} & set(aux),
        is_planned=bool({"will", "would"} & set(aux)),
        unclear=parts.unclear(()),
    )


def _hole(tree: Tree, asked: _Asked | None, found: _Predicate) -> str:
    """Return the part that is asked for; "" for whether it is so."""
    if asked is None:
        return ""
    if asked.word in ("where", "when") and asked.at == asked.head:
        return {"where": "place", "when": "when"}[asked.word]
    if asked.is_count:
        words = (tree.lemma(found.at), tree.word(found.at), tree.word(asked.head), tree.lemma(asked.head))
        return next((unit for word in words if (unit := lists.unit_of(word))), "?")
    functions = [f for f, head in found.pairs if head in (asked.at, asked.head)]
    stranded = _stranded(tree, asked)
    if stranded:
        return part_of(found.sense, stranded)
    others = [h for f, h in found.pairs if f == "subj" and h not in (asked.at, asked.head)]
    if "subj" in functions and others:
        return part_of(found.sense, "obj")
    return part_of(found.sense, functions[0]) if functions else part_of(found.sense, "obj" if others else "subj")


def _stranded(tree: Tree, asked: _Asked) -> str:
    """Return the preposition that a question leaves behind: "Which group does X belong to?"; "" for none."""
    last = next((i for i in reversed(range(len(tree.tokens))) if tree.tokens[i].upos != "PUNCT"), -1)
    is_left = last > asked.head and tree.tokens[last].upos == "ADP" and not tree.kids[last]
    return tree.word(last) if is_left and not tree.is_a(last, "compound:prt") else ""


def _noun(tree: Tree, asked: _Asked | None) -> str:
    if asked is None or asked.at == asked.head:
        return ""
    words = [i for i in base(tree, asked.head) if i != asked.at and tree.word(i) not in ("many", "much")]
    return " ".join(tree.tokens[i].text for i in words)
