"""What the parts work with, made when a part first asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tacitus.gazetteer.empty import Empty
from tacitus.pipeline import ENGINES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tacitus.language.analysis import Engine
    from tacitus.model.place import Gazetteer


def _bundled() -> Engine:
    return ENGINES.make("bundled")


@dataclass(frozen=True)
class Tools:
    """What parts share; what a part does not need is not loaded.

    Attributes:
        make_engine: Gives the engine.
        make_gazetteer: Gives what place names are looked up in.
    """

    make_engine: Callable[[], Engine] = _bundled
    make_gazetteer: Callable[[], Gazetteer] = Empty

    @cached_property
    def engine(self) -> Engine:
        """The engine, made once."""
        return self.make_engine()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer, opened once."""
        return self.make_gazetteer()
