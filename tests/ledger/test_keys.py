"""Keys: kept, found, destroyed for good; in memory and in a file of their own."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tacitus.ledger.errors import LedgerAccessError
from tacitus.ledger.keys import APPLICATION_ID, FileKeys, Keys, MemoryKeys, new_key
from tacitus.ledger.sealing import KEY_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = dict(new_key() for _ in range(50))
FIRST, SECOND, *_ = MANY


@pytest.fixture(params=["memory", "file"])
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Keys]:
    """Yield an empty place for keys, of each kind."""
    made: Keys = MemoryKeys() if request.param == "memory" else FileKeys(tmp_path / "t.keys")
    with closing(made):
        yield made


def test_a_new_key_says_nothing() -> None:
    """Its id is random, and so are its bytes."""
    assert len(MANY) == len(set(MANY.values())) == 50
    assert all(len(id_) == 32 and set(id_) <= set("0123456789abcdef") for id_ in MANY)
    assert {len(secret) for secret in MANY.values()} == {KEY_BYTES}


def test_keys_are_found_by_their_ids(keys: Keys) -> None:
    """What was never added is not there, and was not destroyed."""
    keys.add(MANY)
    keys.add({})
    assert {id_: keys.get(id_) for id_ in MANY} == MANY
    assert keys.get("0" * 32) is None
    assert not keys.is_destroyed("0" * 32)
    assert not keys.is_destroyed(FIRST)


def test_a_destroyed_key_leaves_its_id(keys: Keys) -> None:
    """So that destroyed and lost can be told apart; what was not there counts for nothing, but is known."""
    keys.add(MANY)
    assert keys.destroy([FIRST, SECOND, FIRST, "0" * 32]) == 2
    assert [keys.get(id_) for id_ in (FIRST, SECOND)] == [None, None]
    assert all(map(keys.is_destroyed, (FIRST, SECOND, "0" * 32)))
    assert sum(keys.get(id_) is not None for id_ in MANY) == 48
    assert keys.destroy([FIRST]) == 0
    assert keys.destroy([]) == 0


def test_an_empty_place(keys: Keys) -> None:
    """Nothing is there, and nothing fails."""
    assert keys.get(FIRST) is None
    assert not keys.is_destroyed(FIRST)


def test_the_file_is_made_with_the_first_key(tmp_path: Path) -> None:
    """Not by one who only looks."""
    path = tmp_path / "t.keys"
    with closing(FileKeys(path)) as keys:
        assert keys.get(FIRST) is None
        keys.add({})
        assert keys.destroy([FIRST]) == 0
        assert not path.exists()
        keys.add({FIRST: MANY[FIRST]})
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_keys_stay_between_two_openings(tmp_path: Path) -> None:
    """Destroyed ones stay destroyed."""
    with closing(FileKeys(tmp_path / "t.keys")) as keys:
        keys.add(MANY)
        keys.destroy([FIRST])
    with closing(FileKeys(tmp_path / "t.keys")) as keys:
        assert keys.get(SECOND) == MANY[SECOND]
        assert keys.is_destroyed(FIRST)


def test_nothing_of_a_destroyed_key_is_left_in_the_files(tmp_path: Path) -> None:
    """Neither in free pages nor in the journal, while the file is open and after."""
    path = tmp_path / "t.keys"
    with closing(FileKeys(path)) as keys:
        keys.add(MANY)
        assert MANY[FIRST] in path.read_bytes()
        keys.destroy([*MANY][:-1])
        for file in tmp_path.iterdir():
            assert not [id_ for id_ in [*MANY][:-1] if MANY[id_] in file.read_bytes()]
    assert [*MANY.values()][-1] in path.read_bytes()


def test_two_programs_share_a_file(tmp_path: Path) -> None:
    """Each sees at once what the other did."""
    with closing(FileKeys(tmp_path / "t.keys")) as one, closing(FileKeys(tmp_path / "t.keys")) as two:
        one.add({FIRST: MANY[FIRST]})
        two.add({SECOND: MANY[SECOND]})
        assert (one.get(SECOND), two.get(FIRST)) == (MANY[SECOND], MANY[FIRST])
        two.destroy([FIRST])
        assert one.get(FIRST) is None
        assert one.is_destroyed(FIRST)


def test_keys_come_in_whole_or_not_at_all(tmp_path: Path) -> None:
    """One of them being there already, none of them is added."""
    with closing(FileKeys(tmp_path / "t.keys")) as keys:
        keys.add({SECOND: MANY[SECOND]})
        with pytest.raises(sqlite3.IntegrityError):
            keys.add({FIRST: MANY[FIRST], SECOND: MANY[FIRST]})
        assert (keys.get(FIRST), keys.get(SECOND)) == (None, MANY[SECOND])


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """It is made, for its owner alone; where that cannot be, the message says where to look."""
    keys = FileKeys(tmp_path / "none" / "t.keys")
    assert keys.get(FIRST) is None
    with closing(keys):
        keys.add(MANY)
    assert stat.S_IMODE(keys.path.parent.stat().st_mode) == 0o700
    barred = FileKeys(keys.path / "t.keys")
    with pytest.raises(LedgerAccessError, match=r"t\.keys' cannot be made: .* rights of its folder"):
        barred.add(MANY)
