"""Incidents as people judge them, and as documents leave the collection."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.happening import Happening, happening_id
from tacitus.resolve.incidents import Incidents, grouped, incident_id

#: What accounts of one event have in common: a story of words that no other event has.
_STORIES = {
    "market": "car bomb kills nine at the vegetable market in Velimir as shoppers queue for onions",
    "dam": "gunmen abduct twelve engineers from the Tarn hydropower dam construction site by lorry",
}


def _told(story: str, number: int, *, is_lead: bool = True) -> Happening:
    """Return an account in a document of its own: "market1"."""
    document, claims = f"{story}{number}", (f"c-{story}-{number}",)
    words = tuple((word, 0.25) for word in _STORIES[story].split() if len(word) > 3)
    news = words if is_lead else ()
    return Happening(
        happening_id(document, claims),
        document,
        claims,
        ("attack",),
        is_lead=is_lead,
        words=words,
        lead=news,
        story=news,
    )


MARKET = tuple(_told("market", n) for n in range(3))
DAM = tuple(_told("dam", n) for n in range(2))
ASIDE = _told("market", 9, is_lead=False)
ALL = (*MARKET, *DAM, ASIDE)


def _pairs(*pairs: tuple[Happening, Happening]) -> frozenset[tuple[str, str]]:
    return frozenset((a.id, b.id) for a, b in pairs)


def _groups(
    same: frozenset[tuple[str, str]] = frozenset(),
    different: frozenset[tuple[str, str]] = frozenset(),
    told: tuple[Happening, ...] = ALL,
) -> list[str]:
    """Return the documents of each incident in one string."""
    return sorted(" ".join(i.documents) for i in grouped(told, same, different))


def test_without_judgements() -> None:
    """The rules alone find two incidents."""
    assert _groups() == ["dam0 dam1", "market0 market1 market2 market9"]


@pytest.mark.parametrize(
    ("same", "different", "groups"),
    [
        (_pairs(), _pairs((DAM[0], DAM[1])), 3),
        (_pairs((DAM[0], DAM[1])), _pairs((DAM[0], DAM[1])), 2),
        (_pairs((DAM[0], DAM[1])), _pairs((DAM[1], DAM[0])), 2),
        (_pairs(), _pairs((MARKET[0], DAM[0])), 2),
        (_pairs((MARKET[0], MARKET[1])), _pairs(), 2),
    ],
)
def test_how_many_incidents_judgements_leave(
    same: frozenset[tuple[str, str]], different: frozenset[tuple[str, str]], groups: int
) -> None:
    """What is judged the same counts before what is judged different; what rules found already stays."""
    found = _groups(same, different)
    assert sorted(d for group in found for d in group.split()) == sorted(h.document for h in ALL)
    assert len(found) == groups


def test_a_judged_pair_brings_its_like_along() -> None:
    """Two incidents of which some accounts are judged one are one."""
    pair = _pairs((MARKET[0], DAM[0]))
    assert _groups(pair, told=(*MARKET, *DAM)) == ["dam0 dam1 market0 market1 market2"]


def test_a_pair_joins_and_a_chain_joins() -> None:
    """A is B and B is C: all three are one, whatever their words."""
    chain = _pairs((MARKET[0], DAM[0]), (DAM[1], DAM[0]))
    assert _groups(chain, told=(MARKET[0], *DAM)) == ["dam0 dam1 market0"]
    assert _groups(told=(MARKET[0], *DAM)) == ["dam0 dam1", "market0"]


def test_who_is_judged_apart_takes_others_along() -> None:
    """The third account stands with one of the two, and never with both."""
    found = _groups(different=_pairs((MARKET[0], MARKET[1])), told=MARKET)
    assert len(found) == 2
    assert sorted(" ".join(found).split()) == ["market0", "market1", "market2"]


def test_background_can_be_judged_apart() -> None:
    """An aside that tells another thing in the same words stands alone then."""
    found = _groups(different=_pairs(*((ASIDE, one) for one in MARKET)))
    assert "market9" in found


def test_background_can_be_judged_to_belong() -> None:
    """A person brings it to an incident of other words."""
    found = _groups(_pairs((ASIDE, DAM[0])), told=(*DAM, ASIDE))
    assert found == ["dam0 dam1 market9"]


def test_a_person_may_join_two_of_one_document() -> None:
    """The document told them apart; the person knows better, and the document tells it once."""
    claims = ("c-other",)
    twin = replace(DAM[0], id=happening_id("dam0", claims), claims=claims, is_lead=False, lead=(), story=())
    assert len(grouped([DAM[0], twin])) == 2
    (found,) = grouped([DAM[0], twin], _pairs((DAM[0], twin)))
    (telling,) = found.tellings
    assert (telling.document, telling.claims, telling.is_lead) == ("dam0", ("c-dam-0", "c-other"), True)


def test_judgements_on_unknown_accounts_wait() -> None:
    """They change nothing until the account is there, and hold once it is."""
    incidents = Incidents(_pairs((MARKET[0], DAM[0])))
    incidents.add([MARKET[0]])
    assert [i.documents for i in incidents.incidents()] == [("market0",)]
    incidents.add([DAM[0]])
    assert [i.documents for i in incidents.incidents()] == [("dam0", "market0")]
    incidents.remove("market0")
    assert [i.documents for i in incidents.incidents()] == [("dam0",)]


def test_what_held_two_together_leaves() -> None:
    """Two accounts that only a third one tied by judgement part when it goes."""
    same = _pairs((MARKET[0], ASIDE), (ASIDE, DAM[0]))
    incidents = Incidents(same)
    incidents.add([MARKET[0], ASIDE, DAM[0]])
    assert len(incidents.incidents()) == 1
    incidents.remove("market9")
    assert sorted(i.documents for i in incidents.incidents()) == [("dam0",), ("market0",)]


def test_a_document_can_come_back() -> None:
    """Removed and added again, it is as if it had never left; removing it twice changes nothing."""
    incidents = Incidents()
    incidents.add(ALL)
    before = incidents.incidents()
    incidents.remove("market1")
    incidents.remove("market1")
    assert all("market1" not in i.documents for i in incidents.incidents())
    incidents.add([MARKET[1]])
    assert incidents.incidents() == before


def test_the_last_document_leaves_nothing() -> None:
    """An emptied collection has no incidents."""
    incidents = Incidents()
    incidents.add(ALL)
    incidents.incidents()
    for one in ALL:
        incidents.remove(one.document)
    assert incidents.incidents() == ()


def test_what_is_added_twice_counts_once() -> None:
    """The second time changes nothing."""
    incidents = Incidents()
    incidents.add([*ALL, *ALL])
    incidents.add(ALL)
    assert incidents.incidents() == grouped(ALL)


def test_ids_come_from_the_smallest_claim() -> None:
    """Whatever the order, and another smallest claim is another incident."""
    assert incident_id(MARKET) == incident_id(reversed(MARKET)) == incident_id([MARKET[0]])
    assert incident_id(MARKET[1:]) != incident_id(MARKET)
    assert incident_id(MARKET) in {i.id for i in grouped(ALL)}


_JUDGED = st.frozensets(
    st.tuples(st.sampled_from(ALL), st.sampled_from(ALL)).filter(lambda pair: pair[0] != pair[1]), max_size=3
).map(lambda pairs: _pairs(*pairs))


@given(_JUDGED, _JUDGED)
def test_judgements_hold(same: frozenset[tuple[str, str]], different: frozenset[tuple[str, str]]) -> None:
    """All that people joined is together, and every account stands in one incident."""
    found = grouped(ALL, same, different)
    home = {claim: i.id for i in found for claim in i.claims}
    claims = {one.id: one.claims[0] for one in ALL}
    assert sorted(home) == sorted(claims.values())
    assert all(home[claims[a]] == home[claims[b]] for a, b in same)
    turned = {(b, a) for a, b in same} | same
    if not same:
        assert all(home[claims[a]] != home[claims[b]] for a, b in different - turned)


@given(_JUDGED, _JUDGED, st.permutations(ALL), st.sets(st.sampled_from([h.document for h in ALL])))
def test_any_order_and_any_leave(
    same: frozenset[tuple[str, str]],
    different: frozenset[tuple[str, str]],
    order: list[Happening],
    leaving: set[str],
) -> None:
    """With judgements too, the incidents are those of what is there now."""
    incidents = Incidents(same, different)
    for one in order:
        incidents.add([one])
        incidents.incidents()
    for document in sorted(leaving):
        incidents.remove(document)
    assert incidents.incidents() == grouped((h for h in ALL if h.document not in leaving), same, different)
