"""Which records are one thing, given judgements: the definition of the view."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from tacitus.model.entity import EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.clusters import Cluster, clusters, in_effect
from tacitus.resolve.records import Record, key_of

START = datetime(2024, 5, 1, tzinfo=UTC)
PERSON, RULE = "Mara Dun", "entities@1"


def record(document: str, *names: str, kind: EntityType = EntityType.GROUP) -> Record:
    """Return a record of a document."""
    return Record(document, f"e-{names[0]}", kind, names)


def judged(one: Record, other: Record, verdict: Verdict = Verdict.SAME, by: str = RULE, **more: float) -> Judgement:
    """Return a judgement on two records, `at` so many minutes after the start, with a `score` or without."""
    a, b = sorted((one.key, other.key))
    return Judgement((a, b), verdict, "because", by, START + timedelta(minutes=more.get("at", 0)), more.get("score"))


def undone(judgement: Judgement, *, by: str = PERSON, at: int = 60) -> Judgement:
    """Return the undoing of a judgement."""
    return Judgement((judgement.id,), Verdict.UNDO, "a mistake", by, START + timedelta(minutes=at))


def groups(found: tuple[Cluster, ...]) -> set[frozenset[str]]:
    """Return the documents of each cluster."""
    return {frozenset(r.document for r in c.records) for c in found}


A, B, C, D = (record(f"d{n}", "Tide Front") for n in range(4))


def test_nothing_is_one_without_a_judgement() -> None:
    """Equal names alone join nothing: a decision does."""
    assert groups(clusters((A, B), ())) == {frozenset({"d0"}), frozenset({"d1"})}


def test_judgements_join_in_chains_and_the_smallest_key_names_the_cluster() -> None:
    """A with B, B with C: one cluster, whose id is the smallest key of the three."""
    (found,) = clusters((A, B, C), (judged(A, B), judged(C, B)))
    assert found.records == (A, B, C)
    assert found.id == min(r.key for r in (A, B, C))


def test_what_is_different_stays_apart_even_through_others() -> None:
    """The rule's surer join is made; the one that would bring A and C together is left out."""
    said = (judged(A, B, score=0.99), judged(B, C, score=0.98), judged(A, C, Verdict.DIFFERENT, by=PERSON))
    assert groups(clusters((A, B, C), said)) == {frozenset({"d0", "d1"}), frozenset({"d2"})}


def test_a_persons_join_is_made_before_a_rules() -> None:
    """The person's B with C holds, though the rule was sure of A with B."""
    said = (judged(A, B, score=0.999), judged(B, C, by=PERSON), judged(A, C, Verdict.DIFFERENT))
    assert groups(clusters((A, B, C), said)) == {frozenset({"d0"}), frozenset({"d1", "d2"})}


def test_a_person_overrules_a_rule_whichever_came_first() -> None:
    """On one pair the person's word holds; of two persons' the later one."""
    rule, person = judged(A, B, at=9), judged(A, B, Verdict.DIFFERENT, by=PERSON, at=1)
    assert in_effect((rule, person)) == (person,)
    later = judged(A, B, by="Ari Tell", at=2)
    assert in_effect((later, rule, person)) == (later,)


def test_an_undoing_can_be_undone() -> None:
    """Undone, the judgement is gone; with the undoing undone it is back."""
    join = judged(A, B)
    undo = undone(join)
    assert in_effect((join, undo)) == ()
    assert in_effect((undo, join, undone(undo, at=70))) == (join,)


def test_an_undone_judgement_gives_way_to_the_one_before() -> None:
    """A person's word taken back lets the rule's hold again."""
    rule, person = judged(A, B), judged(A, B, Verdict.DIFFERENT, by=PERSON)
    assert in_effect((rule, person, undone(person))) == (rule,)


def test_undoing_what_nobody_knows_changes_nothing() -> None:
    """The id leads nowhere; so do the keys of documents that were dropped."""
    stray = Judgement(("j0000000000000000",), Verdict.UNDO, "", PERSON, START)
    assert clusters((A, B), (stray, judged(C, D))) == clusters((A, B), ())


