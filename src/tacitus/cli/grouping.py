"""`tacitus incidents` and `tacitus compare`: reports of one happening, and their accounts side by side."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import Annotated

import typer

from tacitus.cli.options import (
    Ledger,
    NoColor,
    Quiet,
    chosen,
    day,
    opened,
    screen_of,
)
from tacitus.config import DEFAULT_LEDGER, Listing, Rows


def incidents(
    *,
    about: Annotated[
        str | None, typer.Option("--about", metavar="NAME", help="Whom, what or where: a name in any role.")
    ] = None,
    since: Annotated[
        date | None, typer.Option("--since", metavar="DATE", parser=day, help="It may touch this day or a later one.")
    ] = None,
    until: Annotated[
        date | None,
        typer.Option("--until", metavar="DATE", parser=day, help="It may touch this day or an earlier one."),
    ] = None,
    form: Annotated[Rows, typer.Option("--format", "-f", help="How to write them.")] = Rows.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """List incidents in time order: what reports tell as one happening, and from how many independent origins.

    For example:

    tacitus incidents --about Mirzakh --since 2023-05-01

    tacitus incidents --format jsonl > incidents.jsonl

    An incident groups claims and changes none. The id of one is what tacitus compare takes.
    """
    from tacitus.ask import incidents as asked
    from tacitus.terminal import incidents as shown

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        shown.show(asked.incidents(store.view(), about, since, until), form, screen)


def compare(
    incident: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="The id of an incident, or how it begins.", show_default=False)
    ],
    *,
    form: Annotated[Listing, typer.Option("--format", "-f", help="How to write it.")] = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Set the accounts of an incident side by side: who agrees, contradicts, refines, updates, denies or is silent.

    For example:

    tacitus compare i41d9ab30c22f7e1a

    tacitus compare i41d9 --format json

    Reprints of one report count as one origin.
    """
    from tacitus.ask.incidents import compared
    from tacitus.terminal.accounts import show_comparison

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        show_comparison(compared(store.view(), incident), form, screen)
