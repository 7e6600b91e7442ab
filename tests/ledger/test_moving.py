"""Moving a ledger: as JSON Lines from store to store, with the same head, verified line by line."""

from __future__ import annotations

import base64
import copy
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, cast

import pytest
from benchmarks.ledgers import fill, made_up
from tests.ledger.histories import shown
from tests.ledger.samples import at

from tacitus.export.ledger_lines import lines_of, save
from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.moving import lines, take_in, verified
from tacitus.ledger.rebuild import rebuild
from tacitus.ledger.redaction import Order, redact_document, redact_person
from tacitus.ledger.sqlite import SqliteStore
from tacitus.ledger.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tacitus.ledger.contract import Store

WHY = Order("It was asked for.", "N. Oake", at(9999))


@pytest.fixture(scope="module")
def held() -> MemoryStore:
    """Return a ledger with every kind of entry; tests leave it as it is."""
    store = MemoryStore()
    fill(store, 8)
    return store


@pytest.fixture(scope="module")
def exported(held: MemoryStore) -> list[str]:
    """Return it as lines."""
    return list(lines(held.books))


def _lend(store: Store, source: MemoryStore) -> None:
    """Let a ledger open what another can: with a copy of its keys, so that what is destroyed here is not there."""
    cast("Any", store.books).keys = copy.deepcopy(source.books.keys)


def _secrets(source: MemoryStore) -> dict[str, bytes]:
    every = ((entry.key, source.books.keys.get(entry.key)) for entry in source.books.entries())
    return {key: secret for key, secret in every if secret is not None}


def test_a_ledger_goes_to_another_store_and_back(store: Store, held: MemoryStore, exported: list[str]) -> None:
    """With the same head, the same lines and the same views, at every moment."""
    _lend(store, held)
    moved = take_in(store.books, lambda: exported)
    assert (moved.head, moved.entries, moved.known, moved.raws) == (held.books.head(), len(held.books.shelf.log), 0, 7)
    assert moved.closed == 0
    assert list(lines(store.books)) == exported
    for moment in (None, at(0), at(3), at(99)):
        assert shown(store.view(moment)) == shown(held.view(moment))
    back = MemoryStore()
    _lend(back, held)
    assert take_in(back.books, lambda: lines(store.books)).head == held.books.head()
    assert shown(back.view()) == shown(held.view())


def test_the_first_and_the_last_line_tell_what_it_is(held: MemoryStore, exported: list[str]) -> None:
    """Format, version, counts and head, so that a program without Tacitus can check it."""
    head = held.books.head()
    first, last = json.loads(exported[0]), json.loads(exported[-1])
    assert first == {"format": "tacitus-ledger", "version": 1, "entries": head.seq, "head": head.hash}
    assert last == {"end": "tacitus-ledger", "entries": head.seq, "raws": 7, "head": head.hash}
    assert verified(exported) == head.hash


def test_no_line_holds_what_is_sealed(held: MemoryStore, exported: list[str]) -> None:
    """Neither words nor keys: only who entered what kind of entry when."""
    text = "\n".join(exported).encode()
    secrets = list(_secrets(held).values())
    payloads = b"".join(base64.b64decode(json.loads(line).get("payload", "")) for line in exported)
    assert b"Mirzakh" not in text + payloads
    assert not [s for s in secrets if s in payloads or s.hex().encode() in text or base64.b64encode(s) in text]


def test_an_empty_ledger_is_moved(store: Store) -> None:
    """It is two lines."""
    given = list(lines(MemoryStore().books))
    assert len(given) == 2
    assert take_in(store.books, lambda: given).entries == 0
    assert verify(store.books).is_sound


def test_without_keys_nothing_is_shown_until_they_come(store: Store, held: MemoryStore, exported: list[str]) -> None:
    """The chain verifies all the same; with the keys, rebuilding shows everything."""
    moved = take_in(store.books, lambda: exported)
    assert (moved.closed, moved.head) == (held.books.head().seq, held.books.head())
    assert not store.view().documents()
    assert verify(store.books, held.books.head().hash).is_sound
    _lend(store, held)
    rebuild(store.books)
    assert shown(store.view()) == shown(held.view())


def test_taking_in_again_adds_what_is_new(store: Store) -> None:
    """A copy that is kept up to date takes the entries behind its own."""
    source = MemoryStore()
    fill(source, 2)
    _share(store, source)
    assert take_in(store.books, lambda: lines(source.books)).known == 0
    seq = source.books.head().seq
    with source.writer() as writer:
        writer.record_all([(made_up(number), at(90)) for number in range(50, 55)])
    moved = take_in(store.books, lambda: lines(source.books))
    assert (moved.known, moved.entries, moved.closed) == (seq, 5, 0)
    assert take_in(store.books, lambda: lines(source.books)).entries == 0
    assert shown(store.view()) == shown(source.view())
    with store.writer() as writer:
        writer.record(made_up(99), at(91))
    assert verify(store.books, source.books.head().hash).is_sound


