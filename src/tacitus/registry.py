"""Versioned names for parts that can be replaced, found by entry point and imported on first use."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Generic, TypeVar

from tacitus.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass(slots=True)
class Registry(Generic[T]):
    """Factories of one kind of part, by name. Built-in parts come through the same door as those of other packages.

    Attributes:
        group: Entry-point group in which packages declare their parts ("tacitus.engines").
        what: What a part is called in messages ("engine").
    """

    group: str
    what: str
    _added: dict[str, Callable[[], T]] = field(default_factory=dict)

    def add(self, name: str, factory: Callable[[], T]) -> None:
        """Put a factory under a name for this process; it hides an entry point of the same name."""
        self._added[name] = factory

    def names(self) -> tuple[str, ...]:
        """Return every known name, in order."""
        return tuple(sorted({*self._added, *(p.name for p in entry_points(group=self.group))}))

    def make(self, name: str) -> T:
        """Return a new part.

        Raises:
            UnknownNameError: If no package declares the name.
        """
        if name in self._added:
            return self._added[name]()
        for point in entry_points(group=self.group, name=name):
            factory: Callable[[], T] = point.load()
            return factory()
        advice = f"Install a package that declares it under the entry-point group {self.group!r}."
        raise UnknownNameError(self.what, name, self.names(), advice)
