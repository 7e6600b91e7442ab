"""`tacitus gazetteer`: where place names are looked up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli.options import GazetteerFile, NoColor, Quiet, chosen, screen_of
from tacitus.config import Listing

app = typer.Typer(name="gazetteer", no_args_is_help=True, rich_markup_mode="rich")


@app.callback()
def about() -> None:
    """Make, widen and ask the gazetteer: where place names are looked up."""


@app.command()
def build(*, gazetteer: GazetteerFile = None, quiet: Quiet = False, no_color: NoColor = False) -> None:
    """Compile the gazetteer from the packages of the [geo] extra: the towns of GeoNames. Takes some 20 s.

    For example:

    tacitus gazetteer build

    What was added to an older one is told, to be added again.
    """
    from tacitus.terminal import gazetteers

    run = chosen(gazetteer=gazetteer, quiet=quiet, no_color=no_color)
    gazetteers.build_anew(run, screen_of(run))


@app.command()
def add(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="GeoNames, CSV, TSV or GeoJSON.", show_default=False)
    ],
    *,
    country: Annotated[
        str, typer.Option("--country", metavar="XX", help="Country of rows that name none: SY.", show_default=False)
    ] = "",
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="What to call the source; the file's name when not given.")
    ] = "",
    gazetteer: GazetteerFile = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Add files of places, in place of what came from them before.

    For example:

    tacitus gazetteer add SY.zip

    tacitus gazetteer add villages.csv --country SY

    A row that cannot be used is told, and the rest goes in.
    """
    from tacitus.terminal import gazetteers

    if name and len(files) > 1:
        message = "one name is for one file."
        raise typer.BadParameter(message, param_hint="--name")
    run = chosen(gazetteer=gazetteer, quiet=quiet, no_color=no_color)
    raise typer.Exit(gazetteers.add_files(files, country, name, run, screen_of(run)))


@app.command()
def find(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="A name of a place.", show_default=False)],
    *,
    form: Annotated[Listing, typer.Option("--format", "-f", help="How to write what was found.")] = Listing.TABLE,
    gazetteer: GazetteerFile = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Show what names may mean, the places of the most people first.

    For example:

    tacitus gazetteer find Tripoli

    tacitus gazetteer find "Khan Shaykhun" --format json
    """
    from tacitus.terminal import gazetteers

    run = chosen(gazetteer=gazetteer, quiet=quiet, no_color=no_color)
    gazetteers.show_places(names, form, run, screen_of(run))


@app.command()
def info(*, gazetteer: GazetteerFile = None, quiet: Quiet = False, no_color: NoColor = False) -> None:
    """Show where the gazetteer lies, how large it is, and what it was made from.

    For example:

    tacitus gazetteer info
    """
    from tacitus.terminal import gazetteers

    run = chosen(gazetteer=gazetteer, quiet=quiet, no_color=no_color)
    gazetteers.show_info(run, screen_of(run))