def test_any_name_of_a_record_leads_to_it() -> None:
    """A later reading puts the acronym first; the judgement on the full name still holds."""
    full, short = record("d9", "Tide Front", "TF"), record("d9", "TF", "Tide Front")
    join = judged(A, full)
    assert groups(clusters((A, short), (join,))) == {frozenset({"d0", "d9"})}


def test_a_country_is_one_as_an_actor_and_as_a_place_but_no_city_is_its_state() -> None:
    """One document has both; they share their key. "Paris said" is France, and Paris is a city."""
    state, place = record("d1", "France", kind=EntityType.STATE), record("d1", "France", kind=EntityType.PLACE)
    assert len(clusters((state, place), ())) == 1
    state, place = record("d1", "Paris", kind=EntityType.STATE), record("d1", "Paris", kind=EntityType.PLACE)
    found = clusters((state, place), ())
    assert len(found) == len({c.id for c in found}) == 2


def test_a_judgement_joins_what_may_be_one() -> None:
    """Two documents have a man and a town of one name; the judgement joins town with town and man with man."""
    said = [record(d, "Dura", kind=k) for d in ("d1", "d2") for k in (EntityType.PERSON, EntityType.PLACE)]
    key = tuple(sorted((key_of("d1", "Dura"), key_of("d2", "Dura"))))
    found = clusters(said, (Judgement(key, Verdict.SAME, "", PERSON, START),))
    assert sorted({r.type for r in c.records} == {c.records[0].type} for c in found) == [True, True]


def test_names_and_types_are_told_by_most_documents() -> None:
    """The name that most put first, of several the longest; every spelling once; the usual type first."""
    said = (
        record("d1", "TF", "Tide Front"),
        record("d2", "Tide Front"),
        record("d3", "Tide front", kind=EntityType.FORCE),
    )
    (found,) = clusters(said, (judged(said[0], said[1]), judged(said[1], said[2])))
    assert found.name == "Tide Front"
    assert found.names == ("Tide Front", "TF")
    assert found.types == (EntityType.GROUP, EntityType.FORCE)


def random_judgements(dice: random.Random, records: list[Record], number: int) -> list[Judgement]:
    """Return judgements of persons and rules on random pairs, some of them undoing earlier ones."""
    made: list[Judgement] = []
    for at in range(number):
        by = dice.choice((PERSON, "Ari Tell", RULE))
        if made and dice.random() < 0.2:
            made.append(undone(dice.choice(made), by=by, at=at))
        else:
            one, other = dice.sample(records, 2)
            verdict = dice.choices((Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE), (6, 2, 1))[0]
            score = dice.choice(({}, {"score": 0.5}, {"score": 0.97}, {"score": 0.99}))
            made.append(judged(one, other, verdict, by, at=at, **score))
    return made


def test_the_order_of_records_and_judgements_does_not_matter() -> None:
    """Twenty shuffles of 300 judgements give one view."""
    dice = random.Random(3)  # noqa: S311 - test data
    records = [record(f"d{n}", dice.choice(("Tide Front", "Bay Army", "TF"))) for n in range(80)]
    said = random_judgements(dice, records, 300)
    views = set()
    for _ in range(20):
        dice.shuffle(records)
        dice.shuffle(said)
        views.add(clusters(records, said))
    assert len(views) == 1


def test_a_thousand_judgements_taken_back_give_the_view_of_the_start() -> None:
    """Each is undone, in random order, and no record has changed; undoing the undoings brings the other view back."""
    dice = random.Random(8)  # noqa: S311 - test data
    records = [record(f"d{n}", dice.choice(("Tide Front", "Bay Army", "TF"))) for n in range(200)]
    kept = [repr(r) for r in records]
    start = clusters(records, ())
    said = random_judgements(dice, records, 1000)
    merged = clusters(records, said)
    assert len(merged) < len(start)
    joins = [j for j in said if j.verdict is not Verdict.UNDO]
    back = [undone(j, at=2000) for j in dice.sample(joins, len(joins))]
    assert clusters(records, [*said, *back]) == start
    again = [undone(j, at=3000) for j in back]
    undoings = [j for j in said if j.verdict is Verdict.UNDO]
    assert clusters(records, [*said, *back, *again]) == clusters(records, [*joins, *undoings])
    assert [repr(r) for r in records] == kept
