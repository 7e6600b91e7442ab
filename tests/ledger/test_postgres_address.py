"""Addresses of PostgreSQL ledgers: what they may be, and that no password is ever repeated."""

from __future__ import annotations

import pytest

from tacitus.errors import InvalidValueError
from tacitus.ledger.postgres_address import address, is_address


@pytest.mark.parametrize(
    ("where", "schema", "shown"),
    [
        ("postgresql:///reports", "tacitus", "postgresql:///reports?schema=tacitus"),
        ("postgres://ada@db.example/reports", "tacitus", "postgresql://ada@db.example/reports?schema=tacitus"),
        ("postgresql://ada:pw@h:5433/r?schema=idlib_2", "idlib_2", "postgresql://ada@h:5433/r?schema=idlib_2"),
        ("postgresql://ada:p%40w%2F@h/r", "tacitus", "postgresql://ada@h/r?schema=tacitus"),
        ("postgresql://ada@/r?host=/run/pg&schema=x", "x", "postgresql://ada@/run/pg/r?schema=x"),
        ("postgresql://h/r?sslmode=require&password=pw", "tacitus", "postgresql://h/r?schema=tacitus"),
        ("postgresql://h/r?host=one&host=two", "tacitus", "postgresql://h/r?schema=tacitus"),
        ("postgresql://", "tacitus", "postgresql:///?schema=tacitus"),
    ],
)
def test_what_an_address_says(where: str, schema: str, shown: str) -> None:
    """The schema is taken out, the rest goes to the server's library."""
    found = address(where)
    assert (found.schema, found.shown) == (schema, shown)
    assert found.url.drivername == "postgresql+psycopg"
    assert "schema" not in found.url.query


def test_the_password_goes_to_the_server_as_it_is() -> None:
    """Percent signs are undone; other parameters stay."""
    found = address("postgresql://ada:p%40w%2F@h/r?sslmode=require&schema=x")
    assert found.url.password == "p@w/"  # noqa: S105 - of nobody
    assert dict(found.url.query) == {"sslmode": "require"}


@pytest.mark.parametrize(
    "where",
    [
        "postgresql://ada:se@cret@h/r",
        "postgresql://ada:secret@h:port/r",
        "postgresql://ada:secret@h:99999999/r",
        "mysql://ada:secret@h/r",
        "secret",
    ],
)
def test_what_is_no_address_is_not_repeated(where: str) -> None:
    """It may hold a password in the wrong place."""
    with pytest.raises(InvalidValueError, match=r"is no address of a PostgreSQL ledger.*%40") as error:
        address(where)
    assert "cret" not in str(error.value)
    assert error.value.__cause__ is None


@pytest.mark.parametrize("schema", ["public", "pg_mine", "Reports", "a-b", "1a", "a" * 64, 'x"; DROP'])
def test_names_of_schemas_that_need_quotes(schema: str) -> None:
    """Or belong to others."""
    with pytest.raises(InvalidValueError, match="name of a ledger's schema"):
        address(f"postgresql://h/r?schema={schema}")


def test_two_schemas_are_refused() -> None:
    """One ledger stands in one."""
    with pytest.raises(InvalidValueError, match="name of a ledger's schema"):
        address("postgresql://h/r?schema=a&schema=b")


def test_each_schema_has_a_lock_of_its_own() -> None:
    """The same one for every program and user; a signed number of 64 bits."""
    one, again, other = (address(f"postgresql://{u}@h/r?schema={s}").lock for u, s in ("aa", "ba", "ab"))
    assert one == again != other
    assert -(2**63) <= one < 2**63


@pytest.mark.parametrize(("where", "is_one"), [("postgres://h/r", True), ("tacitus.db", False), ("postgresql", False)])
def test_paths_are_told_from_addresses(where: str, is_one: bool) -> None:  # noqa: FBT001 - a column of the table
    """By how they begin."""
    assert is_address(where) is is_one
