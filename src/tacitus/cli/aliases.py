"""`tacitus aliases`: lists of names that mean one thing, brought by the user."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

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
from tacitus.config import DEFAULT_LEDGER, AliasFormat, Listing

app = typer.Typer(name="aliases", no_args_is_help=True, rich_markup_mode="rich")


@app.callback()
def about() -> None:
    """Bring lists of names that mean one thing: your own, or those of UCDP, OpenSanctions or Wikidata."""


@app.command()
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list; .gz and .zip too.", show_default=False)],
    *,
    form: Annotated[
        AliasFormat | None,
        typer.Option("--format", "-f", help="What the file is; found by its content when not given."),
    ] = None,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="What to call the list; the file's name when not given.")
    ] = "",
    author: Author = None,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Add a list of aliases to the ledger; names of one entry count as one when reports are resolved.

    For example:

    tacitus aliases add mine.csv

    tacitus aliases add targets.simple.csv --format opensanctions

    What was resolved before is looked at again. Rows that cannot be used are told; the rest goes in.
    """
    from tacitus.terminal import aliases

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger)) as store:
        brought = aliases.Brought(file, form, name, author_of(author), datetime.now(UTC))
        code = aliases.add(brought, store, screen)
    raise typer.Exit(code)


@app.command("list")
def list_(
    *,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Annotated[Listing, typer.Option("--format", "-f", help="How to write it.")] = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """List the lists that were added, with the ids by which they are taken back.

    For example:

    tacitus aliases list

    tacitus undo l41d9ab30c22f7e1 takes one back.
    """
    from tacitus.terminal import aliases

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with reading(ledger, known_by) as view:
        aliases.show(view, form, screen)
    if as_of is not None:
        screen.note("A list of aliases has no day of publication: --as-of leaves all of them; see --known-by.")
