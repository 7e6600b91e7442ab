"""A gazetteer without places: names are found in a text and none can be placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tacitus.model.place import Place


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands for a gazetteer where there is none."""

    version: str = ""

    def named(self, name: str) -> tuple[Place, ...]:  # noqa: ARG002  # the contract of a gazetteer
        """Return no place."""
        return ()

    def place(self, identity: str) -> Place | None:  # noqa: ARG002
        """Return None."""
        return None

    def neighbours(self, country: str) -> frozenset[str]:  # noqa: ARG002
        """Return no country."""
        return frozenset()
