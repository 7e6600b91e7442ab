"""`tacitus verify`, `head`, `rebuild`, `retract`, `redact`, `export` and `import`: the custody of a ledger."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli.options import (
    Author,
    Because,
    Ledger,
    NoColor,
    Quiet,
    author_of,
    chosen,
    opened,
    screen_of,
)
from tacitus.config import DEFAULT_LEDGER, Listing

redact = typer.Typer(
    name="redact", no_args_is_help=True, help="Destroy what is held of a document or of a private person."
)
export = typer.Typer(name="export", no_args_is_help=True, help="Write a ledger to a file, to keep or to move it.")
import_ = typer.Typer(name="import", no_args_is_help=True, help="Take in what was exported.")

Form = Annotated[Listing, typer.Option("--format", "-f", help="How to write it.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be destroyed, and destroy nothing.")]


def verify(
    *,
    head: Annotated[
        str | None, typer.Option("--head", metavar="HASH", help="A hash that tacitus head gave: the log must hold it.")
    ] = None,
    deep: Annotated[
        bool, typer.Option("--deep", help="Compare what is shown with the log too: as long as a rebuild.")
    ] = False,
    form: Form = Listing.TABLE,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Check that nothing in the ledger was changed, dropped or moved since it was recorded.

    For example:

    tacitus verify

    tacitus verify --head 5f0c…

    Every entry of the log and all raw bytes are read. Without --head, entries cut off at the end cannot be told. The
    exit code is 1 when something is wrong; the first bad entry is named.
    """
    from dataclasses import replace

    from tacitus.ledger import verify as verifying
    from tacitus.ledger.deep import shown_as_recorded
    from tacitus.terminal import custody

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store, screen.progress("Verifying"):
        found = verifying.verify(store.books, head)
        if deep and found.is_sound:
            found = replace(found, flaws=shown_as_recorded(store))
    custody.show_verified(found, form, screen)
    raise typer.Exit(0 if found.is_sound else 1)


def head(
    *, form: Form = Listing.TABLE, ledger: Ledger = DEFAULT_LEDGER, quiet: Quiet = False, no_color: NoColor = False
) -> None:
    """Print the hash of the last entry of the log: keep it elsewhere, sign it, or have it time-stamped.

    For example:

    tacitus head

    tacitus head --format json > head.json && gpg --detach-sign head.json

    Whoever has it can prove later that nothing before it was changed: tacitus verify --head HASH.
    """
    from tacitus.terminal import custody

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        custody.show_head(store.books.head(), form, screen)


def rebuild(*, ledger: Ledger = DEFAULT_LEDGER, quiet: Quiet = False, no_color: NoColor = False) -> None:
    """Work everything out from the log again: claims, entities, judgements, search.

    For example:

    tacitus rebuild

    Nothing of the log changes. It mends tables that were damaged or tampered with, and finishes a redaction that was
    cut off.
    """
    from tacitus.ledger import rebuild as rebuilding
    from tacitus.terminal import custody

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store, screen.progress("Rebuilding"):
        done = rebuilding.rebuild(store.books)
    screen.note(custody.rebuilt(done))


def retract(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document.", show_default=False)],
    *,
    because: Because,
    author: Author = None,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Show a document and its claims no longer, from now on; nothing is destroyed.

    For example:

    tacitus retract 9f2c41d9ab30c22f --because "The outlet took the report back."

    What was known before stays to be asked for with --known-by. Reading the report again brings it back.
    """
    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store, store.writer(author_of(author)) as writer:
        writer.retract(document, because, datetime.now(UTC))
    screen.note(f"{document} is shown no longer.")


@redact.command("document")
def redact_document(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document.", show_default=False)],
    *,
    because: Because,
    author: Author = None,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Destroy all that is held of a document, for good: its text, claims and raw bytes.

    For example:

    tacitus redact document 9f2c41d9ab30c22f --because "The witness asked for it."

    The log keeps its entries, which nobody can read any more, and still verifies. Older copies of the ledger and of its
    keys are not reached: docs/redaction.md says what to do about them.
    """
    from tacitus.ledger.redaction import Order
    from tacitus.ledger.redaction import redact_document as destroy
    from tacitus.terminal import custody

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        done = destroy(store.books, document, Order(because, author_of(author), datetime.now(UTC)))
    screen.note(custody.redacted(done))


@redact.command("person")
def redact_person(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A name of the person, or a key.", show_default=False),
    ],
    *,
    because: Because,
    author: Author = None,
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="NAME", help="Another name of the same person; repeatable.")
    ] = None,
    dry_run: DryRun = False,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Black out a private person's names in all that the ledger holds, for good.

    For example:

    tacitus redact person "Mira Rask" --because "She asked for it." --dry-run

    All names that were judged to be the same person's go. Claims stay, without the name; raw bytes of the documents go.
    """
    from tacitus.ask.redacting import members_of, names_of
    from tacitus.ledger.redaction import Order, plan_person
    from tacitus.ledger.redaction import redact_person as destroy
    from tacitus.resolving import resolve
    from tacitus.terminal import custody

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        view = store.view()
        names, members = names_of(view, name) | frozenset(also or ()), members_of(view, name)
        screen.note(f"Names: {'; '.join(sorted(names))}")
        if dry_run:
            screen.note(custody.planned(plan_person(store.books, names, members)))
            return
        done = destroy(store.books, names, Order(because, author_of(author), datetime.now(UTC)), members)
        for _ in resolve(store, lambda: datetime.now(UTC)):
            pass  # masked readings are resolved as any other
    screen.note(custody.redacted(done))


@export.command("ledger")
def export_ledger(
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write; .gz is compressed.")],
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Write the log and the raw bytes as JSON Lines, sealed as they are; keys stay out.

    For example:

    tacitus export ledger -o ledger.jsonl.gz

    With tacitus import it becomes a ledger again, in SQLite or PostgreSQL, with the same head. Whoever is to read it
    needs the file of keys besides.
    """
    from tacitus.export.ledger_lines import save

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store, screen.progress("Exporting"):
        save(store.books, out)
        last = store.books.head()
    screen.note(f"{last.seq:,} entries to {out}; head {last.hash}")


@export.command("raw")
def export_raw(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document.", show_default=False)],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write the bytes.")],
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Write the raw bytes of a document as they came, and tell how they came.

    For example:

    tacitus export raw 9f2c41d9ab30c22f -o report.html

    The bytes are checked against their hash. The record of their capture goes to standard output, as JSON.
    """
    from tacitus.export.files import save_bytes
    from tacitus.ledger.originals import original
    from tacitus.terminal import custody

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger, create=False)) as store:
        found = original(store.books, document)
    save_bytes(out, found.raw)
    custody.show_original(found, screen)


@import_.command("ledger")
def import_ledger(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What export ledger wrote.", show_default=False)],
    *,
    ledger: Ledger = DEFAULT_LEDGER,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Take in an exported ledger: all of it is verified first, then entered.

    For example:

    tacitus import ledger ledger.jsonl.gz --ledger copy.db

    The ledger must be empty or hold the beginning of the same log. Put the file of keys beside it first.
    """
    from tacitus.export.ledger_lines import lines_of
    from tacitus.ledger.moving import take_in
    from tacitus.terminal import custody

    screen = screen_of(chosen(ledger=ledger, quiet=quiet, no_color=no_color))
    with closing(opened(ledger)) as store, screen.progress("Importing"):
        moved = take_in(store.books, lambda: lines_of(file))
    screen.note(custody.moved(moved))
