"""The `tacitus` command: options and the order of steps, no logic.

Each command imports what it needs when it runs, so that `tacitus --help` does not load the reader.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus import __version__
from tacitus.config import DEFAULT_LEDGER, Part, settings
from tacitus.errors import TacitusError
from tacitus.export.formats import Format
from tacitus.model.ontology import ROLES, Certainty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.terminal.screen import Screen

app = typer.Typer(name="tacitus", no_args_is_help=True, rich_markup_mode="rich", pretty_exceptions_enable=False)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day. Allowed: YYYY-MM-DD, for instance 2019-08-31."
        raise typer.BadParameter(message) from error


def _types(begun: str) -> list[str]:
    """Return the claim types that complete what was typed."""
    return [name for name in ROLES if name.startswith(begun)]


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"tacitus {__version__}")
        raise typer.Exit


Ledger = Annotated[Path, typer.Option("--ledger", metavar="FILE", help="The ledger: one file that only grows.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notes; problems are still told.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; NO_COLOR in the environment does the same.")]
Output = Annotated[Format, typer.Option("--format", "-f", help="How to write what was found.")]


@app.callback()
def about(
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Show the version and exit.")
    ] = False,
) -> None:
    """Turn reports on armed conflict into sourced claims: who did what to whom, who says so, how surely.

    Begin with: tacitus read REPORT, then: tacitus show NAME.

    Data go to standard output; progress, notes and problems go to standard error. Exit codes: 0 all went well, 1 some
    inputs could not be read, 2 the call was wrong, 3 nothing could be read.
    """


@app.command()
def read(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files, folders, or - for standard input.", show_default=False),
    ],
    *,
    published: Annotated[
        date | None,
        typer.Option(
            "--published", metavar="DATE", parser=_day, help="Day of publication; wins over what the file says."
        ),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Who published it; wins over what the file says.")
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="How to write the claims: table, or json with --out.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write one file a document here, not to the screen.")
    ] = None,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Read reports, record their claims in the ledger, and show them.

    For example:

    tacitus read report.html --outlet "Meridian Wire" --published 2023-05-15

    tacitus read reports/ --format csv > claims.csv

    Text, Markdown, web pages and JSON Lines are read. A report that the ledger holds already adds nothing.
    """
    from tacitus.intake import Intake, Tally
    from tacitus.ledger.sqlite import SqliteStore
    from tacitus.pipeline import default_reader
    from tacitus.read.inputs import ReadOptions
    from tacitus.terminal import entries

    if out is not None and form is Format.TABLE:
        message = "a table is for the screen. Allowed with --out: json, jsonl, csv."
        raise typer.BadParameter(message, param_hint="--format")
    screen, tally = _screen(ledger, quiet=quiet, no_color=no_color), Tally()
    with closing(SqliteStore(ledger)) as store, screen.progress("Reading"):
        intake = Intake(default_reader(), store, lambda: datetime.now(UTC))
        options = ReadOptions(published=published, outlet=outlet, stdin=sys.stdin.buffer)
        found = entries.watched(intake.take(inputs, options), tally, screen)
        if out is None:
            entries.write(found, form or Format.TABLE, screen)
        else:
            entries.save(found, form or Format.JSON, out, screen)
    screen.note(entries.summary(tally, ledger))
    raise typer.Exit(tally.exit_code)


