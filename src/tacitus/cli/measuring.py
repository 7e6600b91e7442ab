"""`tacitus evaluate`: how well the reader does on texts whose claims people marked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.options import GazetteerFile, MinConfidence, NoColor, Quiet, chosen, screen_of
from tacitus.config import Listing

if TYPE_CHECKING:
    from tacitus.model.problem import Problem


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="A folder of ID.json, or a JSON Lines file.", show_default=False),
    ],
    *,
    texts: Annotated[
        Path | None, typer.Option("--texts", metavar="FILE", help="The reports, when the gold has no texts.")
    ] = None,
    form: Annotated[Listing, typer.Option("--format", "-f", help="How to write the figures.")] = Listing.TABLE,
    min_confidence: MinConfidence = 0.0,
    gazetteer: GazetteerFile = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Read texts whose claims people marked, and tell how many were found and how many are right.

    For example:

    tacitus evaluate gold/

    tacitus evaluate gold.jsonl --texts reports.jsonl --format json > figures.json

    Nothing is recorded. Gold is the JSON that tacitus read --format json writes, corrected by hand.
    """
    from tacitus.evaluate.gold import cases
    from tacitus.evaluate.report import measure
    from tacitus.pipeline import default_reader
    from tacitus.terminal import evaluation, gazetteers

    run = chosen(gazetteer=gazetteer, quiet=quiet, no_color=no_color)
    screen = screen_of(run)
    problems: list[Problem] = []
    with screen.progress("Reading"):
        reader = default_reader(gazetteer=gazetteers.found(run, screen))
        found = evaluation.cases_of(cases(gold, texts), problems, screen)
        report = measure(found, evaluation.watched(reader.read, problems, screen), min_confidence)
        write = evaluation.write_json if form is Listing.JSON else evaluation.write_table
    if report.documents:
        write(report, screen)
    raise typer.Exit(3 if not report.documents else 1 if problems else 0)
