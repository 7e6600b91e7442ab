"""Harm told by nouns, states and tolls: "the death of two", "left 20 injured", "claimed four lives", "rose to 31"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract import predication
from tacitus.extract.harm_words import Harm, Harmed, harm_of
from tacitus.extract.lexicon import words

if TYPE_CHECKING:
    from tacitus.extract.tree import Tree

_GROW = words("toll_verb")
_TAKE_LIFE = words("take_life")
_TAKE_CAPTIVE = words("take_captive")


def of_noun(tree: Tree, i: int) -> Harmed | None:
    """Read "the death of two men", "his arrest", "12 deaths", "no casualties"."""
    harm = harm_of(tree.lemma(i), "noun")
    if harm is None or tree.is_a(i, "compound"):
        return None
    of = tuple(c for k in tree.on(i, "nmod") if tree.preposition(k) == "of" for c in tree.conjuncts(k))
    owners = tree.on(i, "nmod:poss")
    if of or owners:
        return Harmed(harm, i, of or owners, form="noun")
    return Harmed(harm, i, (i,), form="noun")


def of_life(tree: Tree, i: int) -> Harmed | None:
    """Read "claimed the lives of four", "cost 12 lives"."""
    harm, verb = harm_of(tree.lemma(i), "life"), tree.head(i)
    if harm is None or verb < 0 or tree.lemma(verb) not in _TAKE_LIFE:
        return None
    if tree.on(i, "nmod:poss"):  # "two men lost their lives"
        return Harmed(harm, verb, predication.of_verb(tree, verb).subjects, form="life")
    behind = (*tree.on(i, "nmod"), *tree.on(verb, "obl"))
    of = tuple(c for k in behind if tree.preposition(k) == "of" for c in tree.conjuncts(k))
    return Harmed(harm, verb, of or (i,), form="life")


def of_toll(tree: Tree, i: int) -> Harmed | None:
    """Read "the death toll rose to 31", "a toll of eight", "the number of wounded reached 40"."""
    harm: Harm | None = None
    if tree.lemma(i) == "toll":
        kinds = (harm_of(tree.lemma(k), "noun", "state") for k in tree.on(i, "compound", "amod"))
        harm = next((kind for kind in kinds if kind is not None), Harm.KILLED)
    elif tree.lemma(i) == "number":
        harm = next((h for k in tree.on(i, "nmod") if (h := _kind_of(tree, k))), None)
    if harm is None:
        return None
    verb = tree.head(i)
    places = [*(k for k in tree.on(i, "nmod") if _has_number(tree, k))]
    if verb >= 0 and tree.lemma(verb) in _GROW:
        places += [k for k in tree.on(verb, "obl", "obj", "xcomp", "nummod") if k > i and _has_number(tree, k)]
    elif verb >= 0 and tree.tokens[verb].upos == "NUM" and tree.on(verb, "cop"):
        places.append(verb)
    return Harmed(harm, i, tuple(places[:1]), form="toll")


def _kind_of(tree: Tree, noun: int) -> Harm | None:
    """Return what "the number of X" counts: "the wounded", "deaths", "people killed"."""
    own = harm_of(tree.word(noun), "state") or harm_of(tree.lemma(noun), "noun", "state")
    below = (harm_of(tree.lemma(k), "object", "subject") or harm_of(tree.word(k), "state") for k in tree.kids[noun])
    return own or next((harm for harm in below if harm is not None), None)


def _has_number(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos == "NUM" or bool(tree.on(i, "nummod"))


def of_state(tree: Tree, i: int) -> Harmed | None:
    """Read "12 dead", "left 20 men dead", "five are missing", "shot two men dead", "took ten hostages"."""
    harm = harm_of(tree.word(i), "state") or harm_of(tree.lemma(i), "state")
    if harm is None:
        return None
    is_noun, up = tree.tokens[i].upos == "NOUN", tree.head(i)
    if is_noun and harm is Harm.CAPTURED:  # "freed 20 hostages" takes none
        is_taken = up >= 0 and tree.lemma(up) in _TAKE_CAPTIVE and tree.is_a(i, "obj", "nsubj:pass")
        return Harmed(harm, i, (i,), form="state") if is_taken else None
    if tree.on(i, "nummod") or (is_noun and tree.is_a(i, "obj", "nsubj", "conj", "nmod")):
        return Harmed(harm, i, (i,), form="state")
    if tree.is_a(i, "amod", "compound", "acl") and up >= 0:
        return Harmed(harm, i, (up,), form="state", is_told=i > up)
    return _left(tree, i, harm)


def _left(tree: Tree, i: int, harm: Harm) -> Harmed | None:
    """Read a state that is said of somebody: "five are missing", "shot two men dead", "with 30 missing"."""
    up = tree.head(i)
    if tree.on(i, "nsubj") and not (up >= 0 and tree.lemma(up) == "leave" and tree.on(up, "obj")):
        return Harmed(harm, i, predication.surface_subjects(tree, i), form="state")
    if i > 0 and tree.tokens[i - 1].upos == "NUM":
        return Harmed(harm, i, (i - 1,), form="state")
    if not tree.is_a(i, "xcomp", "obl", "advmod", "advcl", "obj") or up < 0 or not tree.is_verb(up):
        return None
    frame = predication.of_verb(tree, up)
    heads = tuple(h for h in frame.objects if h != i) or tuple(h for h in frame.subjects if h != i)
    return Harmed(harm, up, heads, form="state")
