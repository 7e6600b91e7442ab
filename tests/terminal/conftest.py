"""One claim that the terminal tests share."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tacitus.export.lines import ClaimLine
from tacitus.model.claim import Argument, Claim
from tacitus.model.document import Document
from tacitus.model.ontology import Certainty, Status
from tacitus.model.span import Span
from tacitus.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.model.count import Count


@pytest.fixture
def line_of() -> Callable[..., ClaimLine]:
    """Return a maker of lines: type, arguments by role, and what else is to be set."""

    def make(
        kind: str,
        args: dict[str, str | Count | bool],
        *,
        speakers: tuple[str, ...] = (),
        certainty: Certainty = Certainty.STATED,
        status: Status = Status.ACTUAL,
    ) -> ClaimLine:
        named = tuple(Argument(role, value) for role, value in args.items())
        claim = Claim("c1", kind, named, (Span(0, 4),), When("2023-05-14"), certainty=certainty, status=status)
        document = Document("d1", "They fired at dawn.", "00", published=date(2023, 5, 15), outlet="Meridian Wire")
        return ClaimLine(document, claim, named, speakers, ("They", "at dawn"))

    return make
