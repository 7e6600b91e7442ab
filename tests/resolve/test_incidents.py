"""Accounts grouped into incidents: the same groups in any order, whatever came and went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tacitus.resolve.happening import Happening, Spot, happening_id
from tacitus.resolve.incidents import Incidents, grouped
from tacitus.resolve.rare_words import weighted

#: What happened, in the words that all accounts of it share.
EVENTS = (
    "car bomb kills nine at the vegetable market in Velimir as shoppers queue",
    "drone strike destroys fuel depot beside Karabash railway station at dawn",
    "gunmen abduct twelve engineers from the Tarn hydropower dam construction site",
    "truce signed by Orlia and the Northern Front under mediation of Bishop Halder",
)
#: Words that single accounts add.
CHATTER = ("officials", "residents", "hospital", "witnesses", "statement", "footage", "condemned", "helicopter")
DAY = date(2024, 5, 9)


def account(event: int, number: int, *, is_lead: bool = True) -> Happening:
    """Return an account of an event, its words a little unlike those of others; every third one bears no date."""
    random = Random(100 * event + number)  # noqa: S311 - the same chatter at every run
    text = f"{EVENTS[event]} {' '.join(random.sample(CHATTER, 3))}"
    document, claims = f"d{event}-{number}", (f"c{event}{number}a", f"c{event}{number}b")
    words = weighted([text], 30)
    return Happening(
        happening_id(document, claims),
        document,
        claims,
        ("attack",),
        is_lead=is_lead,
        published=None if number % 3 == 2 else DAY + timedelta(days=number % 2),
        spots=(Spot(("velimir", "karabash", "tarn", "halder")[event]),),
        words=words,
        lead=words if is_lead else (),
        story=words if is_lead else (),
    )


ALL = tuple(account(event, number, is_lead=number < 4) for event in range(len(EVENTS)) for number in range(6))


def test_accounts_of_one_event_are_one_incident() -> None:
    """Four events told six times each: four incidents, with main news and background told apart."""
    found = grouped(ALL)
    assert [len(i.documents) for i in found] == [6] * len(EVENTS)
    assert [len(i.lead_documents) for i in found] == [4] * len(EVENTS)
    assert all(len({d.split("-")[0] for d in i.documents}) == 1 for i in found)
    assert sorted(c for i in found for c in i.claims) == sorted(c for h in ALL for c in h.claims)


@given(st.permutations(ALL), st.integers(0, len(ALL)))
def test_order_of_arrival_does_not_matter(order: list[Happening], cut: int) -> None:
    """One by one, in two loads or at once: the same incidents with the same ids."""
    incidents = Incidents()
    incidents.add(order[:cut])
    incidents.incidents()
    for one in order[cut:]:
        incidents.add([one])
    assert incidents.incidents() == grouped(ALL)


@given(st.lists(st.tuples(st.sampled_from(ALL), st.booleans()), max_size=30))
def test_what_comes_and_goes_leaves_no_trace(steps: list[tuple[Happening, bool]]) -> None:
    """After any additions and removals the incidents are those of what is there now."""
    incidents, there = Incidents(), dict[str, Happening]()
    for one, is_added in steps:
        if is_added:
            incidents.add([one])
            there[one.document] = one
        else:
            incidents.remove(one.document)
            there.pop(one.document, None)
        if len(there) % 2:
            incidents.incidents()
    assert incidents.incidents() == grouped(there.values())


def test_the_id_stays_when_documents_join() -> None:
    """It comes from the smallest id of its claims, and later documents seldom have a smaller one."""
    few = grouped(h for h in ALL if not h.document.endswith("5"))
    assert [i.id for i in few] == [i.id for i in grouped(ALL)]


def test_happenings_of_one_document_are_not_joined() -> None:
    """A document told its happenings apart, however alike their words."""
    one = account(0, 0)
    claims = ("c9",)
    two = replace(one, id=happening_id(one.document, claims), claims=claims, is_lead=False)
    assert len(grouped([one, two])) == 2


def test_a_person_joins_what_is_unlike() -> None:
    """A judgement brings two accounts into one incident that share no word; taking it away parts them again."""
    one, other = account(0, 0), account(1, 0)
    pair = frozenset({(other.id, one.id)})
    assert len(grouped([one, other])) == 2
    (joined,) = grouped([one, other], same=pair)
    assert set(joined.documents) == {one.document, other.document}


def test_a_person_parts_what_is_alike() -> None:
    """Two accounts judged to tell two happenings do not come together through others either."""
    pair = frozenset({(ALL[0].id, ALL[1].id)})
    found = grouped(ALL, different=pair)
    homes = [i.id for i in found for d in (ALL[0].document, ALL[1].document) if d in i.documents]
    assert len(set(homes)) == 2
    assert len(found) == len(EVENTS) + 1


@given(st.permutations(ALL))
def test_judgements_hold_in_any_order(order: list[Happening]) -> None:
    """Judged pairs give the same incidents whichever account came first."""
    same, different = frozenset({(ALL[0].id, ALL[7].id)}), frozenset({(ALL[12].id, ALL[13].id)})
    incidents = Incidents(same, different)
    for one in order:
        incidents.add([one])
    assert incidents.incidents() == grouped(ALL, same, different)


def test_a_sum_of_many_actions_makes_a_trend() -> None:
    """An incident is a trend when most of its accounts sum up."""
    trend = [replace(h, is_trend=True) for h in ALL[:3]]
    assert [i.is_trend for i in grouped(trend)] == [True]
    assert [i.is_trend for i in grouped(ALL[:3])] == [False]


def test_nothing_makes_nothing() -> None:
    """No happenings, no incidents; removing an unknown document changes nothing."""
    incidents = Incidents()
    incidents.remove("nowhere")
    assert incidents.incidents() == ()
