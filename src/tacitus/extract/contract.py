"""The contract of a step of the reader: what it needs, what it gives, which version it is.

A `Draft` goes from step to step; each step returns a new one with its own layers filled. The names of the layers are
the fields of `Draft`, so an order that cannot work is refused before any text is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tacitus.errors import InvalidValueError, PipelineOrderError

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from tacitus.extract.layers import CountMention, Frame, Mention, Speech, TimeMention
    from tacitus.extract.place_mentions import PlaceMention
    from tacitus.language.analysis import Sentence
    from tacitus.model.claim import Claim
    from tacitus.model.document import Document
    from tacitus.model.entity import Entity
    from tacitus.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Draft:
    """A document on its way to claims.

    Attributes:
        document: What is read.
        sentences: Language analysis, in order; given at the start.
        mentions: Noun phrases that may speak of an entity.
        entities: One per thing in the document.
        joint: Id of an entity that is two others, "the two" → their ids.
        places: Place names with what they mean; empty when there is no gazetteer.
        times: Date and time expressions with their values.
        counts: Number expressions with their ranges.
        speech: Who says which stretch of text.
        frames: Events and relations found, before speaker and certainty are settled.
        claims: The result.
        problems: What could not be read.
        trail: Part of a frame → the step that gave it (`tacitus.extract.trail`).
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    joint: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    speech: tuple[Speech, ...] = ()
    frames: tuple[Frame, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    trail: Mapping[Hashable, str] = field(default_factory=dict)


@runtime_checkable
class Extractor(Protocol):
    """One step of the reader. Pure: the same draft always gives the same result."""

    @property
    def name(self) -> str:
        """Short noun ("times")."""
        ...

    @property
    def version(self) -> str:
        """Grows with every change that can change a result."""
        ...

    @property
    def needs(self) -> frozenset[str]:
        """Layers of `Draft` that must have been given."""
        ...

    @property
    def gives(self) -> frozenset[str]:
        """Layers that this step fills or extends."""
        ...

    def extract(self, draft: Draft) -> Draft:
        """Return the draft with the layers of `gives` filled."""
        ...


#: Layers that are there before the first step.
GIVEN = frozenset({"document", "sentences"})


def check_order(steps: Sequence[Extractor]) -> None:
    """Make sure that every step finds what it needs.

    Raises:
        PipelineOrderError: If a step needs a layer that no earlier step gives.
        InvalidValueError: If a step names a layer that `Draft` does not have.
    """
    layers = {f.name for f in fields(Draft)}
    given = set(GIVEN)
    for step in steps:
        unknown = (step.needs | step.gives) - layers
        if unknown:
            raise InvalidValueError("layer of a draft", ", ".join(sorted(unknown)), ", ".join(sorted(layers)))
        if not step.needs <= given:
            raise PipelineOrderError(step.name, step.needs - given)
        given |= step.gives


def versions(steps: Sequence[Extractor]) -> str:
    """Return names and versions of the steps, in order: "mentions@1 times@1 …"."""
    return " ".join(f"{s.name}@{s.version}" for s in steps)
