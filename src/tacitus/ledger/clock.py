"""The record clock: moments in UTC, written so that their order is the order of their letters."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from tacitus.errors import InvalidValueError

#: Later than every moment that can be recorded: what a view "as of now" knows.
FOREVER = "9999-12-31T23:59:59.999999Z"


def utc(moment: datetime) -> datetime:
    """Return the same moment in UTC.

    Raises:
        InvalidValueError: If the moment has no time zone: it would mean another time on every machine.
    """
    if moment.tzinfo is None:
        advice = "Write datetime.now(UTC), or give the zone."
        raise InvalidValueError("recorded time", moment.isoformat(), "a moment with a time zone", advice)
    return moment.astimezone(UTC)


def stamp(moment: datetime | None) -> str:
    """Return a moment as 27 characters, microseconds and Z included; None is `FOREVER`.

    Examples:
        >>> stamp(datetime(2026, 3, 1, 12, tzinfo=UTC))
        '2026-03-01T12:00:00.000000Z'
    """
    if moment is None:
        return FOREVER
    return utc(moment).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def moment(stamped: str) -> datetime:
    """Return the moment that `stamp` wrote."""
    return datetime.fromisoformat(stamped)


def end_of_day(day: date) -> datetime:
    """Return the last microsecond of a day, UTC: "known by 1 March" means by the end of it."""
    return datetime.combine(day, time.max, tzinfo=UTC)
