"""Dossiers as files: the ending of the name says which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.errors import InvalidValueError
from tacitus.export.dossier_html import html
from tacitus.export.dossier_markdown import markdown
from tacitus.export.dossier_pdf import pdf
from tacitus.export.files import CannotWriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tacitus.ask.dossier_parts import Dossier


def form_of(path: Path) -> Callable[[Dossier], bytes]:
    """Return what makes the file that a name asks for.

    Raises:
        InvalidValueError: If the name ends in none of the known ways.
    """
    known: Mapping[str, Callable[[Dossier], bytes]] = {
        ".html": lambda dossier: html(dossier).encode("utf-8"),
        ".md": lambda dossier: markdown(dossier).encode("utf-8"),
        ".pdf": pdf,
    }
    if path.suffix.lower() not in known:
        raise InvalidValueError("file for a dossier", str(path), "a name that ends in .html, .md or .pdf")
    return known[path.suffix.lower()]


def write(content: bytes, path: Path) -> None:
    """Write a file whole, or leave what was there.

    Raises:
        CannotWriteError: If it cannot be written.
    """
    draft = path.with_name(f"{path.name}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise CannotWriteError(path, error.strerror or str(error)) from error
