"""What the language engine tells about a text: sentences, tokens, a dependency tree, names.

Everything is immutable and carries offsets into the document's stored text (Unicode code points, half open).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from tacitus.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a sentence.

    Attributes:
        span: Where it stands in the document's text.
        text: The exact words of `span`.
        lemma: Dictionary form, lower case except for proper nouns.
        upos: Universal part of speech (`NOUN`, `PROPN`, `VERB` …).
        xpos: Penn Treebank tag (`VBD`, `VBN`, `NNS` …).
        head: Index of the governing token in the same sentence; -1 for the root.
        relation: Universal Dependencies relation to the head, with subtype (`nsubj:pass`, `acl:relcl`).
    """

    span: Span
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of a sentence that the engine takes for a mention.

    Attributes:
        start: Index of the first token.
        end: One past the index of the last token.
        kind: `person`, `organisation`, `place`, or a type of claims.md when the engine can tell (`group`, `force` …).
        score: The engine's confidence, [0, 1].
    """

    start: int
    end: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the text, its tokens with their tree, and the names in it."""

    span: Span
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    mentions: tuple[Name, ...] = ()


@runtime_checkable
class Engine(Protocol):
    """Anything that reads the language of a text; registered under the entry-point group `tacitus.engines`."""

    name: str
    version: str

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of `text` in order; the same text always gives the same result."""
        ...
