"""The clause of a question in its tree: what it asks for, of which type of claim, and who stands where in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.ask.question.clause_parts import PLACING, Parts, Phrase, part_of
from tacitus.ask.question.predicate import Asked, pairs_of, predicate
from tacitus.extract.phrases import base
from tacitus.extract.predication import of_noun

if TYPE_CHECKING:
    from tacitus.ask.question.predicate import Predicate
    from tacitus.extract.tree import Tree

_ASKING = lists.words("asking")


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
        event: The noun for an event that it names, with the verb that carries it; "" for none.
        is_present: Whether it asks what is so now.
        is_planned: Whether it asks what will be or may be.
        is_offered: Whether it asks what was offered: it may be planned or real.
        unit: Which number of a claim its predicate tells of: "killed", "injured", "number"; "" for none.
        unclear: Words that nobody could place.
    """

    type: str
    asked: str
    phrases: tuple[Phrase, ...] = ()
    noun: str = ""
    post: str = ""
    inner: str = ""
    event: str = ""
    is_present: bool = False
    is_planned: bool = False
    is_offered: bool = False
    unit: str = ""
    unclear: tuple[str, ...] = ()


def read(tree: Tree, timed: frozenset[int]) -> Clause | None:
    """Return what a clause asks; None when it names nothing that claims tell.

    Args:
        tree: The sentence.
        timed: Indexes of words that tell a time: they are nobody's name.
    """
    asked = _asked(tree)
    root = next(i for i, token in enumerate(tree.tokens) if token.head < 0)
    found = predicate(tree, root, asked)
    return _bare_count(tree, asked, timed) if found is None else _built(tree, asked, timed, found)


def _asked(tree: Tree) -> Asked | None:
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
            return Asked(word, i, over if is_inside else up, is_count=True)
        if word in ("which", "what", "whose") and up > i and tree.is_a(i, "det", "nmod", "compound"):
            return Asked(word, i, up)
        return Asked(word, i, i)
    return None


def _bare_count(tree: Tree, asked: Asked | None, timed: frozenset[int]) -> Clause | None:
    """Read a count whose noun tells what is counted: "How many casualties were there in X?"."""
    if asked is None or not asked.is_count:
        return None
    unit = lists.unit_of(tree.word(asked.head)) or lists.unit_of(tree.lemma(asked.head))
    if not unit:
        return None
    parts = Parts(tree, timed, covered={asked.at, asked.head})
    for function, head in pairs_of(tree, of_noun(tree, asked.head)):
        parts.add("place" if function.split(" ")[0] in PLACING else "about", head)
    parts.rest()
    return Clause("", unit, tuple(parts.found), inner=parts.inner, unclear=parts.unclear(()))


def _built(tree: Tree, asked: Asked | None, timed: frozenset[int], found: Predicate) -> Clause:
    carried = {found.root, *tree.on(found.root, "obj")} if found.root != found.at else {found.root}
    parts = Parts(tree, timed, covered={*carried, found.at, *found.taken} - {h for _, h in found.pairs})
    hole = _hole(tree, asked, found)
    if asked is not None:
        parts.covered |= {asked.at, asked.head, *base(tree, asked.head)}
        for k in tree.on(asked.head, "nmod"):
            if tree.preposition(k) in ("of", "from") and (asked.is_count or _is_part(tree, asked)):
                parts.covered.update(tree.on(k, "case"))
                parts.add("about" if asked.is_count else "place", k)
    for function, head in found.pairs:
        parts.add(part_of(found.sense, function), head)
    parts.rest()
    verb = tree.tokens[found.root]
    aux = [tree.word(k) for k in tree.on(found.root, "aux", "cop")]
    tenses = {tree.tokens[k].xpos for k in tree.on(found.root, "aux", "cop")} or {verb.xpos}
    return Clause(
        type=found.sense.type,
        asked=hole,
        phrases=tuple(parts.found),
        noun=_noun(tree, asked),
        post=found.post,
        inner=parts.inner,
        event=_event(tree, found),
        is_present=bool(tenses & {"VBZ", "VBP"}) and not {"has", "have"} & set(aux),
        is_planned=bool({"will", "would", "may", "might", "could"} & set(aux))
        or (tree.lemma(found.root) in lists.words("intend") and found.root != found.at),
        is_offered=tree.lemma(found.root) in lists.words("offering"),
        unit=lists.unit_of(tree.lemma(found.at)) or lists.unit_of(tree.word(found.at)),
        unclear=parts.unclear(()),
    )


def _event(tree: Tree, found: Predicate) -> str:
    """Return the noun for an event that a verb carries, with that verb if it tells more: "ceasefire offer"."""
    if tree.tokens[found.at].upos != "NOUN":
        return ""
    verb = tree.lemma(found.root)
    return tree.lemma(found.at) if verb in lists.words("happen") else f"{tree.lemma(found.at)} {verb}"


def _is_part(tree: Tree, asked: Asked) -> bool:
    """Tell whether parts of a place are asked for: "Which part of Dura"."""
    return tree.lemma(asked.head) in lists.words("share") | lists.words("area")


def _hole(tree: Tree, asked: Asked | None, found: Predicate) -> str:
    """Return the part that is asked for; "" for whether it is so."""
    if asked is None:
        return ""
    if (asked.word in ("where", "when") and asked.at == asked.head) or tree.lemma(asked.head) in lists.words("year"):
        return "place" if asked.word == "where" else "when"
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


def _stranded(tree: Tree, asked: Asked) -> str:
    """Return the preposition that a question leaves behind: "Which group does X belong to?"; "" for none."""
    last = next((i for i in reversed(range(len(tree.tokens))) if tree.tokens[i].upos != "PUNCT"), -1)
    is_left = last > asked.head and tree.tokens[last].upos == "ADP" and not tree.kids[last]
    return tree.word(last) if is_left and not tree.is_a(last, "compound:prt") else ""


def _noun(tree: Tree, asked: Asked | None) -> str:
    if asked is None or asked.at == asked.head:
        return ""
    words = [i for i in base(tree, asked.head) if i != asked.at and tree.word(i) not in ("many", "much")]
    return " ".join(tree.tokens[i].text for i in words)
