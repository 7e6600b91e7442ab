"""Who may do what to a ledger on a PostgreSQL server, with the rights that docs/ledger.md gives."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.ledger.samples import Said, at, everything, fill, report
from tests.postgres_server import as_superuser

from tacitus.ledger.errors import LedgerAccessError
from tacitus.ledger.keys import MemoryKeys
from tacitus.ledger.postgres import PostgresStore
from tacitus.ledger.postgres_address import address
from tacitus.ledger.rebuild import rebuild
from tacitus.ledger.redaction import Order, redact_document
from tacitus.ledger.verify import verify
from tacitus.model.judgement import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parents[2] / "docs" / "ledger.md"
FIRST, SECOND = report("first", Said("Tide Front", "Dura")), report("second", Said("North Guard"))
ORDER = Order("asked to", "A. Reader", at(9))


@pytest.fixture
def keys() -> MemoryKeys:
    """Return the keys that all users share."""
    return MemoryKeys()


@pytest.fixture
def owner(postgres_url: str, keys: MemoryKeys) -> Iterator[PostgresStore]:
    """Yield a new ledger with a document, as the role that makes it has it."""
    with closing(PostgresStore(postgres_url, keys)) as store:
        fill(store, [(FIRST, 0)])
        yield store


@pytest.fixture
def users(postgres_server: str, postgres_url: str, owner: PostgresStore) -> Iterator[dict[str, str]]:
    """Yield the addresses of the reader and the writer that the page makes."""
    assert owner
    place = address(postgres_url)
    names = {role: f"{role}_{place.schema}" for role in ("reader", "writer")}
    found = re.search(r"```sql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert found
    script = re.sub(r"\btacitus\b", place.schema, found[1])
    for role, name in names.items():
        script = re.sub(rf"\b{role}\b", name, script)
    with as_superuser(postgres_server) as admin:
        admin.execute(script.replace("LOGIN", "LOGIN PASSWORD 'secret'").encode())
        yield {
            role: place.url.set(drivername="postgresql", username=name, password="secret")  # noqa: S106 - of this test
            .update_query_dict({"schema": place.schema})
            .render_as_string(hide_password=False)
            for role, name in names.items()
        }
        for name in names.values():
            admin.execute(f"DROP OWNED BY {name}; DROP ROLE {name}".encode())


def test_a_reader_sees_all_and_writes_nothing(owner: PostgresStore, users: dict[str, str], keys: MemoryKeys) -> None:
    """And is told whom to ask."""
    with closing(PostgresStore(users["reader"], keys, create=False)) as store:
        assert everything(store.view()) == everything(owner.view())
        assert store.view().search("tide front")
        assert verify(store.books).is_sound
        with pytest.raises(LedgerAccessError, match=r"does not let this user do that\. Ask its owner for the rights"):
            fill(store, [(SECOND, 1)])
    assert owner.view().counts().documents == 1


def test_a_writer_does_all_everyday_work(owner: PostgresStore, users: dict[str, str], keys: MemoryKeys) -> None:
    """Runs, reports, one that comes again earlier, judgements, retraction."""
    with closing(PostgresStore(users["writer"], keys)) as store, store.writer("A. Reader") as writer:
        run = writer.begin_run("r@1", ["x"], at(2))
        assert fill(store, [(SECOND, 3), (report("second", Said("North Guard", "Dura")), 4), (SECOND, 2)]) == [
            "new",
            "new_reading",
            "restored",
        ]
        writer.judge(Judgement((FIRST.claims[0].id,), Verdict.ACCEPT, "Seen.", "A. Reader", at(5)))
        writer.retract("first", "A mistake.", at(6))
        writer.end_run(run, at(7))
    assert [row.id for row in owner.view().documents()] == ["second"]
    assert verify(owner.books).is_sound


@pytest.mark.parametrize("statement", ["UPDATE log SET author = ''", "DELETE FROM reading", "TRUNCATE log"])
def test_a_writer_takes_nothing_out(users: dict[str, str], keys: MemoryKeys, statement: str) -> None:
    """Neither by a statement of its own nor by redaction."""
    with closing(PostgresStore(users["writer"], keys)) as store:
        for deed in (lambda: store.books.db.run(statement), lambda: redact_document(store.books, "first", ORDER)):
            with pytest.raises(LedgerAccessError, match="does not let this user do that"):
                deed()
        assert store.view().reading(FIRST.id) == FIRST
        assert store.view().head().seq == 1


def test_rights_outlive_rebuilding(owner: PostgresStore, users: dict[str, str], keys: MemoryKeys) -> None:
    """The tables are made anew, and whoever had rights on them keeps these and no more."""
    rebuild(owner.books)
    with closing(PostgresStore(users["reader"], keys, create=False)) as store:
        assert everything(store.view()) == everything(owner.view())
        with pytest.raises(LedgerAccessError, match="does not let this user do that"):
            fill(store, [(SECOND, 1)])
    with closing(PostgresStore(users["writer"], keys)) as store:
        assert (
            fill(store, [(SECOND, 3), (report("second", Said("North Guard", "Dura")), 4), (SECOND, 2)])[2] == "restored"
        )
        with pytest.raises(LedgerAccessError, match="does not let this user do that"):
            store.books.db.run("DELETE FROM reading")


def test_the_owner_redacts(owner: PostgresStore, keys: MemoryKeys) -> None:
    """The log itself stays, unreadable."""
    done = redact_document(owner.books, "first", ORDER)
    assert done.documents == ("first",)
    assert owner.view().documents() == ()
    assert verify(owner.books).is_sound
    assert owner.books.db.value("SELECT count(*) FROM log") == 2
    assert keys
