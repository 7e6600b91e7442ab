"""The time that a text told last, on which "two days later" and "the next day" lean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tacitus.model.when import Precision

if TYPE_CHECKING:
    from tacitus.extract.scene import Scene
    from tacitus.model.when import When

_BACK = 1  # sentences back to a day of which nothing is told that makes a claim


class LastTold:
    """The times of a text, heard sentence by sentence, and those of its events, noted one by one."""

    def __init__(self) -> None:
        """Begin with none."""
        self._days: dict[int, When] = {}
        self._at = -1
        self._when: When | None = None

    def hear(self, scene: Scene) -> None:
        """Keep the last day that a sentence names."""
        for time in scene.times:
            if time.when is not None and time.when.precision is Precision.DAY:
                self._days[scene.tree.index] = time.when

    def note(self, sentence: int, when: When | None) -> None:
        """Keep the time of an event."""
        if when is not None:
            self._at, self._when = sentence, when

    def before(self, sentence: int) -> When | None:
        """Return the time on which a sentence leans: that of the last event, or the day named since; None for none."""
        for at in range(sentence - 1, max(self._at, sentence - _BACK - 1), -1):
            if at in self._days:
                return self._days[at]
        return self._when
