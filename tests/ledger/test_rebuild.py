"""Rebuilding: what a ledger shows is what its log says, whatever was changed before, in every store."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from tests.ledger.histories import Deed, deeds, do, redactions, shown
from tests.ledger.samples import Said, at, fill, report, rich_reading

from tacitus.ledger.errors import SealError
from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.ledger.keys import MemoryKeys
from tacitus.ledger.rebuild import Rebuilt, rebuild
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.verify import verify
from tacitus.model.judgement import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tacitus.ledger.contract import Store

RAID = report("raid", Said("Tide Front", "Dura", time="2020-01-02"), Said("Colonel Adan Rask"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds, redactions)
def test_rebuilt_is_equal(
    fresh: Callable[[], AbstractContextManager[Store]], before: list[Deed], after: list[Deed]
) -> None:
    """Today's view and every earlier one, after any sequence of changes; and the chain is sound all along."""
    with fresh() as store:
        for deed in [*before, *after]:
            do(store, deed)
        assert verify(store.books, store.books.head().hash).flaws == ()
        moments = (None, at(0), at(2), at(4))
        views = [shown(store.view(moment)) for moment in moments]
        done = rebuild(store.books)
        assert done.entries == store.books.head().seq
        assert done.closed == 0
        assert [shown(store.view(moment)) for moment in moments] == views


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deeds, redactions)
def test_stores_show_the_same(tmp_path_factory: pytest.TempPathFactory, before: list[Deed], after: list[Deed]) -> None:
    """Memory and SQLite, after the same changes."""
    from tacitus.ledger.memory import MemoryStore  # noqa: PLC0415 - the one it is compared with

    path = tmp_path_factory.mktemp("same") / "t.db"
    with closing(SqliteStore(path)) as one, closing(MemoryStore()) as other:
        for deed in [*before, *after]:
            assert do(one, deed) == do(other, deed)
        assert shown(one.view()) == shown(other.view())


def test_an_empty_ledger_is_rebuilt(store: Store) -> None:
    """To an empty one."""
    assert rebuild(store.books) == Rebuilt(0, 0, 0)


def test_what_was_tampered_with_is_as_it_was(tmp_path: Path) -> None:
    """Claims, names and search words that somebody changed in the tables come back from the log."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill(store, [(RAID, 0), (rich_reading(), 1)])
        before = shown(store.view())
        with store.books.db.transaction():
            for sql in (
                "UPDATE claim SET data = replace(data, 'Tide Front', 'North Guard')",
                "DELETE FROM name",
                "UPDATE reading SET published = '1999-01-01'",
                "INSERT INTO piece_words (piece_words) VALUES ('delete-all')",
                "DROP TABLE recording",
            ):
                store.books.db.run(sql, {})
        rebuild(store.books)
        assert shown(store.view()) == before


def test_a_rebuilt_ledger_is_written_on(store: Store) -> None:
    """Numbers and keys go on behind those that are there."""
    fill(store, [(RAID, 0)])
    rebuild(store.books)
    assert fill(store, [(RAID, 1), (rich_reading(), 2)]) == ["same", "new"]
    before = shown(store.view())
    rebuild(store.books)
    assert shown(store.view()) == before


def test_a_changed_entry_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """It stops, in the middle of the work, and nothing of it stays."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill(store, [(RAID, 0), (rich_reading(), 1)])
        before = store.view().documents(), store.view().claims()
        with store.books.db.transaction():
            store.books.db.run("DROP TRIGGER log_no_update", {})
            store.books.db.run("UPDATE log SET payload = x'00' WHERE seq = 2", {})
        with pytest.raises(SealError, match="tacitus verify"):
            rebuild(store.books)
        assert (store.view().documents(), store.view().claims()) == before


def test_lost_keys_are_counted(tmp_path: Path) -> None:
    """What they sealed is not shown until they are back."""
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        fill(store, [(RAID, 0), (rich_reading(), 1)])
        before = shown(store.view())
        keys, store.books.keys = store.books.keys, MemoryKeys()
        assert rebuild(store.books) == Rebuilt(2, 0, 2)
        assert store.view().documents() == ()
        store.books.keys = keys
        assert rebuild(store.books) == Rebuilt(2, 0, 0)
        assert shown(store.view()) == before


def test_what_was_taken_in_twice_while_keys_were_elsewhere_is_there_once(store: Store) -> None:
    """Without its keys a rebuilt ledger does not know what it holds; with all of them it does again."""
    judgement = Judgement(("c1",), Verdict.ACCEPT, "Seen.", "N. Oake", at(1))
    aliases = AliasListRow("house", "house.tsv", "N. Oake", at(1), ({"name": "Tide Front", "alias": "TF"},))

    def take() -> None:
        with store.writer() as writer:
            run = writer.begin_run("r@1", ["raid.txt"], at(0))
            writer.record(RAID, at(0))
            writer.resolve(Findings(RAID.id, "v@1"), [judgement], at(1))
            writer.bring(aliases)
            writer.end_run(run, at(2))

    take()
    before = shown(store.view())
    books = cast("Any", store.books)
    keys, books.keys = books.keys, MemoryKeys()
    rebuild(store.books)
    take()
    assert store.books.head().seq == 12
    books.keys.add({e.key: secret for e in books.entries() if (secret := keys.get(e.key)) is not None})
    assert rebuild(store.books).closed == 0
    assert shown(store.view()) == before
