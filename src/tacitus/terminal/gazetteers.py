"""What the commands say of the gazetteer: how it is made, what it holds, what a name may mean."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tacitus.config import Listing
from tacitus.errors import TacitusError
from tacitus.gazetteer import files
from tacitus.gazetteer.empty import Empty
from tacitus.gazetteer.errors import GazetteerAccessError, PlacesFileError
from tacitus.gazetteer.index import Index
from tacitus.gazetteer.problems import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tacitus.config import Settings
    from tacitus.model.place import Gazetteer, Place
    from tacitus.model.problem import Problem
    from tacitus.terminal.screen import Screen

#: Problems of one file that are told one by one.
_TOLD = 20
_MEGABYTE = 1e6
_NONE = (
    'There is no gazetteer, so places are named and not placed. Get one: pip install "tacitus-ledger[geo]", or'
    " tacitus gazetteer add FILE."
)


def found(run: Settings, screen: Screen) -> Gazetteer | None:
    """Return the gazetteer of a run, made now if it can be; None when there is none. What is in the way is noted.

    Raises:
        TacitusError: If the user named a file for it that cannot be used.
    """
    try:
        opened = files.open_gazetteer(run.gazetteer, screen.note)
    except TacitusError as error:
        if run.is_gazetteer_named:
            raise
        screen.note(f"{error} Going on without it.")
        return None
    if opened is None and run.is_gazetteer_named:
        raise GazetteerAccessError(run.gazetteer, "is not there", "Make it: tacitus gazetteer add FILE.")
    return opened


def needed(run: Settings, screen: Screen) -> Gazetteer:
    """Return the gazetteer of a run that is all about places; without one, say how to get it."""
    opened = found(run, screen)
    if opened is None:
        screen.note(_NONE)
    return opened or Empty()


def build_anew(run: Settings, screen: Screen) -> None:
    """Compile the gazetteer, and say what was added to the old one."""
    lost = _origins(run.gazetteer)
    start = time.perf_counter()
    with screen.progress("Compiling the gazetteer"):
        places = files.build(run.gazetteer)
    screen.note(f"{_places(places)} in {time.perf_counter() - start:.1f} s. Gazetteer: {run.gazetteer}")
    for origin in lost:
        screen.note(f"No longer in it, add it again: tacitus gazetteer add {origin}")


def add_files(added: Sequence[Path], country: str, name: str, run: Settings, screen: Screen) -> int:
    """Add files of places, tell the problems, and return the exit code: 1 if a part could not be used, 3 if nothing."""
    files.prepare(run.gazetteer, screen.note)
    problems = usable = 0
    for file in added:
        with screen.progress(f"Adding {file}"):
            try:
                places, count = files.add_file(run.gazetteer, file, country, name)
            except PlacesFileError as error:
                screen.problem(Trouble(error.found, error.advice).at(str(file)))
                problems += 1
                continue
        usable += 1
        problems += len(places.problems)
        _tell(places.problems, screen)
        same = f", {count.same:,} of them known before" if count.same else ""
        screen.note(f"{file}: {_places(count.places)}{same}, as source {places.source.name!r}.")
    screen.note(f"Gazetteer: {run.gazetteer}")
    return 3 if not usable else 1 if problems else 0


def show_places(names: Iterable[str], form: Listing, run: Settings, screen: Screen) -> None:
    """Write what names may mean."""
    with closing(_opened(run, screen)) as index:
        if form is Listing.JSON:
            rows = [{"name": name, "places": [place_out(place) for place in index.named(name)]} for name in names]
            screen.json(rows)
            return
        for name in names:
            screen.heading(name)
            for place in index.named(name):
                screen.line(_line(place, index))
            if not index.named(name):
                screen.line("No place of that name.")


def show_info(run: Settings, screen: Screen) -> None:
    """Write what the gazetteer is made from."""
    if not files.is_ready(run.gazetteer):
        raise GazetteerAccessError(run.gazetteer, "is not there", "Make it: tacitus gazetteer build.")
    with closing(Index(run.gazetteer)) as index:
        counts = index.counts()
        screen.heading(str(run.gazetteer))
        screen.line(f"{run.gazetteer.stat().st_size / _MEGABYTE:.1f} MB, {_places(_total(counts))}")
        for source in index.sources():
            kinds = ", ".join(f"{number:,} {kind}" for kind, number in sorted(counts[source.name].items()))
            origin = f", from {source.origin}" if source.origin else ""
            screen.line(f"- {source.name} ({source.version}{origin}): {kinds or 'nothing of its own'}")


def place_out(place: Place) -> dict[str, Any]:
    """Return a place as a JSON object; position in degrees (WGS 84), radius in metres."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": str(place.kind),
        "country": place.country,
        "within": list(place.within),
        "lat": place.point.latitude,
        "lon": place.point.longitude,
        "radius_m": round(place.point.radius),
        "population": place.population,
    }


def _line(place: Place, index: Index) -> str:
    """Return a place in words: what, where, how large."""
    areas = [area.name for identity in place.within if (area := index.place(identity))]
    within = ", ".join((place.name, *areas, *([place.country] if place.country else ())))
    at = f"{place.point.latitude:.4f}, {place.point.longitude:.4f} ± {place.point.radius / 1000:,.0f} km"
    people = f" · {place.population:,} people" if place.population else ""
    return f"- {place.kind} {within} · {at}{people} · {place.id}"


def _opened(run: Settings, screen: Screen) -> Index:
    """Return the gazetteer, which must be there or come to be.

    Raises:
        GazetteerAccessError: If it is not there and cannot be compiled.
    """
    opened = files.open_gazetteer(run.gazetteer, screen.note)
    if opened is None:
        raise GazetteerAccessError(run.gazetteer, "is not there", _NONE)
    return opened


def _origins(path: Path) -> list[str]:
    """Return the files that were added to a gazetteer of this version."""
    if not files.is_ready(path):
        return []
    with closing(Index(path)) as index:
        return [source.origin for source in index.sources() if source.origin]


def _tell(problems: Sequence[Problem], screen: Screen) -> None:
    for problem in problems[:_TOLD]:
        screen.problem(problem)
    if len(problems) > _TOLD:
        last = problems[-1]
        more = Trouble(f"{len(problems) - _TOLD:,} more rows could not be used.", "Mend these, and add it again.")
        screen.problem(more.at(last.place.rpartition(":")[0]))


def _total(counts: dict[str, dict[str, int]]) -> int:
    return sum(sum(kinds.values()) for kinds in counts.values())


def _places(count: int) -> str:
    return f"{count:,} place" if count == 1 else f"{count:,} places"
