"""Origins of many prints: by text, by agency and by outlet at once, in any order."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.origins import Account, Reason, counted, origin_count, origins

DAY = date(2024, 5, 8)
_WORDS = tuple(f"{a}{b}{c}" for a in "bdfklmnprstvz" for b in "aeiou" for c in "lmnrs")


def _text(seed: int, count: int = 80) -> str:
    """Return so many words in an order of their own; two seeds share hardly a run."""
    return " ".join(Random(seed).choices(_WORDS, k=count))  # noqa: S311 - the same text at every run


def _cut(text: str, first: int, last: int) -> str:
    return " ".join(text.split()[first:last])


def _account(name: str, text: str, outlet: str | None = None, day: int | None = 0, *sources: str) -> Account:
    """Return a report of so many days after `DAY`; None for an unknown day."""
    return Account(name, text, outlet, None if day is None else DAY + timedelta(days=day), sources)


def _groups(*accounts: Account) -> list[str]:
    """Return the documents of each origin in one string: "ab c"."""
    found = origins(accounts)
    homes = {o.id: "".join(sorted(d for d in found if found[d].id == o.id)) for o in found.values()}
    return sorted(homes.values())


@pytest.mark.parametrize(
    ("accounts", "groups"),
    [
        ((), []),
        ((_account("a", _text(1)),), ["a"]),
        ((_account("a", _text(1)), _account("b", _text(2))), ["a", "b"]),
        ((_account("a", _text(1)), _account("b", _text(1))), ["ab"]),
        ((_account("a", _text(1)), _account("b", _cut(_text(1), 0, 30))), ["ab"]),
        ((_account("a", _text(1)), _account("b", _cut(_text(1), 40, 80))), ["ab"]),
        ((_account("a", _cut(_text(1), 0, 40)), _account("b", _cut(_text(1), 40, 80))), ["a", "b"]),
        ((_account("a", ""), _account("b", "")), ["a", "b"]),
        ((_account("a", _text(1), "Wire"), _account("b", _text(2), "wire")), ["ab"]),
        ((_account("a", _text(1), "Wire"), _account("b", _text(2), "Courier")), ["a", "b"]),
        ((_account("a", _text(1), "AFP"), _account("b", _text(2), "Agence France-Presse")), ["ab"]),
        ((_account("a", _text(1), "AFP"), _account("b", f"(AFP) - {_text(2)}", "Courier")), ["ab"]),
        ((_account("a", _text(1), "AFP"), _account("b", _text(2), "Courier", 0, "AFP")), ["ab"]),
        ((_account("a", _text(1), "Wire"), _account("b", _text(2), "Courier", 0, "Wire")), ["ab"]),
        ((_account("a", _text(1), "Wire"), _account("b", _text(2), "Courier", 0, "Wire", "AFP")), ["a", "b"]),
        ((_account("a", _text(1), None, 0, "AFP"), _account("b", _text(2), None, 0, "AP")), ["a", "b"]),
    ],
)
def test_what_is_one_origin(accounts: tuple[Account, ...], groups: list[str]) -> None:
    """A text, an agency, a channel, an outlet; two halves of one text have no word in common."""
    assert _groups(*accounts) == groups


def test_two_halves_meet_in_the_whole() -> None:
    """Cut from both ends, they share nothing; the uncut print makes all three one."""
    whole = _text(1)
    halves = _account("a", _cut(whole, 0, 40)), _account("b", _cut(whole, 40, 80))
    assert _groups(*halves, _account("c", whole)) == ["abc"]


def test_an_edited_chain_is_one_origin() -> None:
    """Each print is like the next one, the first and the last are hardly alike."""
    text = _text(1)
    prints = [_account("abcd"[n], f"{_cut(text, 20 * n, 80)} {_cut(_text(2), 0, 20 * n)}") for n in range(4)]
    assert _groups(*prints) == ["abcd"]
    assert _groups(prints[0], prints[3]) == ["a", "d"]


def test_a_reprint_of_an_outlet_is_of_its_origin() -> None:
    """By the outlet of the earliest print, two texts of one outlet and a copy of either are one."""
    first, second = _account("a", _text(1), "Wire"), _account("b", _text(2), "Wire", 1)
    copy = _account("c", _text(2), "Courier", 2)
    found = origins([first, second, copy])
    assert _groups(first, second, copy) == ["abc"]
    assert [found[d].reason for d in "abc"] == [Reason.OWN, Reason.OUTLET, Reason.REPRINT]
    assert {o.name for o in found.values()} == {"Wire"}
    assert found["c"].of == "b"


@pytest.mark.parametrize(
    ("days", "original"),
    [((0, 1, 2), "a"), ((2, 1, 0), "c"), ((None, 1, 2), "b"), ((None, None, None), "a"), ((1, 1, None), "a")],
)
def test_the_original_is_the_earliest(days: tuple[int | None, ...], original: str) -> None:
    """By day of publication, undated ones last, then by id."""
    found = origins(_account(name, _text(1), f"Outlet {name}", day) for name, day in zip("abc", days, strict=True))
    assert {o.original for o in found.values()} == {original}
    assert {o.name for o in found.values()} == {f"Outlet {original}"}
    assert found[original].reason is Reason.OWN
    assert all(found[d].reason is Reason.REPRINT and found[d].share == 1 for d in set("abc") - {original})


def test_a_print_points_to_the_likest_earlier_one() -> None:
    """The cut of an edited print was made from that print, and not from the original."""
    text = _text(1)
    edited = f"{_cut(text, 0, 60)} {_text(2, 20)}"
    found = origins([_account("a", text), _account("b", edited, None, 1), _account("c", _cut(edited, 30, 80), None, 2)])
    assert (found["b"].of, found["c"].of) == ("a", "b")
    assert found["c"].share == 1


def test_of_prints_alike_the_earliest_was_copied() -> None:
    """Three times the same text: both copies are of the first."""
    found = origins(_account(name, _text(1), None, day) for name, day in (("c", 0), ("a", 1), ("b", 2)))
    assert (found["a"].of, found["b"].of, found["c"].of) == ("c", "c", "")


def test_reasons_are_told() -> None:
    """Each in words that name what it rests on."""
    found = origins(
        [
            _account("a", _text(1), "Wire"),
            _account("b", _text(1), "Courier", 1),
            _account("c", _text(2), "Wire", 1),
            _account("d", f"(AFP) - {_text(3)}", "Courier", 1),
        ]
    )
    assert found["a"].why == "no earlier report of this text or agency"
    assert found["b"].why == "reprint of a: 100 % of the shorter text is in both"
    assert found["c"].why == "by Wire, as a is"
    assert found["d"].why == "credits AFP"


def test_ids_do_not_hang_on_who_else_is_there() -> None:
    """The origin of an agency or outlet has one id in every collection."""
    one, other = _account("a", _text(1), "AFP"), _account("b", f"(AFP) - {_text(2)}", "Courier")
    assert origins([one])["a"].id == origins([other])["b"].id
    assert origins([one])["a"].id.startswith("o")


_ACCOUNTS = st.lists(
    st.builds(
        _account,
        st.sampled_from("abcdefgh"),
        st.sampled_from([_text(1), _cut(_text(1), 0, 50), _text(2), f"(AFP) - {_text(3)}", "", "Short."]),
        st.sampled_from([None, "Wire", "Courier", "AP"]),
        st.none() | st.integers(0, 2),
    ),
    max_size=8,
    unique_by=lambda one: one.document,
)


@given(_ACCOUNTS, st.randoms())
def test_order_and_size(accounts: list[Account], random: Random) -> None:
    """Any collection in any order: one origin each, an original among its own, and never more than documents."""
    mixed = random.sample(accounts, len(accounts))
    found = origins(accounts)
    assert origins(mixed) == found
    assert set(found) == {one.document for one in accounts}
    assert all(found[o.original].id == o.id for o in found.values())
    assert origin_count(found, found) <= len(found)


@given(_ACCOUNTS, st.sampled_from(["Bay Post", None]))
def test_one_more_document_brings_at_most_one_origin(accounts: list[Account], outlet: str | None) -> None:
    """A report of its own adds one, a reprint none."""
    before = origins(accounts)
    own, copy = _account("own", _text(7), outlet), _account("copy", _text(7), "Bay Post", 5)
    after, both = origins([*accounts, own]), origins([*accounts, own, copy])
    assert origin_count(after, after) == origin_count(before, before) + 1
    assert origin_count(both, both) == origin_count(after, after)


@pytest.mark.parametrize(
    ("documents", "words"),
    [([], "0 articles, 0 origins"), (["a"], "1 article, 1 origin"), (["a", "b", "a"], "2 articles, 1 origin")],
)
def test_counts_in_words(documents: list[str], words: str) -> None:
    """Each document once."""
    assert counted(documents, origins([_account("a", _text(1)), _account("b", _text(1))])) == words
