"""What tells that a name is that of a body: its members, what it does, what it is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract import entity_types
from tacitus.extract.harm_words import Harm, harm_of
from tacitus.extract.lexicon import word_types, words
from tacitus.extract.predication import NAMING
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from tacitus.extract.tree import Tree

#: Nouns of these types with a name or nationality before them are institutions: "the Malian interior ministry".
INSTITUTIONS = frozenset({EntityType.FORCE, EntityType.STATE, EntityType.ORG, EntityType.GROUP, EntityType.MEDIA})
_ROLES = word_types("role_nouns.tsv")
_BODILY = words("bodily")
#: What one person has over others.
_RULES = frozenset({"regime", "presidency", "administration", "dictatorship"})


#: What only persons suffer; towns are captured and evacuated too.
_HARMS = frozenset({Harm.KILLED, Harm.WOUNDED, Harm.ARRESTED})


def type_beside(tree: Tree, head: int) -> str:
    """Return the type of the body that a noun beside a name says it is: "another organization, X", "members of X"."""
    if _has_members(tree, head) or _acts_as_body(tree, head):
        return EntityType.GROUP.value
    if tree.is_a(head, "nmod:poss"):  # the owner of a body need not be one: "Michael's regime"
        return EntityType.PERSON.value if tree.lemma(tree.head(head)) in _RULES else ""
    beside = [tree.head(head)] if tree.is_a(head, "appos", "flat", "nmod") else []
    beside += tree.on(head, "appos", "compound", "nmod:desc")
    beside += _said_to_be(tree, head)
    for k in beside:
        if k >= 0 and tree.tokens[k].upos == "NOUN" and not tree.preposition(head):
            known = entity_types.of_noun(tree, k)
            if known in INSTITUTIONS:
                return known.value
    return ""


def is_harmed(tree: Tree, head: int) -> bool:
    """Tell whether a bare name stands where only a person's does: "Lee and Rask were killed"."""
    while tree.is_a(head, "conj") and not tree.preposition(head) and not tree.is_verb(tree.head(head)):
        head = tree.head(head)
    verb = tree.head(head)
    if verb < 0 or not tree.is_a(head, "nsubj:pass") or tree.on(head, "det", "case"):
        return False
    return tree.is_verb(verb) and harm_of(tree.lemma(verb), "object") in _HARMS


def _has_members(tree: Tree, head: int) -> bool:
    """Tell whether a name stands where a body stands: "X fighters", "members of X", "X's spokesman"."""
    noun = tree.head(head)
    if (
        noun < 0
        or tree.tokens[noun].upos != "NOUN"
        or _ROLES.get(tree.lemma(noun)) not in ("member", "affiliate", "leads")
    ):
        return False
    return tree.is_a(head, "compound", "nmod:poss") or (
        tree.is_a(head, "nmod") and tree.preposition(head) in ("of", "for", "from")
    )


def _acts_as_body(tree: Tree, head: int) -> bool:
    """Tell whether a name does what only a body does: "X emerged", "X was formed", "X merged with Y"."""
    verb = tree.head(head)
    return verb >= 0 and tree.is_verb(verb) and _is_formed(tree, head, verb)


def _is_formed(tree: Tree, head: int, verb: int) -> bool:
    passive_only = tree.lemma(verb) in ("found", "establish", "form", "dissolve")
    return tree.lemma(verb) in _BODILY and tree.is_a(head, "nsubj:pass" if passive_only else "nsubj")


def _said_to_be(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the noun that a name is said to be: "X is a group", "identified X as a group"."""
    verb = tree.head(head)
    if verb < 0:
        return ()
    if tree.is_a(head, "nsubj") and tree.on(verb, "cop"):
        return (verb,)
    if tree.is_a(head, "obj") and tree.lemma(verb) in NAMING:
        return tuple(k for k in tree.kids[verb] if k > head and tree.preposition(k) == "as")
    return ()
