"""Accounts of an incident: who is one voice, what stands together, what a reprint and a repetition count."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.ask.accounts import Bench, compared

from tacitus.ask.disagree import Answer, Comparison, compare
from tacitus.ask.questions import Question
from tacitus.ask.weigh import Relation
from tacitus.model.ontology import Certainty

if TYPE_CHECKING:
    from random import Random


def _asked(comparison: Comparison, question: Question) -> Answer:
    answer = comparison.answer(question)
    assert answer is not None
    return answer


def _told(answer: Answer) -> list[tuple[str, list[str]]]:
    return [(position.words, [one.voice.name for one in position.accounts]) for position in answer.positions]


def _links(answer: Answer) -> set[tuple[int, str, int]]:
    return {(link.one, str(link.relation), link.other) for link in answer.links}


def test_a_contested_toll_with_its_sources() -> None:
    """Who holds what, on how many documents and origins; nobody is asked twice."""
    found = compared(
        "killed=20 people; by=Orvand Ministry/force; day=4; doc=a; in=Wire",
        "killed=31 people; by=Mirzakh Hospital/facility; day=4; doc=a; in=Wire",
        "killed=31 people; by=Mirzakh Hospital/facility; day=5; doc=b; in=Courier",
        "killed=31 people; day=6; doc=c; in=Review",
        origins={"b": "a"},
    )
    answer = _asked(found, Question.KILLED)
    assert _told(answer) == [("20 people", ["Orvand Ministry"]), ("31 people", ["Mirzakh Hospital", "Review"])]
    assert _links(answer) == {(0, "contradict", 1)}
    assert answer.is_contested
    assert [len(p.documents) for p in answer.positions] == [1, 3]
    assert [p.origins for p in answer.positions] == [("a",), ("a", "c")]
    assert found.origin_ids == ("a", "c")


def test_a_reprint_is_no_later_report() -> None:
    """A number that is only reprinted later is not repeated: the higher toll of another voice has updated it."""
    lines = ("killed=20; by=Orvand Ministry/force; day=4; doc=a", "killed=20; by=Orvand Ministry/force; day=9; doc=b")
    later = "killed=31; by=Mirzakh Hospital/facility; day=6; doc=c"
    assert _links(_asked(compared(*lines, later, origins={"b": "a"}), Question.KILLED)) == {(1, "update", 0)}
    assert _links(_asked(compared(*lines, later), Question.KILLED)) == {(0, "contradict", 1)}


def test_a_toll_that_grows_stays_contested() -> None:
    """37 updates the 31 that contradicted 20, and contradicts the 20 that nobody took back."""
    answer = _asked(
        compared(
            "killed=20; by=Orvand Ministry/force; day=4; doc=a",
            "killed=31; by=Mirzakh Hospital/facility; day=4; doc=b",
            "killed=37; by=Mirzakh Hospital/facility; day=8; doc=c",
        ),
        Question.KILLED,
    )
    assert _links(answer) == {(0, "contradict", 1), (0, "contradict", 2), (2, "update", 1)}


def test_who_takes_a_number_back_contradicts_it_no_more() -> None:
    """When the only voice of a position has left it for another one, it was updated."""
    answer = _asked(
        compared(
            "killed=20; by=Orvand Ministry/force; day=4; doc=a",
            "killed=31; by=Mirzakh Hospital/facility; day=4; doc=b",
            "killed=31; by=Orvand Ministry/force; day=8; doc=c",
        ),
        Question.KILLED,
    )
    assert _links(answer) == {(1, "update", 0)}


def test_an_outlet_is_one_voice_also_where_it_is_quoted() -> None:
    """What the ministry's page says and what others quote of it is one account; officials are not all the same."""
    answer = _asked(
        compared(
            "killed=20; in=Ministry of Interior; day=4; doc=a",
            "killed=20; by=Ministry of Interior/force; day=5; doc=b",
            "killed=20; by=officials; day=5; doc=c",
            "killed=20; by=officials; day=5; doc=d",
        ),
        Question.KILLED,
    )
    assert _told(answer) == [("20", ["Ministry of Interior", "officials", "officials"])]
    (first, *_) = answer.positions[0].accounts
    assert (first.first, first.last) == (date(2024, 3, 4), date(2024, 3, 5))
    assert not first.is_own


def test_several_claims_of_one_voice_are_one_account() -> None:
    """A name goes before a description, a narrower number and day before a wider one."""
    lines = (
        "actor=militants; killed=31..; on=2024-03; doc=a",
        "actor=Highland Front/group; killed=34 people; on=2024-03-03; doc=a",
    )
    for told in (lines, lines[::-1]):
        found = compared(*told)
        values = {a.question: [p.words for p in a.positions] for a in found.answers}
        assert values == {
            Question.WHO: ["Highland Front"],
            Question.WHEN: ["2024-03-03"],
            Question.KILLED: ["34 people"],
        }


