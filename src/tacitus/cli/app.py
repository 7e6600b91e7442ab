"""The program: its commands, its version, and how it ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus import __version__
from tacitus.cli import (
    aliases,
    asking,
    custody,
    deciding,
    dossiers,
    gazetteer,
    grading,
    grouping,
    measuring,
    questions,
    reading,
    reviewing,
    searching,
)
from tacitus.errors import TacitusError

if TYPE_CHECKING:
    from collections.abc import Sequence

app = typer.Typer(name="tacitus", no_args_is_help=True, rich_markup_mode="rich", pretty_exceptions_enable=False)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"tacitus {__version__}")
        raise typer.Exit


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


for command in (
    reading.read,
    asking.show,
    asking.claims,
    questions.ask,
    searching.search,
    grouping.incidents,
    grouping.compare,
    dossiers.dossier,
    deciding.entities,
    asking.explain,
    reviewing.review,
    grading.grade,
    grading.grades,
    deciding.same,
    deciding.different,
    deciding.undo,
    deciding.resolve,
    asking.problems,
    custody.verify,
    custody.head,
    custody.rebuild,
    custody.retract,
    reading.parts,
    measuring.evaluate,
):
    app.command()(command)
app.add_typer(aliases.app)
app.add_typer(gazetteer.app)
app.add_typer(custody.redact)
app.add_typer(custody.export)
app.add_typer(custody.import_)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command and exit; errors that Tacitus raises on purpose are told in one line.

    Args:
        args: Words after the program's name; None takes those of the process.
    """
    from tacitus.terminal.streams import fail, use_utf8

    use_utf8()
    try:
        app(args, prog_name="tacitus")
    except TacitusError as error:
        fail(str(error))
        sys.exit(2)
