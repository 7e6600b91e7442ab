"""The one file that wires the floors together: a document goes in, a reading comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.extract.contract import Draft, Extractor, check_order, versions
from tacitus.model.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.language.analysis import Engine
    from tacitus.model.document import Document


@dataclass(frozen=True, slots=True)
class Reader:
    """An engine and the steps that read claims with it.

    Attributes:
        engine: Gives sentences, trees and names.
        steps: In order; checked when the reader is made.

    Raises:
        PipelineOrderError: If a step needs what no earlier step gives.
    """

    engine: Engine
    steps: Sequence[Extractor]

    def __post_init__(self) -> None:
        """Refuse an order that cannot work."""
        check_order(self.steps)

    @property
    def version(self) -> str:
        """Names and versions of the engine and all steps."""
        return f"{self.engine.name}@{self.engine.version} {versions(self.steps)}"

    def read(self, document: Document) -> Reading:
        """Return what the document says, as claims with their words."""
        draft = Draft(document, sentences=self.engine.analyse(document.text))
        for step in self.steps:
            draft = step.extract(draft)
        return Reading(document, draft.entities, draft.claims, draft.problems, self.version)
