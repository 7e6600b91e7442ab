"""`tacitus show`, `tacitus claims`, `tacitus explain` and `tacitus problems`: what the ledger holds."""

from __future__ import annotations

from typing import Annotated

import typer

from tacitus.cli.options import (
    AsOf,
    Graded,
    InReview,
    KnownBy,
    Ledger,
    MinConfidence,
    NoColor,
    Output,
    Page,
    Quiet,
    Since,
    Until,
    chosen,
    reading,
    screen_of,
)
from tacitus.config import DEFAULT_LEDGER, Listing
from tacitus.export.form import Format
from tacitus.model.ontology import ROLES, Certainty


def _types(begun: str) -> list[str]:
    """Return the claim types that complete what was typed."""
    return [name for name in ROLES if name.startswith(begun)]


Type = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", autocompletion=_types, help="A type of claim: airstrike, leads …"),
]
Source = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="Who says so: a speaker, or the outlet itself.")
]
HowSure = Annotated[Certainty | None, typer.Option("--certainty", help="How surely its source puts it.")]
About = Annotated[str | None, typer.Option("--about", metavar="NAME", help="Whom or what it speaks of, in any role.")]
Where = Annotated[
    str | None,
    typer.Option("--where", metavar="EXPRESSION", help="A condition: 'killed >= 20 and not place = Mirzakh'."),
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many.")]


def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME_OR_ID", help="A name, or the id of a document or claim.", show_default=False)
    ],
    *,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    min_confidence: MinConfidence = 0.0,
    review: InReview = None,
    grades: Graded = False,
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
    from tacitus.terminal import answers

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with reading(ledger, known_by) as view:
        found = entity.show(view, name, as_of, min_confidence or None, review)
        answers.show_file(found, form, screen, answers.beside(view, answers.shown(found), is_graded=grades))
        answers.tell_waiting(view, screen)


def claims(
    *,
    kind: Type = None,
    source: Source = None,
    certainty: HowSure = None,
    name: About = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    min_confidence: MinConfidence = 0.0,
    where: Where = None,
    limit: Limit = None,
    page: Page = 1,
    review: InReview = None,
    grades: Graded = False,
    form: Output = Format.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """List claims of the ledger, in time order.

    For example:

    tacitus claims --type airstrike --since 2019-06-01

    tacitus claims --about Wagner --certainty denied --format jsonl

    tacitus claims --where 'killed >= 20 and not place = Mirzakh' --limit 50

    All conditions must hold. A claim without a time counts by its day of publication.
    """
    from tacitus.ask.query import ClaimQuery, find
    from tacitus.ask.reviewing import states
    from tacitus.ask.where.parse import read
    from tacitus.terminal import answers

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    query = ClaimQuery(
        type=kind,
        source=source,
        certainty=certainty,
        about=name,
        since=since,
        until=until,
        as_of=as_of,
        limit=limit,
        min_confidence=min_confidence,
        skip=_skipped(page, limit),
        where=read(where) if where is not None else None,
        review=review,
    )
    with reading(ledger, known_by) as view:
        found = find(view, query, states(view) if where is not None else None)
        answers.show_claims(found.claims, form, screen, answers.beside(view, found.claims, is_graded=grades))
        answers.tell_more(page, screen, has_more=found.has_more)
        answers.tell_undated(found.undated, screen)
        if name is not None or source is not None:
            answers.tell_waiting(view, screen)


def _skipped(page: int, limit: int | None) -> int:
    """Return how many claims come before a page."""
    if page > 1 and limit is None:
        message = "a page needs --limit: so many claims are one page."
        raise typer.BadParameter(message, param_hint="--page")
    return (page - 1) * (limit or 0)


def explain(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM_ID", help="The id of a claim, or how it begins.", show_default=False)
    ],
    *,
    as_of: AsOf = None,
    known_by: KnownBy = None,
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
    from tacitus.terminal import answers, explaining

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with reading(ledger, known_by) as view:
        found = explained(view, claim, as_of)
        explaining.show(found, form, screen, answers.beside(view, [found.row]))


def problems(
    *,
    as_of: AsOf = None,
    known_by: KnownBy = None,
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
    from tacitus.ask.problems import met
    from tacitus.terminal import answers

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with reading(ledger, known_by) as view:
        found = met(view, as_of)
        answers.show_problems(found.problems, form, screen)
        answers.tell_dateless(found.undated, screen)
