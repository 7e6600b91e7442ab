"""`tacitus same`, `different`, `undo`, `entities` and `resolve`: which entities of several reports are one."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.options import (
    AsOf,
    Author,
    Because,
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
from tacitus.config import DEFAULT_LEDGER, Listing
from tacitus.model.judgement import Verdict

if TYPE_CHECKING:
    from tacitus.config import Settings

One = Annotated[str, typer.Argument(metavar="A", help="A name, or the key of an entity.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="B", help="Another one.", show_default=False)]


def same(
    one: One,
    other: Other,
    *,
    because: Because,
    author: Author = None,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Judge that two entities are one: a group under two names, a person in two spellings.

    For example:

    tacitus same "Highland Front" "Orvand Mountain Front" --because "The statement of 3 June signs with both names."

    The judgement is added to the ledger and can be taken back: tacitus undo. No claim is changed.
    """
    run = chosen(ledger=ledger, quiet=quiet, no_color=no_color)
    _judge((one, other), Verdict.SAME, (because, author), run)


def different(
    one: One,
    other: Other,
    *,
    because: Because,
    author: Author = None,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Judge that two entities are two, whatever rules make of their names.

    For example:

    tacitus different n3c41d9ab30c22f7 n77e1ab30c22f741d --because "One commands in Orvand, the other died in 2019."

    Keys are listed by: tacitus entities --about NAME.
    """
    run = chosen(ledger=ledger, quiet=quiet, no_color=no_color)
    _judge((one, other), Verdict.DIFFERENT, (because, author), run)


def undo(
    judgement: Annotated[
        str, typer.Argument(metavar="JUDGEMENT", help="The id of a judgement or alias list.", show_default=False)
    ],
    *,
    because: Annotated[str, typer.Option("--because", metavar="WORDS", help="Why.")] = "taken back",
    author: Author = None,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Take a judgement back, a person's or a rule's, or a list of aliases. The ledger keeps both.

    For example:

    tacitus undo j41d9ab30c22f7e1

    An undoing can be undone too.
    """
    from tacitus.ask.judging import Reason, taken_back

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        reason = Reason(because, author_of(author), datetime.now(UTC))
        made, said = taken_back(store.view(), judgement, reason)
        with store.writer() as writer:
            for one in made:
                writer.judge(one)
    screen.line(f"{made[0].id}: taken back: {said}")
    if made[1:]:
        screen.line(f"With it {len(made) - 1} judgements that rested on it alone.")


def entities(
    *,
    unsure: Annotated[
        bool, typer.Option("--unsure", help="Only pairs that wait for a decision, the most valuable first.")
    ] = False,
    judgements: Annotated[
        bool, typer.Option("--judgements", help="The judgements in effect, with their ids and reasons.")
    ] = False,
    about: Annotated[
        str | None, typer.Option("--about", metavar="NAME", help="Only entities that this name may mean.")
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")] = 20,
    form: Annotated[Listing, typer.Option("--format", "-f", help="How to write it.")] = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """List the named entities of all reports, each with its names; or the pairs that somebody should decide on.

    For example:

    tacitus entities --about Rask

    tacitus entities --unsure

    Those of most documents come first.
    """
    from tacitus.ask import grouping
    from tacitus.terminal import answers, deciding

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with reading(ledger, known_by) as view:
        if judgements:
            deciding.show_judgements(grouping.judged(view, about, as_of)[:limit], form, screen)
        elif unsure:
            deciding.show_pairs(grouping.undecided(view, about, as_of)[:limit], form, screen)
        else:
            deciding.show_entities(grouping.entities(view, about, as_of)[:limit], form, screen)
        if as_of is not None:
            answers.tell_undated(grouping.undated(view, about), screen)


def resolve(
    *,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Find out which entities of the ledger are one, and which reports tell of one incident.

    For example:

    tacitus resolve --ledger old.db

    Reading does it for new reports; this does it for those that an earlier version of Tacitus read.
    """
    from tacitus.resolving import resolve as resolved
    from tacitus.terminal import deciding

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store, screen.progress("Resolving"):
        found = deciding.watched(resolved(store, lambda: datetime.now(UTC)), screen)
    screen.line(deciding.summary(found))


def _judge(pair: tuple[str, str], verdict: Verdict, reason: tuple[str, str | None], run: Settings) -> None:
    from tacitus.ask.judging import Reason, compared
    from tacitus.terminal import deciding

    because, author = reason
    with closing(opened(run.ledger, create=False)) as store:
        made = compared(store.view(), pair, verdict, Reason(because, author_of(author), datetime.now(UTC)))
        with store.writer() as writer:
            writer.judge(made.judgement)
    screen_of(run).line(deciding.told(made))
