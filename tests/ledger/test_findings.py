"""What resolution gives to a ledger: ids of alias lists, and values as columns keep them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.samples import at

from tacitus.ledger.findings import AliasListRow, as_json
from tacitus.resolve.lists import AliasEntry, entry_in, entry_out

if TYPE_CHECKING:
    from collections.abc import Mapping

ENTRY = {"id": "1", "list": "mine", "names": ["Tide Front", "TF"]}
OTHER = {"id": "2", "list": "mine", "names": ["Bay Guard"]}
LIST = AliasListRow("mine", "mine.csv", "Ada", at(0), (ENTRY, OTHER))

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
_RECORDS = st.dictionaries(st.text(max_size=6), _VALUES, max_size=4)


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (replace(LIST, origin="/elsewhere/mine.csv"), True),
        (replace(LIST, recorded=at(99)), True),
        (replace(LIST, entries=(dict(reversed(ENTRY.items())), OTHER)), True),
        (replace(LIST, name="theirs"), False),
        (replace(LIST, author="Ben"), False),
        (replace(LIST, entries=(ENTRY,)), False),
        (replace(LIST, entries=(OTHER, ENTRY)), False),
        (replace(LIST, entries=(ENTRY | {"names": ["Tide Front"]}, OTHER)), False),
        (replace(LIST, entries=()), False),
    ],
)
def test_when_a_list_is_the_same(other: AliasListRow, *, is_same: bool) -> None:
    """Brought again it is, from whatever file and whenever; another name, author or entry makes another list."""
    assert (other.id == LIST.id) is is_same


@given(st.lists(_RECORDS, max_size=3), st.text(max_size=10), st.text(max_size=10))
def test_ids_have_one_form(entries: list[dict[str, Any]], name: str, author: str) -> None:
    """An l and sixteen digits, whatever is in it, and the same at every asking."""
    row = AliasListRow(name, "a.csv", author, at(0), tuple(entries))
    assert row.id[0] == "l"
    assert len(row.id) == 17
    assert int(row.id[1:], 16) >= 0
    assert row.id == replace(row, recorded=at(1)).id


@given(_RECORDS)
def test_values_come_back_from_a_column(value: Mapping[str, Any]) -> None:
    """As ASCII, on one line, with nothing lost."""
    text = as_json(value)
    assert json.loads(text) == value
    assert text.isascii()
    assert "\n" not in text


def test_a_column_is_short() -> None:
    """No spaces, and letters of every script as escapes, half a pair of surrogates too."""
    assert as_json({"names": ["Tide", "Ṭ"], "n": 1}) == '{"names":["Tide","\\u1e6c"],"n":1}'
    assert json.loads(as_json({"name": "\ud800"})) == {"name": "\ud800"}


def test_entries_of_a_list_go_in_and_out() -> None:
    """What a row holds is what the reader of lists made."""
    entries = [
        AliasEntry("1", "mine", None, ("Tide Front", "TF"), weak=("the Front",)),
        AliasEntry("2", "mine", None, ("X",)),
    ]
    row = replace(LIST, entries=tuple(entry_out(entry) for entry in entries))
    assert [entry_in(json.loads(as_json(entry))) for entry in row.entries] == entries
