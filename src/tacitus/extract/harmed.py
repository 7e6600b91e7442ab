"""Who is said dead, wounded, missing, taken, driven out or arrested in a sentence, by its tree.

The words are a list (`data/harm_words.tsv`); the syntax is that of verbs ("killed 12", "six were killed"), of their
names ("the death of two"), of states ("left 20 dead", "12 injured") and of tolls ("the death toll rose to 31").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from tacitus.extract import entity_types, predication
from tacitus.extract.lexicon import rows, words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tacitus.extract.tree import Tree


class Harm(StrEnum):
    """What happened to those counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    HARMED = "harmed"
    """Dead or wounded, not told apart: "20 casualties", "killed and injured 14"."""
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    ARRESTED = "arrested"


@dataclass(frozen=True, slots=True)
class Harmed:
    """Those of whom a word tells harm.

    Attributes:
        harm: What happened to them.
        at: Index of the word that tells it.
        heads: Heads of the phrases that name or count them.
        parts: Heads of the phrases that count some of them again: "12 people, including three children".
        is_told: Whether the sentence tells it; False where the word only describes them: "two wounded fighters fled".
        form: Row of the word list: "object", "subject", "noun", "state", "life" or "toll".
    """

    harm: Harm
    at: int
    heads: tuple[int, ...]
    parts: tuple[int, ...] = ()
    is_told: bool = True
    form: str = "object"


#: What cannot be killed or taken as a person is.
_NO_PERSONS = frozenset({EntityType.THING, EntityType.FACILITY, EntityType.PLACE, EntityType.MEDIA})
_GROW = words("toll_verb")
_TAKE_LIFE = words("take_life")
_TAKE_CAPTIVE = words("take_captive")
_REACH = 5  # tokens between a verb and the number that it counts, where the tree hung the number elsewhere


@cache
def _listed() -> Mapping[tuple[str, str], Harm]:
    """Return form and word → harm."""
    return {(form, word): Harm(harm) for harm, form, listed in rows("harm_words.tsv") for word in listed.split()}


def harm_of(lemma: str, *forms: str) -> Harm | None:
    """Return what a word tells in one of the forms of the list, or None."""
    return next((_listed()[form, lemma] for form in forms if (form, lemma) in _listed()), None)


def in_tree(tree: Tree) -> tuple[Harmed, ...]:
    """Return who is harmed in a sentence, in the order of the words that tell it."""
    found = [one for i in range(len(tree.tokens)) for one in _at(tree, i)]
    found = [replace(one, heads=_persons(tree, one)) for one in found]
    found = [replace(one, heads=_own(tree, one, found)) for one in found]
    return _with_parts(tree, tuple(one for one in _joined(tree, found) if one.heads))


def _at(tree: Tree, i: int) -> Iterator[Harmed]:
    """Yield what one word tells."""
    if tree.is_verb(i) and not tree.is_a(i, "aux", "case"):
        found = _of_verb(tree, i)
    elif tree.tokens[i].upos in ("NOUN", "PROPN", "VERB"):
        found = _of_noun(tree, i) or _of_toll(tree, i) or _of_life(tree, i)
    else:
        found = None
    found = found or _of_state(tree, i)
    if found is not None:
        yield found


def _of_verb(tree: Tree, i: int) -> Harmed | None:
    """Read "killed 12 men", "12 men were killed", "12 men died", "dozens wounded"."""
    lemma = tree.lemma(i)
    particles = [f"{lemma}_{tree.word(k)}" for k in tree.on(i, "compound:prt", "advmod")]
    harm = next((h for key in (*particles, lemma) if (h := harm_of(key, "object"))), None)
    if harm is None:
        harm = harm_of(lemma, "subject")
        return Harmed(harm, i, predication.of_verb(tree, i).subjects, form="subject") if harm else None
    if tree.is_a(i, "amod") and i < tree.head(i):
        return Harmed(harm, i, (tree.head(i),), is_told=False)
    return Harmed(harm, i, _objects(tree, i))


