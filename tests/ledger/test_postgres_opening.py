"""Opening a ledger on a PostgreSQL server: versions, rights, and what stands in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from tests.postgres_server import as_superuser

from tacitus.ledger.errors import LedgerAccessError, LedgerVersionError, NotALedgerError
from tacitus.ledger.postgres_address import address
from tacitus.ledger.postgres_database import PostgresDatabase, open_postgres
from tacitus.ledger.postgres_schema import Migration, check_server, steps

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ENTRY = (1, "2026", "A. Reader", "begun", "k", b"sealed", "0" * 64, "1" * 64)


@pytest.fixture
def db(postgres_url: str) -> Iterator[PostgresDatabase]:
    """Yield a new ledger with an entry in its log."""
    with closing(open_postgres(postgres_url, create=True)) as opened:
        with opened.transaction():
            opened.add("log", [ENTRY])
        yield opened


@pytest.fixture
def admin(postgres_server: str, postgres_url: str, db: PostgresDatabase) -> Iterator[psycopg.Connection]:
    """Yield a superuser's connection that looks at the ledger's schema."""
    assert db
    with as_superuser(postgres_server) as connection:
        connection.execute(f"SET search_path TO {address(postgres_url).schema}".encode())
        yield connection


def test_a_ledger_stays_between_two_openings(postgres_url: str, db: PostgresDatabase) -> None:
    """Its version is that of the last step; SQLite's steps before there was a log are none here."""
    with closing(open_postgres(postgres_url, create=False)) as again:
        assert tuple(again.rows("SELECT * FROM log")[0]) == ENTRY
        assert [row[0] for row in again.rows("SELECT version FROM schema_version")] == [s.version for s in steps()]
    assert steps()[0].version == 6
    assert db.value("SELECT count(*) FROM log") == 1


def test_a_missing_ledger_is_not_made_by_one_who_only_reads(postgres_url: str) -> None:
    """The message says how to begin; the schema is not made either."""
    for _ in range(2):
        with pytest.raises(LedgerAccessError, match=r"does not exist\. Read some reports into it first"):
            open_postgres(postgres_url, create=False)


@pytest.mark.parametrize("statement", ["UPDATE log SET author = ''", "DELETE FROM log", "TRUNCATE log"])
def test_the_log_cannot_be_changed(db: PostgresDatabase, admin: psycopg.Connection, statement: str) -> None:
    """Its owner has no right to; a superuser, whom no rights hold, is refused by triggers."""
    with pytest.raises(LedgerAccessError, match="does not let this user do that"):
        db.run(statement)
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="append-only"):
        admin.execute(statement.encode())
    assert tuple(db.rows("SELECT * FROM log")[0]) == ENTRY


@pytest.mark.parametrize("numbers", [[1], [3], [2, 4], [2, 2], [3, 2], [0], [2, *range(3, 40), 41]])
def test_entries_follow_one_another_without_gaps(db: PostgresDatabase, numbers: list[int]) -> None:
    """Whoever writes them, and however many at once."""
    rows = [(number, *ENTRY[1:]) for number in numbers]
    with pytest.raises(psycopg.errors.IntegrityError), db.transaction():
        db.add("log", rows)
    with db.transaction():
        db.add("log", [(number, *ENTRY[1:]) for number in range(2, 60)])
    assert db.value("SELECT max(seq) FROM log") == 59


def test_a_server_that_may_only_be_read(postgres_url: str, db: PostgresDatabase) -> None:
    """As a copy of it that follows, or one that an administrator has locked."""
    assert db
    with closing(open_postgres(f"{postgres_url}&options=-cdefault_transaction_read_only=on", create=True)) as locked:
        assert locked.value("SELECT count(*) FROM log") == 1
        with pytest.raises(LedgerAccessError, match="can be read but not written"), locked.transaction():
            locked.add("log", [(2, *ENTRY[1:])])


def test_a_newer_ledger_is_refused(postgres_url: str, db: PostgresDatabase) -> None:
    """When it is opened, and when it became newer while it was open: an old program would not know what to keep."""
    db.run("INSERT INTO schema_version (version) VALUES (99)")
    with pytest.raises(LedgerVersionError, match=r"has schema version 99.*Update Tacitus"):
        open_postgres(postgres_url, create=False)
    with pytest.raises(LedgerVersionError, match="Start this program again"), db.transaction():
        db.add("log", [(2, *ENTRY[1:])])
    assert db.value("SELECT count(*) FROM log") == 1


def test_an_older_ledger_is_brought_up_to_date_whole(postgres_url: str, db: PostgresDatabase) -> None:
    """All steps or none: a failing one leaves the old version in place."""
    second = Migration(90, "CREATE TABLE review (key BIGINT);")
    third = Migration(91, "INSERT INTO review VALUES (1); INSERT INTO nowhere VALUES (1);")
    with pytest.raises(psycopg.errors.UndefinedTable, match="nowhere"):
        open_postgres(postgres_url, (*steps(), second, third), create=False)
    assert db.value("SELECT to_regclass('review')") is None
    open_postgres(postgres_url, (*steps(), second), create=False).close()
    assert db.value("SELECT max(version) FROM schema_version") == 90
    assert db.value("SELECT count(*) FROM review") == 0
    assert db.value("SELECT count(*) FROM log") == 1


