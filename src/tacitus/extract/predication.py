"""Who does what to whom in the tree: the deep arguments of a verb or an event noun.

A passive is turned round, a relative pronoun stands for its antecedent, a missing subject is fetched from the verb
that controls it, and coordinated phrases are all given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tacitus.extract.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tacitus.extract.tree import Tree

RELATIVE = frozenset({"who", "which", "that", "whom"})
#: Verbs that only carry the event noun which is their object or subject.
LIGHT = words("light")
HAPPEN = words("happen")
NAMING = frozenset({"identify", "describe", "call", "label", "name", "designate", "regard", "consider", "see"})
_DEEPEST = 6  # steps of control; deeper chains do not occur
_ACCUSING = frozenset({"accuse", "blame", "suspect", "charge", "convict"})
_CITING = ("according", "citing", "quoting")
_TRANSITIVE = words("transitive")
#: Verbs by which an event reaches its target: "the strike hit a market".
REACH = frozenset({"hit", "strike", "target", "destroy", "rock", "shake"})
_OF_DIRECTION = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"}
)


@dataclass(frozen=True, slots=True)
class Predication:
    """A verb or event noun with the heads of its phrases.

    Attributes:
        at: Index of its token.
        subjects: Deep subjects: who acts.
        objects: Deep objects: who or what is acted on.
        receivers: Indirect objects.
        phrases: Other phrases as (function, head): ("in", 7), ("poss", 2), ("mod", 1).
    """

    at: int
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    receivers: tuple[int, ...] = ()
    phrases: tuple[tuple[str, int], ...] = ()

    def fillers(self, function: str) -> tuple[int, ...]:
        """Return the heads that fill a function of the predicate list."""
        fixed = {"subj": self.subjects, "obj": self.objects, "iobj": self.receivers}
        return fixed.get(function) or tuple(h for f, h in self.phrases if f == function)

    def with_phrases(self, extra: Iterable[tuple[str, int]]) -> Predication:
        """Return a copy with more phrases behind the present ones."""
        return replace(self, phrases=tuple(dict.fromkeys((*self.phrases, *extra))))


def spread(tree: Tree, heads: Iterable[int]) -> tuple[int, ...]:
    """Return the heads with everything coordinated with them, each once."""
    return tuple(dict.fromkeys(c for h in heads for c in tree.conjuncts(h)))


def antecedent(tree: Tree, i: int) -> int:
    """Return what a relative pronoun stands for, else `i` itself."""
    if tree.word(i) not in RELATIVE or tree.tokens[i].upos == "DET":
        return i
    for up in tree.ancestors(i):
        if tree.is_a(up, "acl:relcl"):
            return tree.head(up)
    return i


def surface_subjects(tree: Tree, verb: int, depth: int = 0) -> tuple[int, ...]:
    """Return the grammatical subjects of a verb, fetched from its controller when it has none of its own."""
    own = _own_subjects(tree, verb)
    if own:
        return spread(tree, (antecedent(tree, s) for s in own))
    head = tree.head(verb)
    if head < 0 or depth > _DEEPEST:
        return ()
    controllers = _controllers(tree, verb, head)
    if controllers:
        return spread(tree, controllers)
    if _accuses_beside(tree, verb, head):
        return _of(tree, tree.head(head), depth)
    if tree.is_a(verb, "acl"):
        return _acl_subject(tree, verb, head)
    clause = tree.is_a(verb, "conj", "advcl", "ccomp", "parataxis") and (tree.is_verb(head) or tree.on(head, "cop"))
    return _of(tree, head, depth) if clause or tree.is_a(verb, "xcomp") else ()


def _own_subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the subjects that hang on a verb; of two around its clause ("Rebels fled, the army said") the nearer."""
    own = tuple(s for s in tree.on(verb, "nsubj", "csubj") if not tree.preposition(s).startswith(_CITING))
    clauses = [c for c in tree.on(verb, "ccomp") if len(own) > 1 and own[0] < c < own[-1]]
    return tuple(s for s in own if s > clauses[0]) if clauses else own


def _controllers(tree: Tree, verb: int, head: int) -> tuple[int, ...]:
    """Return what a governing verb makes the subject of an infinitive or clause: "accused X of", "ordered X to"."""
    if tree.lemma(head) in _ACCUSING and tree.is_a(verb, "xcomp", "advcl", "acl", "obl"):
        return tree.on(head, "obj", "nsubj:pass")
    if tree.is_a(verb, "xcomp") and not tree.is_passive(head):
        return tree.on(head, "obj", "iobj")
    if tree.is_a(verb, "ccomp"):  # the subject of the clause, where the tree hung it on the verb of saying behind it
        stray = [s for s in tree.on(head, "nsubj") if s < verb]
        return tuple(stray[:1]) if stray and any(s > verb for s in tree.on(head, "nsubj")) else ()
    return ()


