"""`tacitus dossier`: what reports say on one subject, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli.options import AsOf, KnownBy, Ledger, NoColor, Quiet, chosen, reading, screen_of
from tacitus.config import DEFAULT_LEDGER


def dossier(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or the key of an entity.", show_default=False)],
    *,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="FILE", help="Where to; .html, .md or .pdf says how.", show_default=False),
    ],
    as_of: AsOf = None,
    known_by: KnownBy = None,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Write what reports say on one group, force, place or office holder, each sentence with the words it stands on.

    For example:

    tacitus dossier "Hurras al-Din" -o hurras.html

    tacitus dossier Mirzakh -o mirzakh.pdf --as-of 2023-05-16

    The same ledger head gives the same file, byte for byte.
    """
    from tacitus.ask.dossier import Asked
    from tacitus.ask.dossier import dossier as made
    from tacitus.export.dossier_files import form_of, write
    from tacitus.terminal.wording import counted

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    form = form_of(out)
    with reading(ledger, known_by) as view:
        found = made(view, name, Asked(view.head(), as_of, known_by))
    write(form(found), out)
    sentences = counted(sum(1 for _ in found.sentences()), "sentence")
    screen.note(f"{out}: {sentences} from {counted(found.basis.documents, 'report')}.")