def test_what_a_document_tells_of_other_days_is_kept_apart() -> None:
    """The toll of an earlier bombing in the background of a report is no answer to that of this one."""
    answer = _asked(
        compared(
            "killed=14 people; on=2024-03-03; doc=a; in=Wire",
            "killed=500 people; on=2023-10; doc=a; in=Wire",
            "killed=16 people; on=2024-03-03; doc=b; in=Courier",
        ),
        Question.KILLED,
    )
    assert _told(answer) == [("14 people", ["Wire"]), ("500 people", ["Wire"]), ("16 people", ["Courier"])]
    assert _links(answer) == {(0, "contradict", 2)}


def test_silence_is_told() -> None:
    """Who answers other questions and not this one is named; a question that nobody answers is left out."""
    found = compared("actor=Highland Front/group; in=Wire", "killed=20; in=Courier")
    assert [voice.name for voice in _asked(found, Question.WHO).silent] == ["Courier"]
    assert [voice.name for voice in _asked(found, Question.KILLED).silent] == ["Wire"]
    assert {a.question for a in found.answers} == {Question.WHO, Question.KILLED}


def test_nobody_s_number_is_unknown_and_not_none() -> None:
    """No count, no answer: nothing is made up for those who give none."""
    assert compared("actor=Highland Front/group").answer(Question.KILLED) is None
    answer = _asked(compared("killed=?; certainty=unknown; in=Wire", "killed=0; in=Courier"), Question.KILLED)
    assert [p.words for p in answer.positions] == ["not known", "0"]
    assert _links(answer) == {(0, "unknown", 1)}


def test_joint_actors_do_not_contradict_each_other() -> None:
    """When somebody names both together, one alone is less and not otherwise."""
    pair = ("actor=Highland Front/group", "actor=Sons of the Valley/group")
    assert _links(_asked(compared(*pair), Question.WHO)) == {(0, "contradict", 1)}
    both = "actor=Highland Front/group+Sons of the Valley/group"
    assert _links(_asked(compared(*pair, both), Question.WHO)) == {(2, "refine", 0), (2, "refine", 1)}
    in_turn = ("actor=Highland Front/group; doc=x", "actor=Sons of the Valley/group; doc=x")
    assert _links(_asked(compared(*pair, *in_turn), Question.WHO)) == {(2, "refine", 0), (2, "refine", 1)}
    either = f"{both}; certainty=possible"
    assert (0, "contradict", 1) in _links(_asked(compared(*pair, either), Question.WHO))


def test_who_can_have_done_it() -> None:
    """No thing, no place, and no civilians; but civilians may be those who protest."""
    lines = ("actor=doctors", "actor=two warplanes/thing", "actor=people", "actor=armed men")
    assert [p.words for p in _asked(compared(*lines), Question.WHO).positions] == ["armed men"]
    found = compared("actor=doctors; type=protest")
    assert [p.words for p in _asked(found, Question.WHO).positions] == ["doctors"]


def test_what_documents_say_of_members_counts() -> None:
    """A brigade of the Front is no other perpetrator when a document says that it is of the Front."""
    pair = ("actor=Valley Company/group; doc=a", "actor=Highland Front/group; doc=b")
    member = "subject=Valley Company/group; object=Highland Front/group; type=affiliate; doc=c"
    assert _links(_asked(compared(*pair, member), Question.WHO)) == {(0, "refine", 1)}
    assert _links(_asked(compared(*pair, f"{member}; certainty=denied"), Question.WHO)) != {(0, "refine", 1)}


def test_resolution_is_asked_for_names() -> None:
    """Two spellings are one when it says so, and two groups of one name two; descriptions are not its business."""
    bench = Bench()
    for name in ("Jaysh al-Fajr/group", "Jaish al-Fajr/group", "gunmen"):
        bench.add(f"actor={name}; doc={name}")
    asked: list[tuple[tuple[str, str], tuple[str, str]]] = []

    def same(one: tuple[str, str], other: tuple[str, str]) -> bool:
        asked.append((one, other))
        return True

    answer = _asked(compare(bench.incident(), bench.rows, same), Question.WHO)
    assert [p.words for p in answer.positions] == ["Jaish al-Fajr", "gunmen"]
    assert asked
    assert not [pair for pair in asked if ("gunmen", "e gunmen") in pair]
    bench = Bench()
    for _ in range(2):
        bench.add("actor=Tide Front/group")
    answer = _asked(compare(bench.incident(), bench.rows, lambda _one, _other: False), Question.WHO)
    assert len(answer.positions) == 2


