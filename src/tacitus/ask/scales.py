"""The scales of grades, as NATO's allied doctrine words them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.model.grade import CREDIBILITY, RELIABILITY
from tacitus.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What is graded → grade → its words.
SCALES: Mapping[str, Mapping[str, str]] = {
    of: {grade: words for what, grade, words in rows("tacitus.ask.data", "grades.tsv") if what == of}
    for of in (RELIABILITY, CREDIBILITY)
}