def _accuses_beside(tree: Tree, verb: int, head: int) -> bool:
    """Tell whether a verb joined to what was said tells what the speaker did: "said ten were killed and blamed X"."""
    is_joined = tree.lemma(verb) in _ACCUSING and tree.is_a(verb, "conj") and not tree.is_passive(verb)
    return is_joined and tree.is_passive(head) and tree.is_a(head, "ccomp") and tree.head(head) >= 0


def _of(tree: Tree, head: int, depth: int) -> tuple[int, ...]:
    return surface_subjects(tree, head, depth + 1)


def _acl_subject(tree: Tree, verb: int, noun: int) -> tuple[int, ...]:
    if tree.is_a(verb, "acl:relcl"):
        return () if tree.on(verb, "obj") == () and not tree.is_passive(verb) else (noun,)
    if tree.tokens[verb].xpos == "VB":  # "a plot by X to blow up Y": the plotter is the subject
        by = tuple(k for k in tree.on(noun, "nmod") if tree.preposition(k) in ("by", "of"))
        owners = by or tree.on(noun, "nmod:poss")
        governor = tree.head(noun)
        if not owners and governor >= 0 and tree.is_verb(governor):
            return surface_subjects(tree, governor, 1)
        return spread(tree, owners)
    return (noun,)


def of_verb(tree: Tree, verb: int) -> Predication:
    """Return the deep arguments of the verb at index `verb`."""
    subjects = surface_subjects(tree, verb)
    objects = spread(tree, (antecedent(tree, o) for o in tree.on(verb, "obj")))
    phrases = phrases_of(tree, verb)
    shared = _shared_object(tree, verb)
    if tree.is_passive(verb) or _is_headline_passive(tree, verb, objects or shared):
        agents = tuple(h for f, h in phrases if f == "by" and not _is_time(tree, h))
        retained = objects
        return Predication(verb, agents, subjects, (), (*phrases, *(("retained", o) for o in retained)))
    if not objects and _is_inverted(tree, verb):  # the tree took the object for the subject
        before = (k for k in tree.on(verb, "obl") if k < verb and not tree.preposition(k) and not _is_time(tree, k))
        return Predication(verb, spread(tree, before), subjects, (), phrases)
    if tree.is_a(verb, "acl:relcl") and not objects and tree.on(verb, "nsubj"):
        relative = [s for s in tree.on(verb, "nsubj") if antecedent(tree, s) != s]
        objects = () if relative or _has_gap(tree, verb) else (tree.head(verb),)
    return Predication(verb, subjects, objects or shared, spread(tree, tree.on(verb, "iobj")), phrases)


def _is_headline_passive(tree: Tree, verb: int, objects: tuple[int, ...]) -> bool:
    """Tell whether a form in -ed without object or auxiliary stands for a passive: "Fourteen children killed"."""
    if objects or tree.lemma(verb) not in _TRANSITIVE or tree.tokens[verb].xpos not in ("VBN", "VBD"):
        return False
    subjects = tree.on(verb, "nsubj")
    bare = not tree.on(verb, "aux", "ccomp", "xcomp") and not tree.is_a(verb, "acl:relcl")
    return bool(subjects) and min(subjects) < verb and bare


def _is_inverted(tree: Tree, verb: int) -> bool:
    """Tell whether what hangs on a transitive verb as its subject stands behind it: "an air strike killed 12 men"."""
    subjects = tree.on(verb, "nsubj")
    return (
        bool(subjects) and min(subjects) > verb and tree.lemma(verb) in _TRANSITIVE and tree.tokens[verb].xpos == "VBD"
    )


def _has_gap(tree: Tree, verb: int) -> bool:
    """Tell whether the relative word fills some other place ("where", "in which", "when")."""
    below = tree.on(verb, "advmod", "obl")
    return any(tree.word(k) in ("where", "when", "why") or antecedent(tree, k) != k for k in below)