@app.command()
def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME_OR_ID", help="A name, or the id of a document or claim.", show_default=False)
    ],
    *,
    as_of: Annotated[
        date | None,
        typer.Option("--as-of", metavar="DATE", parser=_day, help="Only what was published on this day or before."),
    ] = None,
    known_by: Annotated[
        date | None,
        typer.Option(
            "--known-by", metavar="DATE", parser=_day, help="Only what the ledger held when this day (UTC) ended."
        ),
    ] = None,
    form: Output = Format.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Show what the ledger holds on one person, group or place: its names, and claims in time order.

    For example:

    tacitus show "Hurras al-Din"

    tacitus show Mirzakh --as-of 2023-05-16

    Formats other than table hold the claims alone.
    """
    from tacitus.ask import entity
    from tacitus.ledger.clock import end_of_day
    from tacitus.ledger.sqlite import SqliteStore
    from tacitus.terminal import answers

    screen = _screen(ledger, quiet=quiet, no_color=no_color)
    with closing(SqliteStore(ledger, create=False)) as store:
        view = store.view(end_of_day(known_by) if known_by else None)
        answers.show_file(entity.show(view, name, as_of), form, screen)


@app.command()
def claims(
    *,
    kind: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", autocompletion=_types, help="A type of claim: airstrike, leads …"),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Who says so: a speaker, or the outlet itself.")
    ] = None,
    certainty: Annotated[Certainty | None, typer.Option("--certainty", help="How surely its source puts it.")] = None,
    name: Annotated[
        str | None, typer.Option("--about", metavar="NAME", help="Whom or what it speaks of, in any role.")
    ] = None,
    since: Annotated[
        date | None, typer.Option("--since", metavar="DATE", parser=_day, help="It may touch this day or a later one.")
    ] = None,
    until: Annotated[
        date | None,
        typer.Option("--until", metavar="DATE", parser=_day, help="It may touch this day or an earlier one."),
    ] = None,
    form: Output = Format.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """List claims of the ledger, in time order.

    For example:

    tacitus claims --type airstrike --since 2019-06-01

    tacitus claims --about Wagner --certainty denied --format jsonl

    All conditions must hold. A claim without a time counts by its day of publication.
    """
    from tacitus.ask.query import ClaimQuery, find
    from tacitus.ledger.sqlite import SqliteStore
    from tacitus.terminal import answers

    screen = _screen(ledger, quiet=quiet, no_color=no_color)
    query = ClaimQuery(type=kind, source=source, certainty=certainty, about=name, since=since, until=until)
    with closing(SqliteStore(ledger, create=False)) as store:
        answers.show_claims(find(store.view(), query).claims, form, screen)


@app.command()
def problems(
    *,
    form: Output = Format.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """List what could not be read, where, and what to do about it.

    For example:

    tacitus problems

    tacitus problems --format csv > problems.csv
    """
    from tacitus.ledger.sqlite import SqliteStore
    from tacitus.terminal import answers

    screen = _screen(ledger, quiet=quiet, no_color=no_color)
    with closing(SqliteStore(ledger, create=False)) as store:
        answers.show_problems(store.view().problems(), form, screen)


@app.command()
def parts(
    part: Annotated[Part, typer.Argument(metavar="PART", help="mentions, speech or times.", show_default=False)],
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files, folders, or - for standard input.", show_default=False),
    ],
    *,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Run one part of the reader and write JSON Lines: {"id", "spans"} for each document. Nothing is recorded.

    For example:

    tacitus parts mentions reports.jsonl

    tacitus parts speech reports.jsonl > speech.jsonl

    Offsets count code points of the text that was read; for JSON Lines that is the text of the line.
    """
    from tacitus.parts import Tools, take
    from tacitus.read.inputs import ReadOptions, read_inputs
    from tacitus.terminal import entries

    screen = _screen(DEFAULT_LEDGER, quiet=quiet, no_color=no_color)
    with screen.progress("Reading"):
        items = read_inputs(inputs, ReadOptions(stdin=sys.stdin.buffer))
        code = entries.write_rows(take(items, part, Tools()), screen)
    raise typer.Exit(code)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command and exit; errors that Tacitus raises on purpose are told in one line.

    Args:
        args: Words after the program's name; None takes those of the process.
    """
    from tacitus.terminal.screen import fail, use_utf8

    use_utf8()
    try:
        app(args, prog_name="tacitus")
    except TacitusError as error:
        fail(str(error))
        sys.exit(2)


def _screen(ledger: Path, *, quiet: bool, no_color: bool) -> Screen:
    from tacitus.terminal.screen import Screen

    return Screen(settings(os.environ, ledger=ledger, no_color=no_color, quiet=quiet))
