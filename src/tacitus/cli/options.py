"""Options that several commands have, and what they are made into."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.config import Settings, settings
from tacitus.export.form import Format
from tacitus.model.review import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.ledger.contract import View
    from tacitus.ledger.store import SqlStore
    from tacitus.terminal.screen import Screen


def day(text: str) -> date:
    """Return the day that an option names."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day. Allowed: YYYY-MM-DD, for instance 2019-08-31."
        raise typer.BadParameter(message) from error


Ledger = Annotated[
    str, typer.Option("--ledger", metavar="FILE", help="The ledger: a file that only grows, or postgresql://...")
]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", metavar="DATE", parser=day, help="Only what was published on this day or before."),
]
KnownBy = Annotated[
    date | None,
    typer.Option("--known-by", metavar="DATE", parser=day, help="Only what the ledger held when this day (UTC) ended."),
]
Since = Annotated[
    date | None, typer.Option("--since", metavar="DATE", parser=day, help="It may touch this day or a later one.")
]
Until = Annotated[
    date | None, typer.Option("--until", metavar="DATE", parser=day, help="It may touch this day or an earlier one.")
]
Page = Annotated[int, typer.Option("--page", metavar="K", min=1, help="Which page of so many, from 1.")]
GazetteerFile = Annotated[
    Path | None,
    typer.Option("--gazetteer", metavar="FILE", help="Where place names are looked up.", show_default="yours"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notes; problems are still told.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; NO_COLOR in the environment does the same.")]
Output = Annotated[Format, typer.Option("--format", "-f", help="How to write what was found.")]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="SHARE",
        min=0.0,
        max=1.0,
        help="Only claims at least so sure to be read right, 0 to 1.",
    ),
]
InReview = Annotated[
    State | None, typer.Option("--review", help="Only claims in this state of review.", show_default="any")
]
Graded = Annotated[bool, typer.Option("--grades", help="Your own grades beside them: tacitus grade.")]
Because = Annotated[
    str, typer.Option("--because", metavar="WORDS", help="The reason, for whoever checks it.", show_default=False)
]
Author = Annotated[
    str | None, typer.Option("--author", metavar="NAME", help="Who judges.", show_default="you, by your login name")
]
Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files, folders, or - for standard input.", show_default=False),
]


@contextmanager
def reading(ledger: str, known_by: date | None = None) -> Iterator[View]:
    """Open a ledger that is there to be asked, as it was when a day (UTC) ended or as it is, until the block ends.

    Raises:
        LedgerAccessError: If there is no such file.
        NotALedgerError: If it is something else.
    """
    from tacitus.ledger.clock import end_of_day

    with closing(opened(ledger, create=False)) as store:
        yield store.view(end_of_day(known_by) if known_by else None)


def screen_of(chosen: Settings) -> Screen:
    """Return where a run says what it says."""
    from tacitus.terminal.screen import Screen

    return Screen(chosen)


def chosen(
    *, ledger: str | None = None, gazetteer: Path | None = None, quiet: bool = False, no_color: bool = False
) -> Settings:
    """Return the settings of this run, from its options and the environment."""
    return settings(os.environ, ledger=ledger, gazetteer=gazetteer, no_color=no_color, quiet=quiet)


def opened(ledger: str, *, create: bool = True) -> SqlStore:
    """Return a ledger, open, with its keys from where the environment says.

    Args:
        ledger: Path or address.
        create: Whether to make a missing one.
    """
    from tacitus.ledger.opening import keys_beside, open_store

    run = chosen(ledger=ledger)
    return open_store(ledger, keys=run.keys or keys_beside(ledger, run.keys_folder), create=create)


def author_of(given: str | None) -> str:
    """Return who judges: the one named, else the user of this machine."""
    import getpass

    return given if given is not None else getpass.getuser()
