"""`tacitus search`: where words stand, in claims and in the texts of reports."""

from __future__ import annotations

from typing import Annotated

import typer

from tacitus.cli.options import AsOf, KnownBy, Ledger, NoColor, Page, Quiet, chosen, reading, screen_of
from tacitus.config import DEFAULT_LEDGER, Listing
from tacitus.errors import InvalidValueError


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS", help='Words that all must stand there; "in quotes" as one.', show_default=False
        ),
    ],
    *,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")] = 20,
    page: Page = 1,
    form: Annotated[Listing, typer.Option("--format", "-f", help="How to write it.")] = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Find words in the quotes of claims and the paragraphs of reports, those that were entered last first.

    For example:

    tacitus search market shelling

    tacitus search '"Highland Front" ceasefire' --as-of 2023-05-20

    Case, accents, Arabic vowel marks and forms of letters do not matter.
    """
    from tacitus.ledger.search_words import phrases
    from tacitus.terminal.answers import tell_more
    from tacitus.terminal.search import show_hits, tell_unsearched

    wanted = " ".join(words)
    if not phrases(wanted):
        raise InvalidValueError("search", wanted, "at least one word, letters or digits")
    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with reading(ledger, known_by) as view:
        found = view.search(wanted, limit + 1, (page - 1) * limit, as_of)
        show_hits(found[:limit], form, screen)
        tell_more(page, screen, has_more=len(found) > limit)
        if as_of is not None:
            tell_unsearched(sum(row.published is None for row in view.documents()), screen)
