"""What `tacitus show`, `claims` and `problems` print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tacitus.ask.entity import DocumentFile, EntityFile
from tacitus.ask.grades import grading
from tacitus.ask.reviewing import reviews
from tacitus.ask.sameness import Sameness
from tacitus.export.form import Format
from tacitus.export.formats import claims_text
from tacitus.export.lines import row_line
from tacitus.export.problems import problems_text
from tacitus.model.review import UNREVIEWED
from tacitus.terminal.wording import counted, located

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tacitus.ask.entity import NameUse, PlaceUse
    from tacitus.ask.grades import Grading
    from tacitus.export.lines import ClaimLine
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow, DocumentRow, ProblemRow
    from tacitus.model.review import Review
    from tacitus.terminal.screen import Screen

#: A name used by more documents than this is told with their number alone.
_LISTED = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """What is set beside claims: what people said of them.

    Attributes:
        reviews: Claim id → review; a claim that is not there is unreviewed.
        grading: The user's grades, when they were asked for.
    """

    reviews: Mapping[str, Review]
    grading: Grading | None = None

    def line(self, row: ClaimRow) -> ClaimLine:
        """Return a claim with what stands beside it."""
        grades = self.grading.beside(row) if self.grading is not None else None
        return row_line(row, self.reviews.get(row.claim.id, UNREVIEWED), grades)


def beside(view: View, rows: Iterable[ClaimRow], *, is_graded: bool = False) -> Beside:
    """Return what people said of some claims, by what a view knows."""
    return Beside(reviews(view, {row.claim.id for row in rows}), grading(view) if is_graded else None)


def shown(found: EntityFile | DocumentFile | ClaimRow) -> tuple[ClaimRow, ...]:
    """Return the claims of what was found."""
    return found.claims if isinstance(found, EntityFile | DocumentFile) else (found,)


def show_claims(rows: Iterable[ClaimRow], form: Format, screen: Screen, said: Beside) -> None:
    """Write claims of the ledger to standard output."""
    lines = map(said.line, rows)
    if form is Format.TABLE:
        screen.claims(tuple(lines), is_cited=True)
    else:
        for text in claims_text(lines, form, is_graded=said.grading is not None):
            screen.data(text)


def show_file(found: EntityFile | DocumentFile | ClaimRow, form: Format, screen: Screen, said: Beside) -> None:
    """Write what is held on an entity, a document or a claim; other formats than a table hold the claims alone."""
    if form is Format.TABLE:
        title, *rest = head(found)
        screen.heading(title)
        for text in (*rest, ""):
            screen.line(text)
    show_claims(shown(found), form, screen, said)
    if isinstance(found, EntityFile):
        tell_undated(found.undated, screen)


def head(found: EntityFile | DocumentFile | ClaimRow) -> tuple[str, ...]:
    """Return the lines over the claims; the first is the title."""
    if isinstance(found, EntityFile):
        others = ", ".join(f"{other.name} ({other.id})" for other in found.near)
        near = (f"Perhaps the same, and not joined: {others}",) if others else ()
        return (f"{found.name} · {', '.join(found.types)}", *map(_use, found.names), *map(_place, found.where), *near)
    if isinstance(found, DocumentFile):
        return (cited(found.document), f"id {found.document.id}", *_readings(found.readings))
    return (f"{found.claim.id} · {cited(found.document)}",)


def show_problems(rows: Sequence[ProblemRow], form: Format, screen: Screen) -> None:
    """Write problems to standard output; as a table, two lines each."""
    if form is not Format.TABLE:
        for text in problems_text(rows, form):
            screen.data(text)
        return
    for row in rows:
        screen.heading(f"{row.problem.place} · {row.recorded:%Y-%m-%d %H:%M} UTC")
        screen.line(f"{row.problem.message} {row.problem.advice}")
    if not rows:
        screen.line("No problems.")


def tell_more(page: int, screen: Screen, *, has_more: bool) -> None:
    """Note that a further page follows, if it does."""
    if has_more:
        screen.note(f"More follow: --page {page + 1}.")


def tell_undated(count: int, screen: Screen) -> None:
    """Note how many documents were left out for want of a date."""
    if count:
        noun = "document" if count == 1 else "documents"
        screen.note(f"{count} {noun} without a day of publication left out; tacitus read --published gives one.")


def tell_waiting(view: View, screen: Screen) -> None:
    """Note that names were followed by their spelling alone in reports that nobody has resolved, where many wait."""
    if Sameness(view).is_behind:
        screen.note("Many reports are not resolved: in them a name is followed by its spelling alone. tacitus resolve")


def tell_dateless(count: int, screen: Screen) -> None:
    """Note how many problems were left out because nobody knows when their documents were published."""
    if count:
        screen.note(f"{counted(count, 'problem')} of inputs without a day of publication left out.")


def cited(document: DocumentRow) -> str:
    """Return title, outlet and day of a document."""
    day = document.published.isoformat() if document.published else "undated"
    return " · ".join(part for part in (document.title or document.id, document.outlet, day) if part)


def _use(use: NameUse) -> str:
    users = [document.outlet or document.title or document.id for document in use.documents]
    if len(users) > _LISTED:
        return f"- {use.name}: in {len(users)} documents"
    return f"- {use.name}: {'; '.join(dict.fromkeys(users))}"


def _place(use: PlaceUse) -> str:
    documents = f"{len(use.documents)} document{'s' if len(use.documents) != 1 else ''}"
    return f"- where: {located(use.where)}; by {documents}"


def _readings(readings: Sequence[DocumentRow]) -> Iterator[str]:
    for row in readings:
        state = "shown" if row.is_shown else "earlier"
        yield f"- {state} reading {row.reading}, recorded {row.recorded:%Y-%m-%d %H:%M} UTC"
