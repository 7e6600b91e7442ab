"""Credits of agencies, by every form and every name that the list has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus import tables
from tacitus.resolve.credits import agency, credited, sole
from tacitus.resolve.fold import fold

_BODY = "Nine boats were burnt in the harbour of Velimir, fishermen said. "
_LONG = _BODY * 12


def _names() -> dict[str, str]:
    """Return each name of an agency as written → the usual one."""
    rows = tables.rows("tacitus.resolve.data", "agencies.tsv")
    return {n.strip(): name for name, *others in rows for n in (name, *(others[0].split(";") if others else ()))}


@pytest.mark.parametrize(
    "form", ["VELIMIR ({}) - {}", "{} - {}", "{}: {}", "By {}\n{}", "Boats burn {} Monday 6 May {}", "{1}\nSource: {0}"]
)
def test_every_agency_in_every_form(form: str) -> None:
    """Dateline, beginning, by-line, stamp and foot, under each of its names."""
    assert {name: credited(form.format(name, _BODY)) for name in _names()} == _names()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{_LONG}(AFP)", "AFP"),
        (f"{_LONG}— AP", "AP"),
        (f"{_LONG}/Reuters", "Reuters"),
        (f"{_LONG}Credit: Reuters.", "Reuters"),
        (f"{_LONG}(AFP) {_LONG}", None),
        (f"{_LONG}\n(AFP) - {_LONG}", None),
        (f"{_LONG}Source: AFP {_LONG}", None),
        (f"(AFP) - {_LONG}(AFP)", "AFP"),
        (f"(AFP) - {_LONG}Source: Agence France-Presse", "AFP"),
        (f"(AFP) - {_LONG}(AP)", None),
        ("VELIMIR (Harbour Wire) - Nine boats burnt.", None),
        ("A reporter for AFP saw nine boats.", None),
        ("Reuters could not check this at once.", None),
        ("(afp) - Nine boats burnt.", None),
        ("AP", "AP"),
    ],
)
def test_where_a_credit_stands(text: str, name: str | None) -> None:
    """Only near the beginning and at the very end, in the capitals that agencies have, and of one agency alone."""
    assert credited(text) == name


@pytest.mark.parametrize(
    ("given_name", "usual"),
    [
        ("agence france presse", "AFP"),
        ("the Associated Press", "AP"),
        ("Velimir Post (Reuters)", "Reuters"),
        ("Velimir Post (Tarn Herald)", None),
        ("Velimir Post (", None),
        ("Harbour Wire", None),
        ("", None),
    ],
)
def test_agencies_by_name(given_name: str, usual: str | None) -> None:
    """In whatever case, also in brackets behind an outlet; no other outlet is one."""
    assert agency(given_name) == usual


def test_no_name_means_two_agencies() -> None:
    """A short name of two would credit the wrong one."""
    rows = tables.rows("tacitus.resolve.data", "agencies.tsv")
    pairs = {(fold(n), name) for n, name in _names().items()}
    assert len({folded for folded, _ in pairs}) == len(pairs)
    assert len({row[0] for row in rows}) == len(tuple(rows))


@pytest.mark.parametrize(
    ("sources", "name"),
    [
        (["AFP"], "AFP"),
        (["AFP", "Agence France-Presse", "AFP"], "AFP"),
        (["AFP", "Tarn Channel"], None),
        (["Tarn Channel", "Bay Channel"], None),
        (["TARN CHANNEL", "Tarn Channel"], "TARN CHANNEL"),
        ([], None),
    ],
)
def test_sole_sources(sources: list[str], name: str | None) -> None:
    """One agency or channel in any number of names, and in whatever order."""
    assert sole(sources) == name
    assert sole(reversed(sources)) == name


@given(st.text(max_size=400))
def test_any_text_credits_a_known_agency_or_none(text: str) -> None:
    """Whatever stands there, nothing is credited that the list does not have."""
    assert credited(text) in {None, *_names().values()}