def _share(store: Store, source: MemoryStore) -> None:
    cast("Any", store.books).keys = source.books.keys


def test_a_taking_in_that_was_cut_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was entered by then is a sound beginning."""
    source = MemoryStore()
    with source.writer() as writer:
        writer.record_all([(made_up(number), at(number)) for number in range(14)])
    monkeypatch.setattr("tacitus.ledger.moving._MANY", 5)
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        _lend(store, source)
        calls = []

        def append(entries: Any, real: Callable[[Any], None] = store.books.append) -> None:  # noqa: ANN401
            calls.append(entries)
            if len(calls) == 3:
                raise KeyboardInterrupt
            real(entries)

        with monkeypatch.context() as patched:
            patched.setattr(store.books, "append", append)
            with pytest.raises(KeyboardInterrupt):
                take_in(store.books, lambda: lines(source.books))
        assert store.books.head().seq == 10
        assert verify(store.books).flaws == ()
        assert take_in(store.books, lambda: lines(source.books)).known == 10
        assert shown(store.view()) == shown(source.view())


@pytest.mark.parametrize("keys", ["its own", "those of today"])
@pytest.mark.parametrize("what", ["document", "person"])
def test_a_redaction_reaches_the_copy(store: Store, what: str, keys: str) -> None:
    """A copy with older keys, or with the newest, takes the redaction in: words, raw bytes and keys go there too."""
    source = MemoryStore()
    fill(source, 6)
    _lend(store, source)
    take_in(store.books, lambda: lines(source.books))
    name = next(entity.name for entity in made_up(3).entities if entity.name.startswith("Speaker"))
    assert store.view().search(f'"{name}"')
    if what == "document":
        redact_document(source.books, "report-3", WHY)
    else:
        redact_person(source.books, [name], WHY)
    if keys == "its own":
        store.books.keys.add(_secrets(source))
    else:
        _lend(store, source)
    moved = take_in(store.books, lambda: lines(source.books))
    assert moved.head == source.books.head()
    assert shown(store.view()) == shown(source.view())
    assert verify(store.books).flaws == ()
    assert list(store.books.raw.addresses()) == list(source.books.raw.addresses())
    assert not store.view().search(f'"{name}"')


def test_reading_and_redacting_in_one_go_leaves_no_search_words(tmp_path: Path) -> None:
    """A document that comes and goes in the same lines, to a copy that has its key."""
    source = MemoryStore()
    with source.writer() as writer:
        writer.record(made_up(3), at(0))
    older = _secrets(source)
    redact_document(source.books, "report-3", WHY)
    with closing(SqliteStore(tmp_path / "t.db")) as store:
        store.books.keys.add(older | _secrets(source))
        take_in(store.books, lambda: lines(source.books))
        assert verify(store.books).flaws == ()
    with closing(sqlite3.connect(tmp_path / "t.db")) as raw:
        assert raw.execute("SELECT count(*) FROM piece_words WHERE piece_words MATCH 'speaker'").fetchone() == (0,)
    assert b"speaker" not in (tmp_path / "t.db").read_bytes().lower()


@pytest.mark.parametrize("name", ["ledger.jsonl", "ledger.jsonl.gz"])
def test_a_file_gives_the_same_lines(tmp_path: Path, held: MemoryStore, exported: list[str], name: str) -> None:
    """Packed or not; the same ledger gives the same bytes."""
    save(held.books, tmp_path / name)
    save(held.books, tmp_path / f"again.{name}")
    assert [line.rstrip("\n") for line in lines_of(tmp_path / name)] == exported
    assert (tmp_path / name).read_bytes() == (tmp_path / f"again.{name}").read_bytes()
    assert len(list(tmp_path.iterdir())) == 2


def test_every_pair_of_stores_keeps_the_head(
    fresh: Callable[[], AbstractContextManager[Store]], tmp_path: Path, exported: list[str]
) -> None:
    """From a file to any store, to a file again."""
    with closing(SqliteStore(tmp_path / "t.db")) as first, fresh() as second:
        take_in(first.books, lambda: exported)
        take_in(second.books, lambda: lines(first.books))
        assert first.books.head() == second.books.head()
        assert list(lines(second.books)) == exported
