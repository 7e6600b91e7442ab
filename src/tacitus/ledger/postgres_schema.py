"""The schema of PostgreSQL ledgers: of which version one is, and how it is made and brought up to date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from tacitus.ledger.errors import LedgerAccessError, LedgerVersionError, NotALedgerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import psycopg

    from tacitus.ledger.postgres_address import Address

#: The oldest server that is served: its number (PostgreSQL 15 documentation, 34.2, PQserverVersion) and name.
OLDEST_SERVER = 150000

#: The first version of the schema that PostgreSQL ledgers have: those before it had no log.
FIRST = 6
#: Files of one step: what all databases share, and what only PostgreSQL has.
_ENDINGS = (".sql", ".postgres.sql")
_CREATED = re.compile(r"^CREATE TABLE (\w+)", re.MULTILINE)

#: Which versions have been applied, and when. The column `application` tells it from tables of this name elsewhere.
_VERSIONS = """CREATE TABLE schema_version (
    version BIGINT PRIMARY KEY,
    application TEXT NOT NULL DEFAULT 'tacitus' CHECK (application = 'tacitus'),
    applied TIMESTAMPTZ NOT NULL DEFAULT now()
)"""
#: What gives others the rights on tables, and on columns of them, that they have now.
_RIGHTS = """SELECT format('GRANT %%s%%s ON %%I TO %%s;', g.right_to, g.of_column, g.name,
    CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END)