def _shared_object(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the object that a first coordinated verb leaves to the last: "shelled and then stormed the town"."""
    later = [c for c in tree.on(verb, "conj") if tree.is_verb(c)]
    if any(verb < p < c for c in later for p in tree.on(verb, "punct")):
        return ()
    return spread(tree, tree.on(later[0], "obj")) if len(later) == 1 and not tree.on(verb, "obl", "obj") else ()


def phrases_of(tree: Tree, at: int) -> tuple[tuple[str, int], ...]:
    """Return the prepositional phrases of a word as (preposition, head), coordinated ones each."""
    out: list[tuple[str, int]] = []
    for k in tree.on(at, "obl", "nmod"):
        if tree.is_a(k, "nmod:poss"):
            continue
        function = "by" if tree.is_a(k, "obl:agent") else tree.preposition(k)
        out += [(function, c) for c in tree.conjuncts(antecedent(tree, k))]
    if tree.is_a(at, "acl:relcl") and any(tree.word(k) == "where" for k in tree.on(at, "advmod")):
        out.append(("in", tree.head(at)))
    return tuple(out)


def _is_time(tree: Tree, i: int) -> bool:
    return tree.is_a(i, "obl:unmarked", "obl:tmod")


def of_noun(tree: Tree, noun: int) -> Predication:
    """Return the deep arguments of the event noun at index `noun`, with those of a light verb that carries it."""
    phrases = list(phrases_of(tree, noun))
    phrases += [("poss", c) for k in tree.on(noun, "nmod:poss") for c in tree.conjuncts(k)]
    modifiers = [
        k for m in tree.on(noun, "compound", "amod", "nmod:desc") for k in (m, *tree.on(m, "compound", "amod"))
    ]
    phrases += [("mod", c) for k in modifiers for c in tree.conjuncts(k)]
    own = Predication(noun, (), (), (), tuple(phrases))
    for clause in tree.on(noun, "acl"):
        own = _join(own, _from_clause(tree, clause))
    return _join(own, _carried(tree, noun))


def _from_clause(tree: Tree, clause: int) -> Predication:
    """Read "an attack targeting X", "strikes carried out by Y", "an attack that killed Z" into the noun's arguments."""
    verb = of_verb(tree, clause)
    if tree.lemma(clause) in LIGHT or tree.is_passive(clause):
        return Predication(verb.at, verb.subjects, (), (), verb.phrases)
    if tree.lemma(clause) in ("target", "hit", "strike"):
        return Predication(verb.at, (), verb.objects, (), verb.phrases)
    return Predication(verb.at)


def _carried(tree: Tree, noun: int) -> Predication:
    """Return what a governing light verb says: "X carried out the noun", "the noun took place in Y"."""
    first = _first_conjunct(tree, noun)
    verb = tree.head(first)
    if verb >= 0 and (tree.lemma(verb) == "responsibility" or tree.preposition(first) == "for"):
        return Predication(noun, _claimants(tree, verb))
    if verb < 0 or not tree.is_verb(verb):
        return Predication(noun)
    return _carried_by(tree, noun, first, verb)


def _carried_by(tree: Tree, noun: int, first: int, verb: int) -> Predication:
    outer, lemma = of_verb(tree, verb), tree.lemma(verb)
    carried = LIGHT | {"claim"} if tree.is_a(first, "obj") else LIGHT if tree.is_a(first, "nsubj:pass") else frozenset()
    if lemma == "come" and tree.preposition(first) == "under":  # "the town came under fire"
        return Predication(noun, (), outer.subjects, (), outer.phrases)
    if lemma in carried:
        return Predication(noun, outer.subjects, (), (), outer.phrases)
    if tree.is_a(first, "nsubj") and lemma in HAPPEN:
        return Predication(noun, (), (), (), outer.phrases)
    if tree.is_a(first, "nsubj") and lemma in REACH:
        return Predication(noun, (), outer.objects, (), outer.phrases)
    return Predication(noun)


def identified(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return what a noun is said to be: X in "identified X as the noun", "described X as", "called X"."""
    verb = tree.head(noun)
    if verb < 0 or tree.lemma(verb) not in NAMING or tree.preposition(noun) not in ("as", ""):
        return ()
    deep = of_verb(tree, verb)
    return tuple(o for o in deep.objects if o != noun)


def _claimants(tree: Tree, at: int) -> tuple[int, ...]:
    """Return who claims responsibility, `at` being that word or the verb; "no group claimed" names nobody."""
    verb = tree.head(at) if tree.lemma(at) == "responsibility" else at
    claims = verb >= 0 and tree.lemma(verb) in ("claim", "accept", "admit", "take")
    if not claims or not any(tree.lemma(k) == "responsibility" for k in tree.on(verb, "obj")):
        return ()
    subjects = surface_subjects(tree, verb)
    return tuple(
        s for s in subjects if not any(tree.word(d) == "no" for d in tree.on(s, "det")) and tree.word(s) != "nobody"
    )


def _first_conjunct(tree: Tree, i: int) -> int:
    while tree.is_a(i, "conj") and tree.head(i) >= 0 and not tree.is_verb(tree.head(i)):
        i = tree.head(i)
    return i


def _join(a: Predication, b: Predication) -> Predication:
    return Predication(
        a.at,
        tuple(dict.fromkeys(a.subjects + b.subjects)),
        tuple(dict.fromkeys(a.objects + b.objects)),
        tuple(dict.fromkeys(a.receivers + b.receivers)),
        tuple(dict.fromkeys(a.phrases + b.phrases)),
    )
