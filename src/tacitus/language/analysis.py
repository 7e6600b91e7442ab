"""What the language engine tells about a text: sentences with tokens and a tree, and what it sees in them.

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
class Scored:
    """A label that the engine gives a word, and how sure it is.

    Attributes:
        token: Index of the token.
        label: What it is; for triggers a claim type of claims.md.
        score: Probability, [0, 1].
    """

    token: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Linked:
    """What one word is to another, by the engine.

    Attributes:
        first: Index of the token that is spoken of: a predicate, or the trigger of a claim.
        second: Index of the token that heads the phrase which is something to it.
        label: What the second is to the first.
        score: Probability, [0, 1].
    """

    first: int
    second: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what, by the engine; all numbers are indices of tokens of the sentence.

    Attributes:
        cue: The word that marks it: "said", "according".
        sources: Stretches `[start, end)` of the words that name who says it; empty when nobody is named.
        contents: Stretches `[start, end)` of what is said.
        speaker: The head of the first source, -1 when there is none.
        score: Probability that the word marks an attribution, [0, 1].
    """

    cue: int
    sources: tuple[tuple[int, int], ...]
    contents: tuple[tuple[int, int], ...]
    speaker: int
    score: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the text, its tokens with their tree, and what the engine sees in them.

    Attributes:
        span: Where it stands in the document's text.
        tokens: Its words and marks, in order.
        names: Persons, organisations and places with a name, in order.
        mentions: Mentions by name or description, in order.
        triggers: Words that may name an event or relation, in order, each with its likeliest type, the doubtful ones
            among them; empty when the engine cannot tell.
        factuality: For each token how surely what it names happened, from -3 (surely not) to 3 (surely), of use for
            predicates alone; empty when the engine cannot tell.
        roles: PropBank's roles, predicate to the head of its argument: `agent`, `patient`, `place`, `time`, `speaker`,
            `content`.
        arguments: Roles of claims.md, and `source`: trigger to the head of the mention that fills the role.
        attributions: Who says what, in the order of the cues.
    """

    span: Span
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    mentions: tuple[Name, ...] = ()
    triggers: tuple[Scored, ...] = ()
    factuality: tuple[float, ...] = ()
    roles: tuple[Linked, ...] = ()
    arguments: tuple[Linked, ...] = ()
    attributions: tuple[Attribution, ...] = ()


@runtime_checkable
class Engine(Protocol):
    """Anything that reads the language of a text; registered under the entry-point group `tacitus.engines`."""

    name: str
    version: str

    def analyse(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of `text` in order; the same text always gives the same result."""
        ...
