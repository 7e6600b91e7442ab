"""Moving a ledger: what is not as it was exported is refused, the line is named, and nothing is entered."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, cast

import pytest
from benchmarks.ledgers import fill, made_up
from tests.ledger.histories import shown
from tests.ledger.samples import at

from tacitus.export.ledger_lines import lines_of, save
from tacitus.ledger.errors import NotImportedError
from tacitus.ledger.log import chained
from tacitus.ledger.memory import MemoryStore
from tacitus.ledger.moving import lines, take_in, verified
from tacitus.ledger.redaction import Order, redact_document
from tacitus.ledger.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable
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


def _changed(line: str, **values: object) -> str:
    return json.dumps(json.loads(line) | values)


#: What somebody did to the lines, and what is said: line 5 is entry 4, line -2 are raw bytes.
BROKEN: list[tuple[Callable[[list[str]], list[str]], str]] = [
    (lambda given: given[:0], "cut off after entry 0"),
    (lambda given: given[:-1], "cut off after entry"),
    (lambda given: given[:9], "cut off after entry 8"),
    (lambda given: given[1:], "Line 1 .* no ledger of format tacitus-ledger 1"),
    (lambda given: [_changed(given[0], version=2), *given[1:]], "Line 1 .* no ledger of format"),
    (lambda given: [*given[:4], _changed(given[4], author="Else"), *given[5:]], "Line 5 .* entry 4 .* changed"),
    (lambda given: [*given[:4], *given[5:]], "Line 5 .* entry 4 .* dropped"),
    (lambda given: [*given[:4], given[5], given[4], *given[6:]], "Line 5 .* entry 4 .* moved"),
    (lambda given: [*given[:4], _changed(given[4], payload="AAAA"), *given[5:]], "Line 5 .* changed"),
    (lambda given: [*given[:4], _changed(given[4], payload="?"), *given[5:]], "Line 5 .* bytes cannot be read"),
    (lambda given: [*given[:4], _changed(given[4], more=1), *given[5:]], "Line 5 .* no entry of a log"),
    (lambda given: [*given[:4], _changed(given[4], author=7), *given[5:]], "Line 5 "),
    (lambda given: [*given[:4], _changed(given[4], payload=None), *given[5:]], "Line 5 "),
    (lambda given: [*given[:4], '{"seq": 4}', *given[5:]], "Line 5 .* no entry of a log"),
    (lambda given: [*given[:4], "{", *given[5:]], "Line 5 .* no JSON"),
    (lambda given: [*given[:4], "[1]", *given[5:]], "Line 5 .* no JSON object"),
    (lambda given: [*given[:4], "", *given[4:]], "Line 5 .* no JSON"),
    (lambda given: [*given[:-2], _changed(given[-2], bytes="AAAA"), given[-1]], "the raw bytes .* were changed"),
    (lambda given: [*given[:-2], given[-1]], "cut off"),
    (lambda given: [*given, given[4]], "behind the end"),
    (lambda given: [*given[:-1], _changed(given[-1], head="0" * 64)], "cut off"),
]


@pytest.mark.parametrize(("breaking", "said"), BROKEN)
def test_lines_that_are_not_as_they_were_are_refused(
    exported: list[str], breaking: Callable[[list[str]], list[str]], said: str
) -> None:
    """The first one is named, and nothing is entered."""
    store = MemoryStore()
    given = breaking(exported)
    with pytest.raises(NotImportedError, match=said):
        take_in(store.books, lambda: given)
    assert store.books.head().seq == 0
    assert not list(store.books.raw.addresses())


def test_nonsense_with_right_hashes_is_refused(exported: list[str]) -> None:
    """Somebody can reckon hashes for anything: what is no moment would stop every view later."""
    first = json.loads(exported[1])
    for recorded in ("yesterday", "2026-03-01", "", "2026-03-01T12:00:00.000000+02:00"):
        head = (recorded, first["author"], first["kind"], first["key"])
        entry = chained(first["previous"], 1, head, base64.b64decode(first["payload"]))
        forged = _changed(exported[1], recorded=recorded, hash=entry.hash)
        end = _changed(exported[-1], entries=1, raws=0, head=entry.hash)
        with pytest.raises(NotImportedError, match="Line 2"):
            verified([exported[0], forged, end])


def test_another_ledger_is_refused(store: Store, exported: list[str]) -> None:
    """Two logs cannot become one; the ledger stays as it was."""
    with store.writer() as writer:
        writer.record(made_up(1), at(0))
    before = shown(store.view())
    with pytest.raises(NotImportedError, match="holds 1 entries that are not the beginning"):
        take_in(store.books, lambda: exported)
    assert shown(store.view()) == before
    assert len(list(store.books.raw.addresses())) == 1


def test_an_older_export_is_refused(store: Store) -> None:
    """Nothing that was entered, or redacted, since is taken back."""
    source = MemoryStore()
    fill(source, 4)
    older = list(lines(source.books))
    _share(store, source)
    take_in(store.books, lambda: older)
    redact_document(store.books, "report-3", WHY)
    with pytest.raises(NotImportedError, match="not the beginning"):
        take_in(store.books, lambda: older)
    assert verify(store.books).flaws == ()


def _share(store: Store, source: MemoryStore) -> None:
    cast("Any", store.books).keys = source.books.keys


@pytest.mark.parametrize("content", [b"\x1f\x8b\x08\x00", b"\xff\xfe", b"\x00"])
def test_a_file_of_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever it is."""
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(content)
    with pytest.raises(NotImportedError):
        take_in(MemoryStore().books, lambda: lines_of(path))


def test_a_file_cut_off_in_its_packing_is_refused(tmp_path: Path, held: MemoryStore) -> None:
    """Half of a gzipped file."""
    path = tmp_path / "ledger.jsonl.gz"
    save(held.books, path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(NotImportedError, match="cannot be read"):
        take_in(MemoryStore().books, lambda: lines_of(path))
