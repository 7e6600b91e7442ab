"""How a PostgreSQL server is reached: settings of the connection, and errors that say what to do."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import NullPool, create_engine
from sqlalchemy.event import listen
from sqlalchemy.exc import SQLAlchemyError

from tacitus.ledger.postgres_errors import explained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from tacitus.ledger.postgres_address import Address

#: Seconds to wait for a server to answer, unless the address says `connect_timeout`.
_ANSWER = 10
#: Seconds after which the server gives up a program that stopped in the middle of a transaction, as in a debugger:
#: all other writers wait for it.
_IDLE = 300


def engine_for(place: Address, patience: float) -> Engine:
    """Return what makes connections to a ledger.

    Args:
        place: Where it is.
        patience: Seconds to wait for another program's lock.
    """
    settings = {
        "search_path": f"{place.schema}, pg_temp",  # nobody's temporary table comes before ours
        "lock_timeout": f"{max(1, round(patience * 1000))}ms",
        "idle_in_transaction_session_timeout": f"{_IDLE}s",
        "plan_cache_mode": "force_custom_plan",  # a rare and a common name want different plans
        "jit": "off",  # compiling takes longer than our queries
        "synchronous_commit": "on",  # what was acknowledged survives a power cut, whatever the server's default
    }

    def prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - SQLAlchemy's wrapper of a driver's connection
        with connection.cursor() as cursor:
            calls = ", ".join(["set_config(%s, %s, false)"] * len(settings))
            cursor.execute(f"SELECT {calls}", [word for pair in settings.items() for word in pair])
        connection.commit()

    asked = {"connect_timeout": _ANSWER} if "connect_timeout" not in place.url.query else {}
    engine = create_engine(
        place.url,
        connect_args={"application_name": "tacitus", **asked},
        hide_parameters=True,  # an error that nobody explains shows no words of reports
        isolation_level="AUTOCOMMIT",  # transactions begin where `PostgresDatabase` says so
        poolclass=NullPool,  # one connection, made anew when it was lost
    )
    listen(engine, "connect", prepare)
    return engine


def driver_of(connection: Connection) -> psycopg.Connection:
    """Return psycopg's connection below SQLAlchemy's, for what SQLAlchemy has no words for: scripts and COPY."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)  # noqa: S101 - the address's driver name says so
    return driver


@contextmanager
def explaining(place: Address) -> Iterator[None]:
    """Raise errors of the ledger instead of those of SQLAlchemy and psycopg, where they say more."""
    try:
        yield
    except (SQLAlchemyError, psycopg.Error) as error:
        better = explained(place.shown, error)
        if better is error:
            raise
        raise better from error
