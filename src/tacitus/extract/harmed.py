"""Who is said dead, wounded, missing, taken, driven out or arrested in a sentence, by its tree.

The words are a list (`data/harm_words.tsv`); the syntax is that of verbs ("killed 12", "six were killed"), of their
names ("the death of two"), of states ("left 20 dead", "12 injured") and of tolls ("the death toll rose to 31").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract import entity_types, predication
from tacitus.extract.harm_nouns import of_life, of_noun, of_state, of_toll
from tacitus.extract.harm_parts import whole_of, with_parts
from tacitus.extract.harm_words import Harm, Harmed, counted_by, first_words, harm_of
from tacitus.extract.lexicon import words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tacitus.extract.tree import Tree


#: What cannot be killed or taken as a person is.
_NO_PERSONS = frozenset({EntityType.THING, EntityType.FACILITY, EntityType.PLACE, EntityType.MEDIA})
#: Prepositions that begin a number: "at least ten", "up to ten".
_BOUNDS = frozenset({"at", "up", "to", "as"})
#: What may stand between two verbs that share their object.
_JOINING = frozenset({"CCONJ", "PUNCT", "ADV", "AUX"})
_OTHERS = frozenset({"others", "more"})
_WITH = frozenset({"along with", "together with"})
_QUANTITIES = words("quantity")
_TIMES = words("time_unit")
_TWINS = 4  # words of harm among which those of one phrase are sought
_REACH = 5  # tokens between a verb and the number that it counts, where the tree hung the number elsewhere


def in_tree(tree: Tree) -> tuple[Harmed, ...]:
    """Return who is harmed in a sentence, in the order of the words that tell it."""
    known = first_words()
    places = (i for i in range(len(tree.tokens)) if tree.lemma(i) in known or tree.word(i) in known)
    found = [one for i in places for one in _at(tree, i)]
    found = [replace(one, heads=_persons(tree, one)) for one in found]
    found = _divided(_followed(tree, _passed_on(tree, _parted(tree, found))))
    return with_parts(tree, tuple(one for one in _joined(tree, found) if one.heads))


def _at(tree: Tree, i: int) -> Iterator[Harmed]:
    """Yield what one word tells."""
    if tree.is_verb(i) and not tree.is_a(i, "aux", "case"):
        found = _of_verb(tree, i)
    elif tree.tokens[i].upos in ("NOUN", "PROPN", "VERB"):
        found = of_noun(tree, i) or of_toll(tree, i) or of_life(tree, i)
    else:
        found = None
    if found is None or not found.heads:
        found = of_state(tree, i) or found
    if found is not None:
        yield found


def _of_verb(tree: Tree, i: int) -> Harmed | None:
    """Read "killed 12 men", "12 men were killed", "12 men died", "dozens wounded"."""
    lemma, up = tree.lemma(i), tree.head(i)
    if tree.is_a(i, "xcomp", "ccomp") and tree.lemma(up) == "leave" and tree.on(up, "obj"):
        return None  # a state: "left seven people injured"
    particles = [f"{lemma}_{tree.word(k)}" for k in tree.on(i, "compound:prt", "advmod")]
    harm = next((h for key in (*particles, lemma) if (h := harm_of(key, "object"))), None)
    if harm is None:
        harm = harm_of(lemma, "subject")
        return Harmed(harm, i, predication.of_verb(tree, i).subjects, form="subject") if harm else None
    if tree.is_a(i, "amod") and i < up:
        return Harmed(harm, i, (up,), is_told=False)
    return Harmed(harm, i, _objects(tree, i))


def _objects(tree: Tree, i: int) -> tuple[int, ...]:
    """Return whom a verb says harmed, where the tree may be crooked."""
    numbers = tuple(k for k in tree.on(i, "nummod") if k > i)
    if numbers and not tree.on(i, "obj", "nsubj:pass"):
        return numbers
    participle = tree.tokens[i].xpos in ("VBN", "VBD", "JJ")
    joined = tree.is_a(i, "conj") and participle and not tree.on(i, "nsubj", "obj", "aux")
    before = (tree.on(i, "nummod") or _before(tree, i)) if joined else ()
    bare = not tree.on(i, "obj", "aux:pass")
    found = before or (_beside(tree, i) if bare else ()) or predication.of_verb(tree, i).objects
    if found:
        behind = (s for s in tree.on(i, "nsubj") if s > max(found))  # "killing six pupils and five men the mayor said"
        return (*found, *behind, *_along(tree, i))
    return _strays(tree, i, participle=participle, joined=joined)


def _along(tree: Tree, i: int) -> tuple[int, ...]:
    """Return those of "22 children were killed along with six teachers"."""
    return tuple(c for k in tree.on(i, "obl") if tree.preposition(k) in _WITH for c in tree.conjuncts(k))


def _strays(tree: Tree, i: int, *, participle: bool, joined: bool) -> tuple[int, ...]:
    """Return whom a verb says harmed where they are no object of it."""
    behind = [s for s in tree.on(i, "nsubj") if s > i]  # "Strikes by the force killed ten": the subject stands before
    if behind and participle:
        return predication.spread(tree, behind)
    if tree.is_a(i, "amod", "acl") and participle and not tree.is_a(i, "acl:relcl"):
        return (tree.head(i),)
    up = tree.head(i)
    if joined and tree.is_verb(up) and harm_of(tree.lemma(up), "object"):
        return _objects(tree, up)
    of = [k for k in tree.on(i, "nmod") if tree.preposition(k) == "of"]  # "the killing of ten men"
    left = [o for k in tree.on(i, "advcl") if k < i and tree.lemma(k) == "leave" for o in tree.on(k, "obj")]
    return predication.spread(tree, of or left)


def _before(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the phrase right before a participle: "six were killed and dozens of pupils wounded"."""
    at = i - 1
    if at < 0 or not (tree.tokens[at].upos in ("NOUN", "NUM", "PROPN") or tree.word(at) in _OTHERS):
        return ()
    while tree.is_a(at, "nmod", "nummod", "compound", "amod") and 0 <= tree.head(at) < i:
        at = tree.head(at)
    return (at,)


