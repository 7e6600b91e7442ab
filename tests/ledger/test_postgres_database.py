"""A ledger's rows and transactions on a real PostgreSQL server."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest
from tests.postgres_server import as_superuser

from tacitus.ledger.errors import LedgerAccessError
from tacitus.ledger.postgres_database import PostgresDatabase, open_postgres
from tacitus.ledger.postgres_raw import PostgresRaw
from tacitus.ledger.postgres_schema import Migration, steps, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A table with every type of column, beside those of a ledger.
STEPS = (
    *steps(),
    Migration(
        1000,
        translated("CREATE TABLE thing (key INTEGER PRIMARY KEY, name TEXT, size REAL, data BLOB);"),
    ),
)
#: What COPY, JSON and SQL would each read otherwise than it stands here.
HARD = ["", "\\N", "\\.", "a\tb\nc\rd", "NULL", "'; DROP TABLE log; --", ":name %s %(x)s", '{"a": [1]}', "Idlib إدلب 𐤀"]


@pytest.fixture
def db(postgres_url: str) -> Iterator[PostgresDatabase]:
    """Yield a new ledger with the table `thing`."""
    with closing(open_postgres(postgres_url, STEPS, create=True)) as opened:
        yield opened


@pytest.fixture
def other(postgres_url: str, db: PostgresDatabase) -> Iterator[PostgresDatabase]:
    """Yield a second connection to the same ledger, which waits a tenth of a second for others."""
    assert db
    with closing(open_postgres(postgres_url, STEPS, create=False, patience=0.1)) as opened:
        yield opened


def _add(db: PostgresDatabase, *names: str | None) -> None:
    with db.transaction():
        first = db.next_key("thing")
        db.add("thing", [(first + i, name, None, None) for i, name in enumerate(names)])


def _names(db: PostgresDatabase) -> list[str]:
    return [row["name"] for row in db.rows("SELECT name FROM thing ORDER BY key")]


def test_rows_by_name_and_by_number(db: PostgresDatabase) -> None:
    """As SQLite gives them: of two columns of one name the first counts, and all can be unpacked."""
    (row,) = db.rows("SELECT 1 AS one, 'b' AS two, 3 AS one")
    assert (row["one"], row[1], row[-1], row[:2], len(row)) == (1, "b", 3, (1, "b"), 3)
    assert [*row] == [1, "b", 3]
    assert row.keys() == ["one", "two"]
    with pytest.raises(KeyError):
        row["three"]
    assert db.rows("SELECT 1 FROM thing") == []
    assert db.value("SELECT key FROM thing") is None


@pytest.mark.parametrize("many", [1, 200])
def test_rows_come_out_as_they_went_in(db: PostgresDatabase, many: int) -> None:
    """Whether they are inserted or copied: every type, empty columns, and signs that mean something elsewhere."""
    given = [
        (i * 10 + j, text if j else None, i / 3 if j else None, bytes(range(256)) if j else None)
        for i in range(many)
        for j, text in enumerate(HARD)
    ][: max(many, 5)]
    with db.transaction():
        db.add("thing", given)
        db.add("thing", [])
    assert [tuple(row) for row in db.rows("SELECT * FROM thing ORDER BY key")] == given


@pytest.mark.parametrize("text", HARD)
def test_parameters_go_as_they_are(db: PostgresDatabase, text: str) -> None:
    """Also inside lists, and beside a percent sign."""
    _add(db, text, "%", "else")
    sql = "SELECT count(*) FROM thing WHERE name = :name OR name IN (TEXTS(:names))"
    assert db.value(sql, {"name": text, "names": json.dumps(["%", text])}) == 2
    assert db.value("SELECT count(*) FROM thing WHERE name = '%' AND key % 2 = 0") == 1


def test_what_no_database_can_keep_is_looked_for_in_its_place(db: PostgresDatabase) -> None:
    """Lone surrogates and NUL count as U+FFFD, also as escapes in lists; other escapes stay."""
    _add(db, "a\ufffdb", "𐤀", "\\u0000")
    for unkept in ("a\udc80b", "a\0b"):
        assert db.value("SELECT key FROM thing WHERE name = :name", {"name": unkept}) == 1
        names = json.dumps([unkept, "𐤀", "\\u0000"])
        assert db.value("SELECT count(*) FROM thing WHERE name IN (TEXTS(:names))", {"names": names}) == 3


def test_lists_of_numbers(db: PostgresDatabase) -> None:
    """Greater than 32 bits too, and empty."""
    with db.transaction():
        db.add("thing", [(key, None, None, None) for key in (1, 2, 2**62)])
    sql = "SELECT key FROM thing WHERE key IN (INTS(:keys)) ORDER BY key"
    assert [row[0] for row in db.rows(sql, {"keys": json.dumps([2**62, 1, 7])})] == [1, 2**62]
    assert db.rows(sql, {"keys": "[]"}) == []
    without = sql.replace("IN", "NOT IN", 1)
    assert [row[0] for row in db.rows(without, {"keys": json.dumps([2**62, 1, 7])})] == [2]
    assert len(db.rows(without, {"keys": "[]"})) == 3


def test_lists_may_be_asked_for_by_themselves(db: PostgresDatabase) -> None:
    """They are a subquery, wherever one may stand."""
    found = db.rows("SELECT count(*) FROM (TEXTS(:a)) x, (INTS(:b)) y", {"a": '["a", "b"]', "b": "[1, 2, 3]"})
    assert found[0][0] == 6
    sql = "SELECT 1 WHERE 'a' NOT IN (TEXTS(:a)) OR 'c' IN (TEXTS(:a))"
    assert db.value(sql, {"a": '["a"]'}) is None
    assert db.value(sql, {"a": '["b"]'}) == 1


def test_text_sorts_by_code_points(db: PostgresDatabase) -> None:
    """As in SQLite and Python, although the database of the tests sorts as people do."""
    names = ["b", "B", "a", "Z", "é", "e", "_", "ابو", "𐤀", "\uffef", "a b", "a-b", "ab"]
    _add(db, *names)
    assert [row[0] for row in db.rows("SELECT name FROM thing ORDER BY name")] == sorted(names)
    asked = {"least": "a", "names": json.dumps(names)}
    assert db.value("SELECT count(*) FROM thing WHERE name < :least", asked) == sum(name < "a" for name in names)
    assert db.value("SELECT max(name) FROM thing WHERE name IN (TEXTS(:names))", asked) == max(names)
    is_english = "SELECT datlocprovider = 'i' FROM pg_database WHERE datname = current_database()"
    assert not db.value(is_english) or db.value("SELECT 'a' < 'B'")  # as people sort


def test_keys_grow(db: PostgresDatabase) -> None:
    """From 1."""
    assert db.next_key("thing") == 1
    _add(db, "a", "b")
    assert db.next_key("thing") == 3


def test_an_error_takes_a_transaction_back_whole(db: PostgresDatabase) -> None:
    """Of ours or of the server; and the next one works."""

    def half(broken: str) -> None:
        with db.transaction():
            db.add("thing", [(1, "half", None, None)])
            if broken:
                db.run(broken)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half("")
    with pytest.raises(psycopg.errors.UniqueViolation), db.transaction():
        db.add("thing", [(1, "half", None, None)] * 20)
    with pytest.raises(Exception, match="nowhere"):
        half("INSERT INTO nowhere VALUES (1)")
    assert _names(db) == []
    _add(db, "whole")
    assert _names(db) == ["whole"]


def test_a_query_that_fails_does_not_hinder_the_next(db: PostgresDatabase) -> None:
    """And tells no words of reports, which may be redacted later."""
    with pytest.raises(Exception, match="nowhere") as error:
        db.rows("SELECT * FROM nowhere WHERE a = :secret", {"secret": "Adan Rask"})
    assert "Rask" not in str(error.value)
    assert db.value("SELECT 1") == 1


def test_others_see_what_is_done(db: PostgresDatabase, other: PostgresDatabase) -> None:
    """Nothing of a transaction before its end."""
    with db.transaction():
        db.add("thing", [(1, "raid", None, None)])
        assert _names(other) == []
    assert _names(other) == ["raid"]


def test_a_snapshot_stays_as_it_is(db: PostgresDatabase, other: PostgresDatabase) -> None:
    """Until it ends, whatever others write; a snapshot within is the same one."""
    _add(db, "first")
    with other.snapshot():
        assert _names(other) == ["first"]
        _add(db, "second")
        with other.snapshot():
            assert _names(other) == ["first"]
        assert _names(other) == ["first"]
    assert _names(other) == ["first", "second"]


def test_nothing_is_written_in_a_snapshot(db: PostgresDatabase) -> None:
    """It is for reading."""
    with pytest.raises(LedgerAccessError, match="can be read but not written"), db.snapshot():
        db.add("thing", [(1, "raid", None, None)])
    _add(db, "raid")


def test_a_transaction_reads_what_was_done_before_it(db: PostgresDatabase) -> None:
    """A snapshot inside of it changes nothing: it sees what it has written itself."""
    with db.transaction():
        db.add("thing", [(1, "raid", None, None)])
        with db.snapshot():
            assert _names(db) == ["raid"]
        db.run("UPDATE thing SET name = :name", {"name": "siege"})
    assert _names(db) == ["siege"]


def test_writers_wait_for_one_another_and_not_for_ever(db: PostgresDatabase, other: PostgresDatabase) -> None:
    """The second is told, and can write when the first is done; who reads does not wait."""
    with db.transaction():
        with pytest.raises(LedgerAccessError, match="is locked by another program"):
            _add(other, "late")
        assert _names(other) == []
    _add(other, "late")


def test_a_lost_connection_is_made_anew(db: PostgresDatabase, postgres_server: str) -> None:
    """The call during which it was lost fails; of a transaction nothing stands."""
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = %s"
    with as_superuser(postgres_server) as admin:
        admin.execute(end, (db.value("SELECT pg_backend_pid()"),))
        with pytest.raises(LedgerAccessError, match="what was recorded is safe"):
            db.value("SELECT 1")
        assert db.value("SELECT 1") == 1

        def half() -> None:
            with db.transaction():
                db.add("thing", [(1, "half", None, None)])
                admin.execute(end, (db.value("SELECT pg_backend_pid()"),))
                db.add("thing", [(2, "half", None, None)])

        with pytest.raises(LedgerAccessError, match="what was recorded is safe"):
            half()
    _add(db, "whole")
    assert _names(db) == ["whole"]


def test_search_words_go_in_and_out(db: PostgresDatabase) -> None:
    """By their keys; the greatest first."""
    assert db.matching(["tide front"]).params == {"phrases": "('tide' <-> 'front')"}
    with db.transaction():
        db.add("piece_words", [(key, f"the tide front {key}") for key in range(1, 31)])
        db.unindex("piece_words", iter([(3, "the tide front 3"), (30, "")]))
    sql = "SELECT w.key FROM piece_words w WHERE w.words @@ CAST(:phrases AS tsquery) ORDER BY w.key DESC LIMIT 2"
    assert [row[0] for row in db.rows(sql, db.matching(["tide front"]).params)] == [29, 28]
    assert db.rows(sql, db.matching(["3"]).params) == []


def test_what_is_worked_out_is_made_anew(db: PostgresDatabase) -> None:
    """Empty, and the log and raw bytes stay."""
    address = PostgresRaw(db).put(b"raw")
    with db.transaction():
        db.add("run", [(1, "r@1", "[]", "2026")])
        db.add("log", [(1, "2026", "a", "begun", "k", b"p", "0", "1")])
    with db.transaction():
        db.remake_projection()
        assert db.value("SELECT count(*) FROM run") == 0
    assert db.value("SELECT count(*) FROM log") == 1
    assert PostgresRaw(db).get(address) == b"raw"


def test_who_reads_while_tables_are_made_anew_sees_them_full(db: PostgresDatabase, other: PostgresDatabase) -> None:
    """The maker waits for readers that have begun, and is told when they take too long."""
    with db.transaction():
        db.add("run", [(1, "r@1", "[]", "2026")])
    with db.snapshot():
        with pytest.raises(LedgerAccessError, match="is locked by another program"), other.transaction():
            other.remake_projection()
        assert db.value("SELECT count(*) FROM run") == 1
    with other.transaction():
        other.remake_projection()
    assert db.value("SELECT count(*) FROM run") == 0


def test_scrubbing_takes_deleted_rows_out_of_the_files(db: PostgresDatabase) -> None:
    """The table's files shrink; the log is left as it is."""
    raw = PostgresRaw(db)
    address = raw.put(b"x" * 2_000)
    with db.transaction():
        db.add("problem", [(i, None, None, i, "2026", "p" * 500, "s", "m", "a") for i in range(2_000)])
    log = db.value("SELECT pg_relation_filenode('log')")
    with db.transaction():
        db.run("DELETE FROM problem WHERE key > 5")
        raw.delete([address])
    sizes = "SELECT pg_relation_size('problem'), pg_total_relation_size('raw')"
    before = tuple(db.rows(sizes)[0])
    db.scrub()
    after = tuple(db.rows(sizes)[0])
    assert after[0] < before[0] / 10
    assert after[1] < before[1]
    assert db.value("SELECT pg_relation_filenode('log')") == log
    assert db.value("SELECT count(*) FROM problem") == 6
