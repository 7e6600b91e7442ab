"""`tacitus incidents` and `tacitus compare`: reports of one happening, and their accounts side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from tacitus.cli.options import AsOf, KnownBy, Ledger, NoColor, Quiet, Since, Until, chosen, reading, screen_of
from tacitus.config import DEFAULT_LEDGER, Listing, Rows


def incidents(
    *,
    about: Annotated[
        str | None, typer.Option("--about", metavar="NAME", help="Whom, what or where: a name in any role.")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
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
    from tacitus.terminal.answers import tell_undated

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with reading(ledger, known_by) as view:
        shown.show(asked.incidents(view, about, since, until, as_of), form, screen)
        if as_of is not None:
            tell_undated(asked.undated(view, about, since, until), screen)


def compare(
    incident: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="The id of an incident, or how it begins.", show_default=False)
    ],
    *,
    as_of: AsOf = None,
    known_by: KnownBy = None,
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
    from tacitus.ask.incidents import compared, undated_of
    from tacitus.terminal.accounts import show_comparison
    from tacitus.terminal.answers import tell_undated

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with reading(ledger, known_by) as view:
        found = compared(view, incident, as_of)
        show_comparison(found, form, screen)
        if as_of is not None:
            tell_undated(undated_of(view, found.incident), screen)
