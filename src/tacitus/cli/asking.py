"""`tacitus show`, `tacitus claims`, `tacitus explain` and `tacitus problems`: what the ledger holds."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import Annotated

import typer

from tacitus.cli.options import (
    Ledger,
    MinConfidence,
    NoColor,
    Output,
    Quiet,
    chosen,
    day,
    opened,
    screen_of,
)
from tacitus.config import DEFAULT_LEDGER, Listing
from tacitus.export.form import Format
from tacitus.model.ontology import ROLES, Certainty


def _types(begun: str) -> list[str]:
    """Return the claim types that complete what was typed."""
    return [name for name in ROLES if name.startswith(begun)]


def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME_OR_ID", help="A name, or the id of a document or claim.", show_default=False)
    ],
    *,
    as_of: Annotated[
        date | None,
        typer.Option("--as-of", metavar="DATE", parser=day, help="Only what was published on this day or before."),
    ] = None,
    known_by: Annotated[
        date | None,
        typer.Option(
            "--known-by", metavar="DATE", parser=day, help="Only what the ledger held when this day (UTC) ended."
        ),
    ] = None,
    min_confidence: MinConfidence = 0.0,
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
    from tacitus.terminal import answers

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        view = store.view(end_of_day(known_by) if known_by else None)
        answers.show_file(entity.show(view, name, as_of, min_confidence or None), form, screen)


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
        date | None, typer.Option("--since", metavar="DATE", parser=day, help="It may touch this day or a later one.")
    ] = None,
    until: Annotated[
        date | None,
        typer.Option("--until", metavar="DATE", parser=day, help="It may touch this day or an earlier one."),
    ] = None,
    min_confidence: MinConfidence = 0.0,
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
    from tacitus.terminal import answers

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    query = ClaimQuery(
        type=kind,
        source=source,
        certainty=certainty,
        about=name,
        since=since,
        until=until,
        min_confidence=min_confidence,
    )
    with closing(opened(ledger, create=False)) as store:
        answers.show_claims(find(store.view(), query).claims, form, screen)


def explain(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM_ID", help="The id of a claim, or how it begins.", show_default=False)
    ],
    *,
    form: Annotated[Listing, typer.Option("--format", "-f", help="How to write it.")] = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Tell which step, rule or score made each part of a claim, on which words.

    For example:

    tacitus explain c41d9ab30c22f7e1

    tacitus explain c41d9 --format json

    Lists in the formats json, jsonl and csv hold the ids of claims.
    """
    from tacitus.ask.explain import explained
    from tacitus.terminal import explaining

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        explaining.show(explained(store.view(), claim), form, screen)


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
    from tacitus.terminal import answers

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        answers.show_problems(store.view().problems(), form, screen)