def test_members_are_those_of_whoever_has_the_name() -> None:
    """Where resolution holds an acronym and a name for one, the fighters of the acronym are those of the name."""
    bench = Bench()
    for name in ("Jaysh al-Fajr/group", "JAF/group", "fighters of JAF"):
        bench.add(f"actor={name}; doc={name}")
    answer = _asked(compare(bench.incident(), bench.rows, lambda _one, _other: True), Question.WHO)
    assert len(answer.positions) == 1
    answer = _asked(compare(bench.incident(), bench.rows, lambda one, other: one == other), Question.WHO)
    assert len(answer.positions) == 2


def test_a_day_that_nobody_names_is_nobody_s_account() -> None:
    """A time that was reckoned from elsewhere in the report is not said by the speaker."""
    found = compared(
        "on=2024-03-03; killed=3; anchor=published; in=Wire", "on=2024-03-04; killed=3; anchor=story; in=Courier"
    )
    answer = _asked(found, Question.WHEN)
    assert _told(answer) == [("2024-03-03", ["Wire"])]
    assert [voice.name for voice in answer.silent] == ["Courier"]


def test_plans_and_statements_answer_nothing() -> None:
    """What is only planned is no account of what happened, and who publishes a statement on it did not do it."""
    found = compared(
        "actor=Highland Front/group; killed=20",
        "actor=Sons of the Valley/group; status=planned",
        "actor=United Nations/org; type=publication",
    )
    assert _told(_asked(found, Question.WHO)) == [("Highland Front", ["Outlet 1"])]


def test_claims_of_other_incidents_are_left_out() -> None:
    """Rows that are not of the incident answer nothing."""
    bench = Bench()
    bench.add("killed=20; doc=a")
    incident = bench.incident()
    bench.add("killed=99; doc=a")
    assert _told(_asked(compare(incident, bench.rows), Question.KILLED)) == [("20", ["Outlet 1"])]


def test_whether_it_happened_is_asked_only_when_somebody_doubts_it() -> None:
    """Then all who tell of it say yes."""
    lines = (
        "target=Dura/place; type=capture; in=Wire",
        "actor=Reed Army/force; target=Dura/place; type=capture; in=Dispatch",
    )
    assert compared(*lines).answer(Question.WHETHER) is None
    answer = _asked(compared(*lines, "target=Dura/place; type=capture; certainty=denied; in=Herald"), Question.WHETHER)
    assert _told(answer) == [("yes", ["Wire", "Dispatch"]), ("no", ["Herald"])]
    assert _links(answer) == {(1, "deny", 0)}


_ANSWERS = (
    *("killed=20", "killed=31.. people", "killed=20..40", "killed=34 civilians", "killed=12 militants", "killed=37"),
    *("actor=Highland Front/group", "actor=army of Orvand/force", "actor=gunmen", "actor=Jaysh al-Fajr/group"),
    *("on=2024-03-03", "on=2024-03", "place=Tirsa", "place=Karesh", "instrument=artillery"),
)
_CLAIMS = st.builds(
    "{}; by={}; day={}; doc={}; certainty={}".format,
    st.sampled_from(_ANSWERS),
    st.sampled_from(["Orvand Ministry/force", "Mirzakh Hospital/facility", "residents", "Highland Front/group"]),
    st.integers(0, 6),
    st.sampled_from(["a", "b", "c", "d"]),
    st.sampled_from(["stated", "stated", "stated", "alleged", "possible", "denied", "unknown"]),
)


@given(st.lists(_CLAIMS, min_size=1, max_size=7, unique=True), st.randoms())
def test_the_order_of_claims_does_not_matter(lines: list[str], random: Random) -> None:
    """The same rows in another order give the same comparison."""
    bench = Bench()
    for line in lines:
        bench.add(line)
    shuffled = list(bench.rows)
    random.shuffle(shuffled)
    assert compare(bench.incident(), shuffled) == compare(bench.incident(), bench.rows)


@given(st.lists(_CLAIMS, min_size=1, max_size=7, unique=True))
def test_what_always_holds(lines: list[str]) -> None:
    """No position stands to itself, two stand in one way at most, and nobody contradicts what he says himself."""
    for answer in compared(*lines).answers:
        pairs = [frozenset((link.one, link.other)) for link in answer.links]
        assert all(len(pair) == 2 for pair in pairs)
        assert len(set(pairs)) == len(pairs)
        for link in answer.links:
            if link.relation is Relation.CONTRADICT:
                sides = [{a.voice for a in answer.positions[i].accounts} for i in (link.one, link.other)]
                assert len(sides[0] | sides[1]) > 1
                assert Certainty.DENIED not in {answer.positions[i].certainty for i in (link.one, link.other)}
        spoken = {a.voice for p in answer.positions for a in p.accounts}
        assert spoken.isdisjoint(answer.silent)