FROM (
    SELECT c.relname, c.relowner, a.grantee, a.privilege_type, ''
    FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace = to_regnamespace(current_schema())
    UNION ALL
    SELECT c.relname, c.relowner, a.grantee, a.privilege_type, format(' (%%I)', t.attname)
    FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a
    WHERE c.relnamespace = to_regnamespace(current_schema())
) g (name, owner, grantee, right_to, of_column) WHERE g.name = ANY(%(tables)s) AND g.grantee <> g.owner"""

#: What the common subset of SQL calls otherwise in PostgreSQL. Text sorts by code points there as in SQLite.
_WORDS = (
    (re.compile(r"\bINTEGER\b"), "BIGINT"),
    (re.compile(r"\bREAL\b"), "DOUBLE PRECISION"),
    (re.compile(r"\bBLOB\b"), "BYTEA"),
    (re.compile(r"\bTEXT\b"), 'TEXT COLLATE "C"'),
    (re.compile(r"\)\s*WITHOUT ROWID\b"), ")"),
)


@dataclass(frozen=True, slots=True)
class Migration:
    """A step of the schema.

    Attributes:
        version: The version that it leads to, from 1; steps may begin later.
        script: What PostgreSQL runs, statement by statement.
    """

    version: int
    script: str


def translated(script: str) -> str:
    """Return a script of the common subset as PostgreSQL wants it.

    Examples:
        >>> translated("CREATE TABLE log (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;")
        'CREATE TABLE log (seq BIGINT PRIMARY KEY, hash TEXT COLLATE "C" NOT NULL);'
    """
    for pattern, word in _WORDS:
        script = pattern.sub(word, script)
    return script


def steps() -> tuple[Migration, ...]:
    """Return the steps of the log and of what is kept beside it, in order; other tables are worked out from the log."""
    names = sorted(f.name for f in files("tacitus.ledger.migrations").iterdir())
    found = [int(name[:3]) for name in names if name[:3].isdecimal() and int(name[:3]) >= FIRST]
    return tuple(
        Migration(
            version, "".join(script(f"{version:03}{ending}") for ending in _ENDINGS if f"{version:03}{ending}" in names)
        )
        for version in sorted(set(found))
    )


def script(name: str) -> str:
    """Return the SQL of a file of migrations as PostgreSQL wants it."""
    return translated(files("tacitus.ledger.migrations").joinpath(name).read_text("utf-8"))


def make_projection(db: psycopg.Connection) -> None:
    """Make all tables anew, empty, that are worked out from the log, inside a transaction; rights on them stay."""
    made = "".join(script(f"projection{ending}") for ending in _ENDINGS)
    names = _CREATED.findall(made)
    rights = [row[0] for row in db.execute(_RIGHTS, {"tables": names})]
    # Whoever reads holds `reading` first (`PostgresDatabase.snapshot`): waiting for it first, nobody waits in a circle.
    lock = "DO $$ BEGIN IF to_regclass('reading') IS NOT NULL THEN LOCK TABLE reading; END IF; END $$;\n"
    db.execute(f"{lock}DROP TABLE IF EXISTS {', '.join(names)};\n{made}{''.join(rights)}".encode())


def check_server(version: int, encoding: str, shown: str) -> None:
    """Refuse a server that cannot keep a ledger.

    Args:
        version: As PQserverVersion says: 150018 is 15.18.
        encoding: Of the database.
        shown: The address, without its password.

    Raises:
        LedgerAccessError: If the server is older than PostgreSQL 15, or the database does not take every character.
    """
    if version < OLDEST_SERVER:
        major, minor = divmod(version, 10000)
        name = f"{major}.{minor}" if major >= 10 else f"{major}.{minor // 100}"
        trouble = f"is on a server of PostgreSQL {name}, which is too old"
        raise LedgerAccessError(shown, trouble, f"Use one of version {OLDEST_SERVER // 10000} or newer.")
    if encoding != "UTF8":
        advice = "Make one that does: createdb --template=template0 --encoding=UTF8 NAME."
        raise LedgerAccessError(shown, f"is in a database that keeps {encoding} and not every character", advice)


def version_of(db: psycopg.Connection, address: Address, newest: int) -> int:
    """Return the version of the ledger's schema; 0 where there is none yet.

    Raises:
        NotALedgerError: If the PostgreSQL schema holds tables of some other program.
        LedgerVersionError: If it is newer than `newest`.
    """
    advice = "Give another schema in the address: ?schema=NAME."
    # In this order: a ledger that another program makes just now is there whole, or not at all.
    if not _column(db, "SELECT 1 FROM pg_class WHERE relnamespace = to_regnamespace(%s) LIMIT 1", address.schema):
        return 0
    columns = _column(db, "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('schema_version')")
    if "application" not in columns:
        raise NotALedgerError(address.shown, "its schema holds tables of another program", advice)
    version = int(_column(db, "SELECT coalesce(max(version), 0) FROM schema_version")[0])
    if version > newest:
        raise LedgerVersionError(
            address.shown, version, newest, "Update Tacitus: pip install --upgrade tacitus-ledger."
        )
    return version


def bring_up_to_date(db: psycopg.Connection, address: Address, known: Sequence[Migration], *, create: bool) -> int:
    """Apply the steps that the ledger lacks, all in one transaction; return its version.

    Two processes may do it at once: the second waits and finds nothing to do.

    Args:
        db: A connection in autocommit mode, whose search path is the ledger's schema.
        address: Of the ledger.
        known: Every step, in order.
        create: Whether a missing ledger is made.

    Raises:
        NotALedgerError: If the PostgreSQL schema holds tables of some other program.
        LedgerVersionError: If it is newer than the last step.
        LedgerAccessError: If it is missing and is not to be made.
    """
    newest = known[-1].version
    found = version_of(db, address, newest)
    if found == newest:
        return newest
    if found == 0 and not create:
        advice = "Read some reports into it first: tacitus read INPUT... --ledger ADDRESS."
        raise LedgerAccessError(address.shown, "does not exist", advice)
    with db.transaction():
        db.execute("SELECT pg_advisory_xact_lock(%s)", (address.lock,))
        found = version_of(db, address, newest)
        if found == 0:
            _begin(db, address)
        for step in known:
            if step.version > found:
                db.execute(step.script.encode())  # bytes: scripts are our own files
                db.execute("INSERT INTO schema_version (version) VALUES (%s)", (step.version,))
        if found == 0:
            make_projection(db)
    return newest


def _begin(db: psycopg.Connection, address: Address) -> None:
    if not _column(db, "SELECT to_regnamespace(%s)", address.schema)[0]:
        db.execute(f"CREATE SCHEMA {address.schema}".encode())  # a checked name: see `address`
    db.execute(_VERSIONS)


def _column(db: psycopg.Connection, query: str, *params: object) -> list[str]:
    return [row[0] for row in db.execute(query.encode(), params or None)]
