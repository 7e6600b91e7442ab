"""`tacitus review`: what people make of single claims."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from enum import StrEnum
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
    opened,
    reading,
    screen_of,
)
from tacitus.config import DEFAULT_LEDGER, Listing
from tacitus.model.judgement import Verdict

if TYPE_CHECKING:
    from tacitus.ask.judging import Reason
    from tacitus.config import Settings


class Answer(StrEnum):
    """What a reviewer says of a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"


def review(
    claim: Annotated[
        str | None, typer.Argument(metavar="CLAIM", help="The id of a claim, or how it begins.", show_default=False)
    ] = None,
    answer: Annotated[
        Answer | None, typer.Argument(metavar="[accept|reject|edit]", help="What you say of it.", show_default=False)
    ] = None,
    *,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="PART=VALUE", help="With edit: what is to be read instead; may stand often."),
    ] = None,
    because: Annotated[str, typer.Option("--because", metavar="WORDS", help="The reason; a review needs one.")] = "",
    author: Author = None,
    wants_next: Annotated[
        bool, typer.Option("--next", help="List the claims that are most worth a look instead.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="With --next: at most so many.")] = 10,
    about: Annotated[
        str | None, typer.Option("--about", metavar="NAME", help="With --next: only what speaks of this name.")
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Annotated[Listing, typer.Option("--format", "-f", help="How to write it.")] = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Accept or reject a claim, or say how it should read; or show what people said of it.

    For example:

    tacitus review c41d9ab accept --because "Read beside the report."

    tacitus review c41d9ab edit --set killed=9..12 --set time=2019-08-31 --because "The next sentence says so."

    tacitus review c41d9ab

    The claim itself never changes, and a review can be taken back: tacitus undo.
    """
    run = chosen(ledger=ledger, quiet=quiet, no_color=no_color)
    if wants_next == (claim is not None):
        message = "Give one of the two: a CLAIM to review or to look up, or --next for a list."
        raise typer.BadParameter(message)
    if answer is None and (settings or because):
        message = "--set and --because go with a CLAIM and one of accept, reject, edit."
        raise typer.BadParameter(message)
    if claim is None:
        _queue(run, form, (limit, about), (as_of, known_by))
    elif answer is None:
        _history(run, form, claim, (as_of, known_by))
    else:
        if as_of or known_by:
            message = "--as-of and --known-by look back; a review is entered now."
            raise typer.BadParameter(message)
        from tacitus.ask.judging import Reason

        _judge(run, (claim, answer, settings or []), Reason(because, author_of(author), datetime.now(UTC)))


def _queue(run: Settings, form: Listing, wanted: tuple[int, str | None], clocks: tuple[AsOf, KnownBy]) -> None:
    from tacitus.ask.worth import worth_a_look
    from tacitus.terminal import reviewing

    as_of, known_by = clocks
    with reading(run.ledger, known_by) as view:
        reviewing.show_queue(worth_a_look(view, *wanted, as_of), form, screen_of(run))


def _history(run: Settings, form: Listing, claim: str, clocks: tuple[AsOf, KnownBy]) -> None:
    from tacitus.ask.reviewing import reviewed
    from tacitus.terminal import reviewing

    as_of, known_by = clocks
    with reading(run.ledger, known_by) as view:
        reviewing.show_history(reviewed(view, claim, as_of), form, screen_of(run))


def _judge(run: Settings, wanted: tuple[str, Answer, list[str]], reason: Reason) -> None:
    from tacitus.ask.reviewing import judged, reviewed
    from tacitus.terminal import reviewing

    begun, answer, settings = wanted
    with closing(opened(run.ledger, create=False)) as store:
        row = reviewed(store.view(), begun).row
        made = judged(row, Verdict(answer), settings, reason)
        with store.writer() as writer:
            writer.judge(made)
    screen_of(run).line(reviewing.told(row, made))
