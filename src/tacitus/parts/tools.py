"""What the parts work with, made when a part first asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tacitus.pipeline import ENGINES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.language.analysis import Engine


def _bundled() -> Engine:
    return ENGINES.make("bundled")


@dataclass(frozen=True)
class Tools:
    """What parts share; what a part does not need is not loaded.

    Attributes:
        make_engine: Gives the engine.
    """

    make_engine: Callable[[], Engine] = _bundled

    @cached_property
    def engine(self) -> Engine:
        """The engine, made once."""
        return self.make_engine()
