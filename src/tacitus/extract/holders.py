"""Who holds a post that was told before the name: "a spokesman for X said … the spokesman, Ann Lee, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.extract import phrases
from tacitus.extract.anaphora import REACH
from tacitus.model.entity import EntityType

if TYPE_CHECKING:
    from tacitus.extract.anaphora import Memory
    from tacitus.extract.layers import Mention
    from tacitus.extract.tree import Tree

_PERSONS = (EntityType.PEOPLE, EntityType.PERSON)


def untold(memory: Memory, mention: Mention, tree: Tree) -> int | None:
    """Return the number of the unnamed person whose name a mention gives or stands beside.

    "The director" beside a name is the one director of whom the text spoke just before; when there were two, nobody
    knows which.

    Args:
        memory: What was spoken of so far.
        mention: A name with the description behind it ("Ann Lee, the director"), or a description beside a name.
        tree: Its sentence.
    """
    posts = tree.on(mention.head, "appos") if mention.is_name else (mention.head,)
    found = (_spoken_of(memory, tree, post, mention.sentence) for post in posts)
    return next((at for at in found if at is not None), None)


def _spoken_of(memory: Memory, tree: Tree, post: int, sentence: int) -> int | None:
    """Return the only unnamed person that was called so a few sentences back."""
    is_bare = phrases.base(tree, post) == (post,) and not tree.on(post, "nmod", "acl", "acl:relcl", "nmod:poss")
    is_definite = any(tree.word(k) == "the" for k in tree.on(post, "det"))
    if not is_definite or not is_bare or tree.tokens[post].xpos != "NN":
        return None
    lemma = tree.lemma(post)
    near = {
        trace.at
        for trace in memory.traces
        if (trace.head, trace.is_name, trace.plural) == (lemma, False, False) and trace.type in _PERSONS
        if sentence - trace.sentence <= REACH
    }
    return near.pop() if len(near) == 1 else None
