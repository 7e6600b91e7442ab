"""What definite descriptions mean: "the group", "the extremist group", "the army", "the president"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tacitus.extract import phrases
from tacitus.extract.anaphora import REACH
from tacitus.extract.lexicon import word_types, words
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.extract.anaphora import Memory, Trace
    from tacitus.extract.layers import Mention
    from tacitus.extract.tree import Tree

_DEFINITE = words("definite")
#: Descriptions that name no more than a kind, so that the last thing of the kind is meant.
BARE = words("bare_kind")
_TOWNS = words("town")
_GOVERNMENTS = words("government")
_ARMIES = words("army_word")
_ORG_MODIFIERS = words("org_modifier")
_FAMILIES = {
    "group": (EntityType.GROUP,),
    "force": (EntityType.FORCE,),
    "state": (EntityType.STATE,),
    "org": (EntityType.ORG,),
    "media": (EntityType.MEDIA,),
    "place": (EntityType.PLACE,),
    "facility": (EntityType.FACILITY,),
}
#: Kinds whose members are told apart by what they are called, "the extremist group", not by which one it is.
_DESCRIBED = (EntityType.GROUP, EntityType.ORG)
#: Bodies of which the last word of the name tells which one is meant: "the ministry", "the command".
_OFFICES = (EntityType.FORCE, EntityType.STATE, EntityType.ORG)
_AGED = re.compile(r"\d+[- ‐‑]+year[- ‐‑]+old(?:\s\w+)?$")


def meant(memory: Memory, mention: Mention, text: str, tree: Tree) -> int | None:
    """Return the number of the earlier thing that a definite description means, or None when it is new.

    Args:
        memory: What was spoken of so far.
        mention: The description.
        text: Its words.
        tree: Its sentence.
    """
    if not any(tree.word(k) in _DEFINITE for k in tree.on(mention.head, "det")):
        return None
    if mention.type in (EntityType.PEOPLE, EntityType.PERSON) and tree.tokens[mention.head].xpos not in ("NNS", "NNPS"):
        person = _person(memory, mention, text, tree)
        if person is not None:
            return person
    if len(text.split()) > 1:
        return _of_kind(memory, mention, tree.lemma(mention.head), _modified_kinds(mention, tree))
    return _bare(memory, mention, tree.lemma(mention.head))


def _bare(memory: Memory, mention: Mention, lemma: str) -> int | None:
    """Return what one word with its article means: "the observatory", "the military", "the group"."""
    if lemma in memory.by_last:
        return memory.by_last[lemma].at
    if lemma in _ARMIES or lemma in _GOVERNMENTS:
        return _power(memory, lemma)
    if lemma not in BARE:
        return _same_head(memory, mention, lemma)
    kinds = _OFFICES if mention.type in _OFFICES else ()
    last = (memory.by_head[key] for kind in kinds if (key := (lemma, kind, True)) in memory.by_head)
    named = [trace for trace in last if not trace.plural]
    if named:  # "the ministry" is the Ministry of Defence, however many other bodies were named since
        return max(named, key=lambda t: (t.sentence, t.token)).at
    return _of_kind(memory, mention, lemma, _FAMILIES.get(word_types("head_types.tsv").get(lemma, ""), ()))


def _of_kind(memory: Memory, mention: Mention, lemma: str, kinds: tuple[EntityType, ...]) -> int | None:
    named = {trace.at for trace in memory.traces if trace.is_name}
    for trace in _near(memory, mention):
        if trace.type in kinds and trace.at in named and not trace.plural and not _is_larger(lemma, trace):
            return trace.at
    return None


def _near(memory: Memory, mention: Mention) -> Iterator[Trace]:
    """Yield what was spoken of a few sentences back, latest first."""
    for trace in reversed(memory.traces):
        if mention.sentence - trace.sentence > REACH:
            return
        yield trace


def _modified_kinds(mention: Mention, tree: Tree) -> tuple[EntityType, ...]:
    """Return what "the extremist group" or "the rights group" can be; () when its words say which one it is."""
    head = mention.head
    kind = _FAMILIES.get(word_types("head_types.tsv").get(tree.lemma(head), ""), ())
    own = [k for k in phrases.base(tree, head) if k != head]
    said = any(phrases.is_capital(tree.tokens[k].text) for k in own) or tree.on(head, "nmod", "acl", "nummod")
    several = tree.tokens[head].xpos in ("NNS", "NNPS")
    if tree.lemma(head) not in BARE or several or said or not set(kind) <= set(_DESCRIBED):
        return ()
    return (EntityType.ORG,) if any(tree.word(k) in _ORG_MODIFIERS for k in own) else kind


def _power(memory: Memory, lemma: str) -> int | None:
    """Return the army or the government that was named last: "the military" for "the Malian army"."""
    same, kind = (_ARMIES, EntityType.FORCE) if lemma in _ARMIES else (_GOVERNMENTS, EntityType.STATE)
    keys = [*((head, kind, True) for head in sorted(same)), (lemma, kind, False)]
    found = [memory.by_head[key] for key in keys if key in memory.by_head]
    return max(found, key=lambda t: (t.sentence, t.token)).at if found else None


def _person(memory: Memory, mention: Mention, text: str, tree: Tree) -> int | None:
    """Return who bears the title or post of a description, or is told by an age; None when nobody does."""
    if _AGED.match(text):
        persons = (t.at for t in _near(memory, mention) if t.type is EntityType.PERSON and t.is_name)
        return next(persons, None)
    said = [tree.word(k) for k in phrases.base(tree, mention.head)]
    if tree.on(mention.head, "nmod:poss") or any(word not in memory.roles for word in said):
        return None
    bearers = set(memory.roles[said[0]]).intersection(*(memory.roles[word] for word in said[1:]))
    return next((at for at in reversed(memory.roles[said[-1]]) if at in bearers), None)


def _same_head(memory: Memory, mention: Mention, lemma: str) -> int | None:
    trace = memory.by_head.get((lemma, mention.type, False))
    return trace.at if trace is not None else None


def _is_larger(lemma: str, trace: Trace) -> bool:
    """Tell whether a name is that of an area, and the description that of a town in it: "the city" is no region."""
    return lemma in _TOWNS and trace.is_area