def _objects(tree: Tree, i: int) -> tuple[int, ...]:
    """Return whom a verb says harmed, where the tree may be crooked."""
    numbers = tuple(k for k in tree.on(i, "nummod") if k > i)
    if numbers and not tree.on(i, "obj"):
        return numbers
    participle = tree.tokens[i].xpos in ("VBN", "VBD", "JJ")
    joined = tree.is_a(i, "conj") and participle and not tree.on(i, "nsubj", "obj", "aux")
    before = (tree.on(i, "nummod") or _before(tree, i)) if joined else ()
    found = before or predication.of_verb(tree, i).objects
    if found:
        return found
    behind = [s for s in tree.on(i, "nsubj") if s > i]  # "Strikes by the force killed ten": the subject stands before
    if behind and participle:
        return predication.spread(tree, behind)
    if tree.is_a(i, "amod", "acl") and participle and not tree.is_a(i, "acl:relcl"):
        return (tree.head(i),)
    up = tree.head(i)
    if joined and tree.is_verb(up) and harm_of(tree.lemma(up), "object"):
        return _objects(tree, up)
    return _beside(tree, i)


def _before(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the phrase right before a participle: "six were killed and dozens of pupils wounded"."""
    at = i - 1
    if at < 0 or tree.tokens[at].upos not in ("NOUN", "NUM", "PROPN"):
        return ()
    while tree.is_a(at, "nmod", "nummod", "compound", "amod") and 0 <= tree.head(at) < i:
        at = tree.head(at)
    return (at,)


def _beside(tree: Tree, i: int) -> tuple[int, ...]:
    """Return what is counted by the number that follows a verb at once."""
    for k in range(i + 1, min(i + _REACH, len(tree.tokens))):
        if tree.is_verb(k) or tree.tokens[k].upos in ("PUNCT", "PRON"):
            break
        if tree.tokens[k].upos == "NUM":
            return (counted_by(tree, k),)
    return ()


def counted_by(tree: Tree, i: int) -> int:
    """Return the noun that a number word counts; the word itself where it counts nothing named."""
    seen = {i}
    while tree.is_a(i, "nummod", "det", "amod", "compound", "nmod", "advmod", "case", "fixed") and (
        tree.head(i) > i and tree.head(i) not in seen and not tree.is_verb(tree.head(i))
    ):
        i = tree.head(i)
        seen.add(i)
        if tree.tokens[i].upos in ("NOUN", "PROPN"):
            break
    return i


def _of_noun(tree: Tree, i: int) -> Harmed | None:
    """Read "the death of two men", "his arrest", "12 deaths", "no casualties"."""
    harm = harm_of(tree.lemma(i), "noun")
    if harm is None or tree.is_a(i, "compound"):
        return None
    of = tuple(c for k in tree.on(i, "nmod") if tree.preposition(k) == "of" for c in tree.conjuncts(k))
    owners = tuple(k for k in tree.on(i, "nmod:poss"))
    if of or owners:
        return Harmed(harm, i, of or owners, form="noun")
    return Harmed(harm, i, (i,), form="noun")


def _of_life(tree: Tree, i: int) -> Harmed | None:
    """Read "claimed the lives of four", "cost 12 lives"."""
    harm, verb = harm_of(tree.lemma(i), "life"), tree.head(i)
    if harm is None or verb < 0 or tree.lemma(verb) not in _TAKE_LIFE:
        return None
    behind = (*tree.on(i, "nmod"), *tree.on(verb, "obl"))
    of = tuple(c for k in behind if tree.preposition(k) == "of" for c in tree.conjuncts(k))
    return Harmed(harm, verb, of or (i,), form="life")


def _of_toll(tree: Tree, i: int) -> Harmed | None:
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
    return Harmed(harm, i, tuple(places[:1]), form="toll")


def _kind_of(tree: Tree, noun: int) -> Harm | None:
    """Return what "the number of X" counts: "the wounded", "deaths", "people killed"."""
    own = harm_of(tree.word(noun), "state") or harm_of(tree.lemma(noun), "noun", "state")
    below = (harm_of(tree.lemma(k), "object", "subject") or harm_of(tree.word(k), "state") for k in tree.kids[noun])
    return own or next((harm for harm in below if harm is not None), None)


def _has_number(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos == "NUM" or bool(tree.on(i, "nummod"))


def _of_state(tree: Tree, i: int) -> Harmed | None:
    """Read "12 dead", "left 20 men dead", "five are missing", "shot two men dead", "took ten hostages"."""
    harm = harm_of(tree.word(i), "state") or harm_of(tree.lemma(i), "state")
    if harm is None:
        return None
    up = tree.head(i)
    if tree.tokens[i].upos == "NOUN" and harm is Harm.CAPTURED:  # "freed 20 hostages" takes none
        is_taken = up >= 0 and tree.lemma(up) in _TAKE_CAPTIVE and tree.is_a(i, "obj", "nsubj:pass")
        return Harmed(harm, i, (i,), form="state") if is_taken else None
    if tree.on(i, "nummod") or (tree.tokens[i].upos == "NOUN" and tree.is_a(i, "obj", "nsubj", "conj", "nmod")):
        return Harmed(harm, i, (i,), form="state")
    if tree.is_a(i, "amod", "compound", "acl") and up >= 0:
        return Harmed(harm, i, (up,), form="state", is_told=i > up)
    if tree.on(i, "nsubj"):
        return Harmed(harm, i, predication.surface_subjects(tree, i), form="state")
    if i > 0 and tree.tokens[i - 1].upos == "NUM":
        return Harmed(harm, i, (i - 1,), form="state")
    if tree.is_a(i, "xcomp", "obl", "advmod", "advcl", "obj") and up >= 0 and tree.is_verb(up):
        frame = predication.of_verb(tree, up)
        heads = tuple(h for h in frame.objects if h != i) or tuple(h for h in frame.subjects if h != i)
        return Harmed(harm, up, heads, form="state")
    return None


def _persons(tree: Tree, one: Harmed) -> tuple[int, ...]:
    """Return the heads without places and things: "captured two villages" takes no prisoners."""
    return tuple(h for h in dict.fromkeys(one.heads) if entity_types.of_noun(tree, h) not in _NO_PERSONS)


def _own(tree: Tree, one: Harmed, found: Sequence[Harmed]) -> tuple[int, ...]:
    """Return the heads without those whose own participle follows: "two were killed and seven people wounded"."""
    others = {tree.head(o.at) for o in found if o is not one and tree.is_a(o.at, "acl", "amod") and tree.head(o.at) < o.at}
    return tuple(h for h in one.heads if h == one.heads[0] or h not in others)


def _joined(tree: Tree, found: Sequence[Harmed]) -> Iterator[Harmed]:
    """Yield the harms, the dead and the wounded of one phrase as one: "killed and injured 14 children"."""
    mixed = {Harm.KILLED, Harm.WOUNDED}
    done: set[int] = set()
    for at, one in enumerate(found):
        twins = [
            k for k in range(at + 1, len(found))
            if found[k].heads == one.heads and {one.harm, found[k].harm} == mixed
            and not any(token.upos == "NUM" for token in tree.tokens[one.at : found[k].at])
        ]  # fmt: skip
        if at in done:
            continue
        done.update(twins)
        yield replace(one, harm=Harm.HARMED) if twins and one.heads else one


def _with_parts(tree: Tree, found: Sequence[Harmed]) -> tuple[Harmed, ...]:
    """Return the harms with those counted again given to the phrase before: "12 people, including three children"."""
    taken = {h for one in found for h in one.heads}
    parts: dict[int, list[int]] = {}
    for i in range(len(tree.tokens)):
        part = _part_at(tree, i)
        if part < 0 or part in taken:
            continue
        nearest = max(((h, at) for at, one in enumerate(found) for h in one.heads if h < i), default=(-1, -1))[1]
        if nearest >= 0:
            parts.setdefault(nearest, []).extend(c for c in tree.conjuncts(part) if c not in taken)
    return tuple(replace(one, parts=tuple(dict.fromkeys(parts.get(at, ())))) for at, one in enumerate(found))


def _part_at(tree: Tree, i: int) -> int:
    """Return the head of the phrase that "including" or "among them" begins at `i`, or "two" of "two of them"; else -1."""
    end = len(tree.tokens)
    after = tuple(tree.word(k) for k in range(i + 1, min(i + 3, end)))
    if tree.tokens[i].upos == "NUM" and after in (("of", "them"), ("of", "whom")):
        return i
    if tree.word(i) == "including":
        start = i + 1
    elif tree.word(i) in ("among", "amongst") and after[:1] in (("them",), ("whom",)):
        start = i + 2
    else:
        return -1
    noun = next((k for k in range(start, min(start + _REACH, end)) if tree.tokens[k].upos in ("NOUN", "PROPN", "NUM")), -1)
    return counted_by(tree, noun) if noun >= 0 else -1
