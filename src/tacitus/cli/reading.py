"""`tacitus read` and `tacitus parts`: reports in, claims or one layer out."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.options import (
    GazetteerFile,
    Inputs,
    Ledger,
    MinConfidence,
    NoColor,
    Quiet,
    author_of,
    chosen,
    day,
    opened,
    screen_of,
)
from tacitus.config import DEFAULT_LEDGER, Part
from tacitus.export.form import Format

if TYPE_CHECKING:
    from tacitus.read.inputs import ReadOptions


def read(
    inputs: Inputs,
    *,
    published: Annotated[
        date | None,
        typer.Option(
            "--published", metavar="DATE", parser=day, help="Day of publication; wins over what the file says."
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
    min_confidence: MinConfidence = 0.0,
    ledger: Ledger = DEFAULT_LEDGER,
    gazetteer: GazetteerFile = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Read reports, record their claims in the ledger, and show them.

    For example:

    tacitus read report.html --outlet "Meridian Wire" --published 2023-05-15

    tacitus read reports/ --format csv > claims.csv

    Text, Markdown, web pages and JSON Lines are read. A report that the ledger holds already adds nothing. Entities
    that are one, and reports of one incident, are joined at the end (tacitus entities, tacitus incidents).
    """
    from tacitus.intake import Intake, Tally
    from tacitus.pipeline import default_reader
    from tacitus.resolving import resolve
    from tacitus.terminal import deciding, entries, gazetteers

    if out is not None and form is Format.TABLE:
        message = "a table is for the screen. Allowed with --out: json, jsonl, csv."
        raise typer.BadParameter(message, param_hint="--format")
    run = chosen(ledger=ledger, gazetteer=gazetteer, quiet=quiet, no_color=no_color)
    screen, tally = screen_of(run), Tally()
    with closing(opened(ledger)) as store, screen.progress("Reading"):
        reader = default_reader(gazetteer=gazetteers.found(run, screen))
        intake = Intake(reader, store, lambda: datetime.now(UTC), author_of(None))
        results = intake.take(inputs, _options(published, outlet))
        found = entries.sure(entries.watched(results, tally, screen), min_confidence, tally)
        if out is None:
            entries.write(found, form or Format.TABLE, screen)
        else:
            entries.save(found, form or Format.JSON, out, screen)
        screen.step("resolving")
        resolved = deciding.watched(resolve(store, lambda: datetime.now(UTC)), screen)
    screen.note(f"{entries.summary(tally, ledger)}{deciding.appended(resolved)}")
    raise typer.Exit(tally.exit_code)


def _options(published: date | None, outlet: str | None) -> ReadOptions:
    """Return what is known of the inputs, with clock and tool for the records of their capture."""
    from tacitus import __version__
    from tacitus.read.inputs import ReadOptions

    return ReadOptions(
        published=published,
        outlet=outlet,
        stdin=sys.stdin.buffer,
        clock=lambda: datetime.now(UTC),
        tool=f"tacitus/{__version__}",
    )


def parts(
    part: Annotated[
        Part,
        typer.Argument(
            metavar="PART", help="alike, counts, mentions, places, relations, speech or times.", show_default=False
        ),
    ],
    inputs: Inputs,
    *,
    why: Annotated[bool, typer.Option("--why", help="alike: the reasons behind each score.")] = False,
    gazetteer: GazetteerFile = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Run one part of the reader and write JSON Lines: {"id", "spans"} for each document. Nothing is recorded.

    The part alike reads no documents but lists of pairs of names: tab-separated, with the columns name1 and name2. It
    writes how likely they mean the same, 0 to 1, one line a pair.

    For example:

    tacitus parts mentions reports.jsonl

    tacitus parts speech reports.jsonl > speech.jsonl

    tacitus parts places reports.jsonl --gazetteer mine.db

    tacitus parts alike pairs.tsv --why

    Offsets count code points of the text that was read; for JSON Lines that is the text of the line.
    """
    from tacitus.parts import Tools, scores_of, take
    from tacitus.read.inputs import ReadOptions, read_inputs
    from tacitus.terminal import entries, gazetteers

    run = chosen(gazetteer=gazetteer, quiet=quiet, no_color=no_color)
    screen = screen_of(run)
    if part is Part.ALIKE:
        pairs = (line for path in inputs for line in scores_of(path, is_told_why=why))
        raise typer.Exit(entries.write_lines(pairs, screen))
    if why:
        message = f"{part} has no reasons to tell. Allowed with --why: alike."
        raise typer.BadParameter(message, param_hint="--why")
    tools = Tools(make_gazetteer=lambda: gazetteers.needed(run, screen))
    with screen.progress("Reading"):
        items = read_inputs(inputs, ReadOptions(stdin=sys.stdin.buffer))
        code = entries.write_rows(take(items, part, tools), screen)
    raise typer.Exit(code)
