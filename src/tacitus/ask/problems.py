"""Problems of a view by the report clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.groups import was_published

if TYPE_CHECKING:
    from datetime import date

    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ProblemRow


@dataclass(frozen=True, slots=True)
class Met:
    """Problems that were met.

    Attributes:
        problems: In the order of the moments in which they were last met.
        undated: Number of problems left out because nobody knows when their documents were published: inputs that gave
            no reading, and documents without a day.
    """

    problems: tuple[ProblemRow, ...]
    undated: int = 0


def met(view: View, as_of: date | None = None) -> Met:
    """Return the problems of a view, all or those of documents published by a day."""
    every = view.problems()
    if as_of is None:
        return Met(every)
    documents = {row.reading: row for row in view.documents()}
    found = [(problem, documents.get(problem.reading or "")) for problem in every]
    undated = sum(document is None or document.published is None for _, document in found)
    return Met(tuple(p for p, document in found if document and was_published(document, as_of)), undated)
