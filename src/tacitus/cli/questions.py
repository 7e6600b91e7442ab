"""`tacitus ask`: a question in plain English, answered with what the reports say."""

from __future__ import annotations

from typing import Annotated

import typer

from tacitus.cli.options import AsOf, KnownBy, Ledger, MinConfidence, NoColor, Quiet, chosen, reading, screen_of
from tacitus.config import DEFAULT_LEDGER, Listing


def ask(
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="One question in English, in quotation marks.", show_default=False)
    ],
    *,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    min_confidence: MinConfidence = 0.0,
    form: Annotated[Listing, typer.Option("--format", "-f", help="How to write the answer.")] = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Answer a question with what reports say: who says so, in which words, and who denies it.

    For example:

    tacitus ask "Who leads Hurras al-Din?" --as-of 2019-09-01

    tacitus ask "How many died in Mirzakh, and according to whom?"

    tacitus ask "Who says that the Front shelled the market, and who denies it?"

    Exit code 1: the question could not be read, or the ledger holds nothing on it.
    """
    from datetime import UTC, datetime

    from tacitus.ask.question.answer import answer
    from tacitus.ask.question.reading import understand
    from tacitus.pipeline import ENGINES
    from tacitus.terminal import questions
    from tacitus.terminal.answers import tell_waiting

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with reading(ledger, known_by) as view:
        today = as_of or known_by or datetime.now(UTC).date()
        understood = understand(question, ENGINES.make("bundled"), view, today, is_dated=as_of is not None)
        pattern = understood.pattern
        least = min_confidence or None
        found = answer(view, pattern, as_of, least, understood.book) if pattern is not None else None
        questions.show(understood, found, form, screen)
        tell_waiting(view, screen)
    if found is None or found.is_empty:
        raise typer.Exit(1)
