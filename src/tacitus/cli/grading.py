"""`tacitus grade` and `tacitus grades`: the user's own grades of sources and claims."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.options import (
    AsOf,
    Author,
    KnownBy,
    Ledger,
    NoColor,
    Quiet,
    author_of,
    chosen,
    day,
    opened,
    reading,
    screen_of,
)
from tacitus.config import DEFAULT_LEDGER, Listing

if TYPE_CHECKING:
    from tacitus.ask.judging import Reason
    from tacitus.config import Settings

Form = Annotated[Listing, typer.Option("--format", "-f", help="How to write it.")]


def grade(
    subject: Annotated[
        str,
        typer.Argument(metavar="SOURCE|CLAIM", help="A name, or the id of a claim.", show_default=False),
    ],
    given: Annotated[
        str | None,
        typer.Argument(metavar="[A-F|1-6]", help="A to F for a source, 1 to 6 for a claim.", show_default=False),
    ] = None,
    *,
    because: Annotated[str, typer.Option("--because", metavar="WORDS", help="The reason; a grade needs one.")] = "",
    since: Annotated[
        date | None,
        typer.Option("--from", metavar="DATE", parser=day, help="Of a source: for what it publishes from this day on."),
    ] = None,
    author: Author = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Form = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Grade a source (A to F) or a claim (1 to 6) by your own judgement; or show the grades that it was given.

    For example:

    tacitus grade "Harbour Wire" B --because "Corrected itself twice in 2023." --from 2023-01-01

    tacitus grade c41d9ab 2 --because "Two photographs fit."

    tacitus grade "Harbour Wire"

    Grades are shown with --grades alone. No claim is changed, ordered or weighed by them.
    """
    run = chosen(ledger=ledger, quiet=quiet, no_color=no_color)
    if given is None:
        if since or because:
            message = "--because and --from go with a grade: A to F for a source, 1 to 6 for a claim."
            raise typer.BadParameter(message)
        _history(run, form, subject, (as_of, known_by))
        return
    if as_of or known_by:
        message = "--as-of and --known-by look back; a grade is entered now."
        raise typer.BadParameter(message)
    from tacitus.ask.judging import Reason

    _judge(run, (subject, given, since), Reason(because, author_of(author), datetime.now(UTC)))


def grades(
    *,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Form = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """List all grades that you gave and did not take back.

    For example:

    tacitus grades

    tacitus grades --as-of 2023-05-16

    With --as-of: for each source the grade that holds for what it published on that day.
    """
    from tacitus.ask.grading import listed
    from tacitus.terminal import grading

    run = chosen(ledger=ledger, quiet=quiet, no_color=no_color)
    with reading(run.ledger, known_by) as view:
        grading.show(listed(view, as_of), form, screen_of(run))


def _history(run: Settings, form: Listing, subject: str, clocks: tuple[AsOf, KnownBy]) -> None:
    from tacitus.ask.grading import history
    from tacitus.terminal import grading

    as_of, known_by = clocks
    with reading(run.ledger, known_by) as view:
        grading.show_history(history(view, subject, as_of), form, screen_of(run))


def _judge(run: Settings, wanted: tuple[str, str, date | None], reason: Reason) -> None:
    from tacitus.ask.grading import graded
    from tacitus.terminal import grading

    with closing(opened(run.ledger, create=False)) as store:
        view = store.view()
        made = graded(view, *wanted, reason)
        with store.writer() as writer:
            writer.judge(made.past[0].judgement)
    screen_of(run).line(grading.told(made))