def _beside(tree: Tree, i: int) -> tuple[int, ...]:
    """Return what is counted by the number that follows a verb at once."""
    for k in range(i + 1, min(i + _REACH, len(tree.tokens))):
        token, word = tree.tokens[k], tree.word(k)
        if token.upos == "NUM" or word in _QUANTITIES:
            counted = counted_by(tree, k)
            return () if tree.lemma(counted) in _TIMES else (counted,)
        if tree.is_verb(k) or (token.upos in ("PUNCT", "PRON", "ADP", "NOUN") and word not in _BOUNDS):
            break
    return ()


def _persons(tree: Tree, one: Harmed) -> tuple[int, ...]:
    """Return the heads without places and things: "captured two villages" takes no prisoners."""
    return tuple(h for h in dict.fromkeys(one.heads) if entity_types.of_noun(tree, h) not in _NO_PERSONS)


def _parted(tree: Tree, found: Sequence[Harmed]) -> list[Harmed]:
    """Take from a list those whose own participle follows them: "two were killed and seven people wounded"."""
    own = {
        tree.head(one.at): one.at for one in found if tree.is_a(one.at, "acl", "amod") and tree.head(one.at) < one.at
    }
    later = {one.heads[0]: one.at for one in found if len(one.heads) == 1 and one.heads[0] < one.at}
    kept = (
        tuple(
            h
            for h in one.heads
            if h == one.heads[0] or (own.get(h, one.at) == one.at and not one.at < h < later.get(h, h))
        )
        for one in found
    )
    return [replace(one, heads=heads) for one, heads in zip(found, kept, strict=True)]


def _passed_on(tree: Tree, found: Sequence[Harmed]) -> list[Harmed]:
    """Give the second of two passives what stands between them: "six were killed and two boys, … , were wounded"."""
    out = [replace(one, heads=tuple(whole_of(tree, h, one.at) for h in one.heads)) for one in found]
    for at in range(len(out) - 1):
        one, other = out[at], out[at + 1]
        if tree.on(one.at, "aux:pass") and tree.on(other.at, "aux:pass"):
            between = tuple(h for h in one.heads if one.at < h < other.at)
            own = tuple(h for h in one.heads if h not in between)
            if between and own:
                out[at], out[at + 1] = replace(one, heads=own), replace(other, heads=(*between, *other.heads))
            elif one.heads == other.heads:
                out[at + 1] = replace(other, heads=_after_and(tree, one.at, other.at) or other.heads)
    return out


def _followed(tree: Tree, found: Sequence[Harmed]) -> list[Harmed]:
    """Give a participle the number right before it: "nine people were killed, 31 wounded"."""
    own: dict[int, int] = {}
    for one in found:
        before = next((k for k in range(one.at - 1, -1, -1) if tree.tokens[k].upos != "AUX"), -1)
        participle = tree.tokens[one.at].xpos in ("VBN", "VBD", "JJ") and not tree.is_a(one.at, "amod")
        if before >= 0 and tree.tokens[before].upos == "NUM" and participle:
            own[before] = one.at
    kept = [tuple(h for h in one.heads if own.get(h, one.at) == one.at) for one in found]
    given = {at: head for head, at in own.items()}
    return [
        replace(one, heads=tuple(dict.fromkeys((given[one.at], *heads))))
        if one.at in given
        else replace(one, heads=heads)
        for one, heads in zip(found, kept, strict=True)
    ]


def _after_and(tree: Tree, first: int, second: int) -> tuple[int, ...]:
    """Return the first noun behind the "and" between two verbs: where there is one, it is the subject of the second."""
    joining = next((k for k in range(first + 1, second) if tree.tokens[k].upos == "CCONJ"), second)
    noun = next((k for k in range(joining + 1, second) if tree.tokens[k].upos in ("NOUN", "PROPN", "NUM")), -1)
    return (counted_by(tree, noun),) if noun >= 0 else ()


def _divided(found: Sequence[Harmed]) -> list[Harmed]:
    """Give the second of two verbs what stands behind it: "killed eight soldiers and wounded a medic"."""
    out = list(found)
    for at in range(len(out) - 1):
        one, other = out[at], out[at + 1]
        behind = tuple(h for h in one.heads if h > other.at)
        own = tuple(h for h in one.heads if h < other.at)
        if behind and any(h > one.at for h in own) and one.form == other.form == "object":
            out[at], out[at + 1] = replace(one, heads=own), replace(other, heads=behind)
    return out


def _joined(tree: Tree, found: Sequence[Harmed]) -> Iterator[Harmed]:
    """Yield the harms, the dead and the wounded of one phrase as one: "killed and injured 14 children"."""
    mixed = {Harm.KILLED, Harm.WOUNDED}
    done: set[int] = set()
    for at, one in enumerate(found):
        twins = [
            k for k in range(at + 1, min(at + _TWINS, len(found)))
            if found[k].heads == one.heads and {one.harm, found[k].harm} == mixed
            and all(token.upos in _JOINING for token in tree.tokens[one.at + 1 : found[k].at])
        ]  # fmt: skip
        if at in done:
            continue
        done.update(twins)
        yield replace(one, harm=Harm.HARMED) if twins and one.heads else one
