"""Two bodies spoken of as one thing: "the two", "both", "both groups", "the two sides"; and "we" of a publisher."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.extract import naming, quotes
from tacitus.extract.definites import BARE
from tacitus.extract.lexicon import typed_words
from tacitus.model.claim import Argument
from tacitus.model.entity import EntityType
from tacitus.model.ontology import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tacitus.extract.anaphora import Memory
    from tacitus.extract.layers import Frame, Mention
    from tacitus.extract.things import Thing
    from tacitus.extract.tree import Tree

_ARMED = (EntityType.GROUP, EntityType.FORCE, EntityType.ORG, EntityType.STATE)
_PARTIES = frozenset({"side", "party", "force", "army", "state", "government", "ally", "rival"}) | BARE
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_REACH = 1  # sentences back to the two that are meant


def pair(memory: Memory, mention: Mention, tree: Tree, joined: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Return the numbers of the two bodies that a description means; () when it means no two, or more could be meant.

    Args:
        memory: What was spoken of so far.
        mention: The description: "the two", "both groups".
        tree: Its sentence.
        joined: What earlier descriptions of two mean.
    """
    if not _is_of_two(tree, mention.head):
        return ()
    found: dict[int, None] = {}
    for back in range(_REACH + 1):
        here = [t for t in memory.traces if t.sentence == mention.sentence - back]
        known = [t.at for t in here if t.at in joined]
        bodies = [t for t in here if t.type in _ARMED and (t.is_name or not t.plural)]
        for group in (bodies, [t for t in bodies if not t.is_aside]):
            meant = {**found, **dict.fromkeys(t.at for t in group)}
            if len(meant) == len(_TWO):
                return tuple(meant)
        if known:
            return joined[known[-1]]
        found |= dict.fromkeys(t.at for t in bodies if not t.is_aside)
        if len(found) > len(_TWO):
            return ()
    return ()


_TWO = ("one", "other")


def _is_of_two(tree: Tree, head: int) -> bool:
    """Tell whether a phrase speaks of two that are known: "the two", "both", "both sides", "the two groups"."""
    around = {tree.word(k) for k in tree.on(head, "det", "det:predet", "nummod", "cc:preconj")}
    if tree.on(head, "nmod", "acl", "acl:relcl", "amod", "compound", "conj"):
        return False
    if tree.word(head) == "two":
        return "the" in around
    is_kind = tree.lemma(head) in _PARTIES and tree.tokens[head].xpos == "NNS"
    return tree.word(head) == "both" or (is_kind and ("both" in around or {"the", "two"} <= around))


def publisher(outlet: str | None, things: Sequence[Thing]) -> int | None:
    """Return the number of the body that publishes the text in its own name: "we" is who publishes; None for others.

    "The Zenda Front channel" speaks for the Zenda Front; a newspaper of which its text does not speak is nobody.
    """
    key = naming.key(outlet or "")
    kinds = typed_words("head_types.tsv")
    short = key[:-1] if key and kinds.get(key[-1]) is EntityType.MEDIA else key
    for at, thing in enumerate(things):
        keys = [naming.key(name) for name in thing.names]
        if key and thing.type in (*_ARMED, EntityType.MEDIA) and any(one in (key, short) for one in keys):
            return at
    return None


def is_own(text: str, mention: Mention) -> bool:
    """Tell whether a mention is a "we" of the text itself, outside all quotations."""
    words = mention.span.of(text).lower()
    return words in _WE and not any(q.contains(mention.span) for q in quotes.spans(text))


def expanded(frames: Iterable[Frame], joint: Mapping[str, tuple[str, ...]]) -> tuple[Frame, ...]:
    """Return the frames with the two named for "the two": both are actors; "the two are allies" of each other."""
    return tuple(one for frame in frames for one in _of_frame(frame, joint))


def _of_frame(frame: Frame, joint: Mapping[str, tuple[str, ...]]) -> Iterator[Frame]:
    subject = next((a.value for a in frame.args if a.role == "subject"), None)
    if frame.type in ("ally", "rival") and any(a.role == "object" and a.value == subject for a in frame.args):
        both = joint.get(str(subject), ())
        if both:
            named = (Argument("subject", both[0]), Argument("object", both[1]))
            rest = (a for a in frame.args if a.role not in ("subject", "object"))
            yield replace(frame, args=(*named, *rest))
    elif not any(a.value in joint for a in frame.args if isinstance(a.value, str)):
        yield frame
    elif kind_of(frame.type) is Kind.EVENT:
        args = (one for a in frame.args for one in _named(a, joint))
        yield replace(frame, args=tuple(dict.fromkeys(args)))
    else:
        for at in range(len(_TWO)):
            sides = (_named(a, joint) for a in frame.args)
            yield replace(frame, args=tuple(one[min(at, len(one) - 1)] for one in sides))


def _named(arg: Argument, joint: Mapping[str, tuple[str, ...]]) -> tuple[Argument, ...]:
    both = joint.get(arg.value, ()) if isinstance(arg.value, str) else ()
    if both and arg.role == "place":  # nowhere: "talks between the two sides"
        return ()
    return tuple(Argument(arg.role, one) for one in both) or (arg,)