def test_a_schema_of_another_program(postgres_server: str, postgres_url: str) -> None:
    """It is told apart and left as it is, also when it counts its versions in a table of the same name."""
    schema = address(postgres_url).schema
    with psycopg.connect(postgres_server, autocommit=True) as owner:
        owner.execute(f"CREATE SCHEMA {schema}".encode())
        for made in ("note (words text)", "schema_version (version text)"):
            owner.execute(f"CREATE TABLE {schema}.{made}".encode())
            with pytest.raises(NotALedgerError, match=r"another program\. Give another schema"):
                open_postgres(postgres_url, create=True)


def test_an_empty_schema_becomes_a_ledger(postgres_server: str, postgres_url: str) -> None:
    """As one that an administrator has made beforehand for a user who may make none."""
    with psycopg.connect(postgres_server, autocommit=True) as owner:
        owner.execute(f"CREATE SCHEMA {address(postgres_url).schema}".encode())
    with closing(open_postgres(postgres_url, create=True)) as db:
        assert db.value("SELECT count(*) FROM log") == 0


def test_several_programs_make_a_ledger_at_once(postgres_url: str) -> None:
    """One makes it, the others wait and find it."""
    code = "import sys; from tacitus.ledger.postgres_database import open_postgres as o; o(sys.argv[1], create=True)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, postgres_url]
    started = [subprocess.Popen(command, cwd=ROOT, env=environment) for _ in range(6)]  # noqa: S603 - ourselves
    assert [program.wait(120) for program in started] == [0] * 6
    with closing(open_postgres(postgres_url, create=False)) as db:
        assert db.value("SELECT count(*) FROM schema_version") == len(steps())


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"password": "wrong"}, "refuses the password. Give the right one"),
        ({"username": "nobody_here"}, "refuses the password"),
        ({"database": "nowhere"}, "there is no such database"),
        ({"host": "no-such-host.invalid"}, "the host is not known"),
        ({"host": "127.0.0.1", "port": 1}, "no server answers there"),
        ({"query": {"host": "/nowhere"}}, "no server answers there"),
    ],
)
def test_what_stands_in_the_way(postgres_url: str, change: dict[str, object], trouble: str) -> None:
    """The message says what, and shows the address without its password."""
    place = address(postgres_url)
    secret = place.url.password
    base = place.url.set(drivername="postgresql")
    if "host" in change:
        base = base.difference_update_query(["host"])
    url = base.set(**change)  # type: ignore[arg-type]
    with pytest.raises(LedgerAccessError) as error:
        open_postgres(url.render_as_string(hide_password=False), create=True)
    told = str(error.value)
    assert trouble in told
    assert "postgresql://" in told
    assert str(secret) not in f"{told}{error.value.__cause__}"


def test_a_database_that_does_not_keep_every_character(postgres_server: str) -> None:
    """It is refused before the first report that it could not keep."""
    with psycopg.connect(postgres_server, autocommit=True) as owner:
        owner.execute("CREATE DATABASE narrow ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0 LOCALE_PROVIDER libc")
        try:
            with pytest.raises(LedgerAccessError, match=r"keeps LATIN1.*--encoding=UTF8"):
                open_postgres(postgres_server.replace("@/tacitus?", "@/narrow?"), create=True)
        finally:
            owner.execute("DROP DATABASE narrow")


@pytest.mark.parametrize(("number", "name"), [(140011, "14.11"), (90624, "9.6")])
def test_a_server_that_is_too_old(number: int, name: str) -> None:
    """Its version is named."""
    with pytest.raises(LedgerAccessError, match=rf"PostgreSQL {name}, which is too old\. Use one of version 15"):
        check_server(number, "UTF8", "postgresql:///r")
    check_server(150000, "UTF8", "postgresql:///r")


@pytest.mark.parametrize(
    ("code", "kind", "trouble"),
    [
        ("53100", LedgerAccessError, "the server's disk is full"),
        ("53200", LedgerAccessError, "out of memory"),
        ("53300", LedgerAccessError, "too many connections"),
        ("57P01", LedgerAccessError, "stopping or starting"),
        ("58030", LedgerAccessError, "the server's disk reports an error"),
        ("40P01", LedgerAccessError, "is locked by another program"),
        ("XX001", NotALedgerError, "its pages are damaged. Bring it back from a backup"),
    ],
)
def test_what_a_server_answers(db: PostgresDatabase, code: str, kind: type[Exception], trouble: str) -> None:
    """By its code, whatever its words and their language."""
    answer = f"DO $$ BEGIN RAISE EXCEPTION 'secret words' USING ERRCODE = '{code}'; END $$"
    with pytest.raises(kind) as error, db.transaction():
        db.run(answer)
    assert trouble in str(error.value)
    assert "secret" not in str(error.value)
    assert db.value("SELECT count(*) FROM log") == 1
