"""Coreference within a sentence, and attribution, from GUM's annotation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from training.example import Pairs
from training.gum import every_entity
from training.spans import by_tree, span_head, speech_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.example import Example
    from training.gum import Entity, Row

_SPOKEN = "Discourse=attribution-"


def teach(example: Example, rows: Sequence[Row]) -> Example:
    """Return the sentence with links of coreference and the spans of its attributions.

    A sentence with an attribution whose speaker or content the tree does not show has no labels for speech.
    """
    marked = [_cue(example, rows, at) for at, row in enumerate(rows) if _SPOKEN in row[9]]
    spoken = [by_tree(example, cue) for cue in marked]
    known = [one for one in spoken if one is not None]
    tags = speech_tags(len(rows), known) if len(known) == len(spoken) else {}
    said = [
        (one.cue, span_head(example, *span), role)
        for one in known
        for role, spans in (("speaker", one.sources[:1]), ("content", one.contents[:1]))
        for span in spans
    ]
    pairs = {"roles": Pairs((), tuple(said)), "links": _links(list(every_entity(rows)))}
    return replace(example, tags={**example.tags, **tags}, pairs={**example.pairs, **pairs})


def _cue(example: Example, rows: Sequence[Row], start: int) -> int:
    """Return the word that marks the attribution of the discourse unit that begins at `start`."""
    end = next((at for at in range(start + 1, len(rows)) if "Discourse=" in rows[at][9]), len(rows))
    according = [at for at in range(start, end) if example.words[at].lower() == "according"]
    return according[0] if according else span_head(example, start, end)


def _links(mentions: Sequence[Entity]) -> Pairs:
    """Return for each mention the nearest earlier one of the same thing; what mentions of two kinds are is open."""
    heads = {one.head: one for one in mentions}
    ordered = sorted(heads)
    labelled: dict[tuple[int, int], str | None] = {}
    for later in ordered:
        same = [head for head in ordered if head < later and heads[head].ident == heads[later].ident]
        labelled.update({(later, head): None for head in same[:-1]})
        labelled.update({(later, head): "same" for head in same[-1:]})
        for other in ordered:
            if heads[other].kind != heads[later].kind:
                labelled.setdefault((later, other), None)
    return Pairs(tuple(ordered), tuple((a, b, label) for (a, b), label in labelled.items()))
