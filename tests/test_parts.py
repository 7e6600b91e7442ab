"""The parts of the reader by themselves."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tacitus.config import Part
from tacitus.gazetteer.empty import Empty
from tacitus.model.document import Document
from tacitus.model.place import PlaceKind
from tacitus.model.problem import Problem
from tacitus.parts import ROWS, Tools, mentions_of, places_of, speech_of, take, times_of
from tacitus.parts.places import place_row
from tacitus.pipeline import ENGINES, LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tacitus.gazetteer.index import Index
    from tacitus.language.analysis import Engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return the package's engine."""
    return ENGINES.make("bundled")


def heard(text: str, engine: Engine) -> Iterator[tuple[str, str, str]]:
    """Yield source, cue and content in words."""
    for part in speech_of(text, engine):
        yield tuple(" … ".join(span.of(text) for span in spans) for spans in (part.source, part.cue, part.content))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The army said that rebels attacked Zenda.", "The army", "said", "that rebels attacked Zenda"),
        (
            "Rebels attacked Zenda, a spokesman for the army said.",
            "a spokesman for the army",
            "said",
            "Rebels attacked Zenda",
        ),
        ("According to the mayor of Zenda, rebels fled.", "the mayor of Zenda", "According", "rebels fled"),
        ("The envoy demanded the release of all prisoners.", "The envoy", "demanded", "the release of all prisoners"),
    ],
)
def test_who_says_what(engine: Engine, text: str, source: str, cue: str, content: str) -> None:
    """The source is a whole phrase, the cue one word, the content everything said; demands are there too."""
    ((who, word, said),) = heard(text, engine)
    assert (who, word) == (source, cue)
    assert said.strip(", .") == content


def test_a_quotation_runs_over_sentences(engine: Engine) -> None:
    """What the colon leads in, and the rest of a quotation, belong to the last speaker."""
    text = "The governor issued a statement:\n\n“We hold the bridge. Nobody was killed there on Monday.”"
    (part,) = speech_of(text, engine)
    assert [span.of(text) for span in part.source] == ["The governor"]
    assert [span.of(text) for span in part.content] == ["“We hold the bridge. Nobody was killed there on Monday.”"]


def test_mentions_have_type_and_head(engine: Engine) -> None:
    """Names and descriptions with their types; pronouns are none."""
    text = "Rudolf Rassendyll fled from Zenda with three soldiers, and they hid."
    found = {part.span.of(text): part for part in mentions_of(text, engine)}
    assert (found["Rudolf Rassendyll"].type, found["Rudolf Rassendyll"].is_name) == ("person", True)
    assert found["Zenda"].type == "place"
    assert found["three soldiers"].head.of(text) == "soldiers"
    assert "they" not in found


def document(text: str, language: str | None = "en") -> Document:
    """Return a document of that text."""
    return Document("a1", text, "0" * 64, language=language)


def test_problems_come_with_the_rows(engine: Engine) -> None:
    """Bad input passes through; another language has no spans; what is too long is read in part."""
    broken = Problem("x", "read", "It is empty.", "Give a report.")
    long = document("Rebels fled. " * (LONGEST // 13 + 2))
    items: list[Document | Problem] = [broken, document("Die Armee griff Zenda an.", "de"), long]
    first, second, third, fourth, fifth = list(take(items, Part.MENTIONS, Tools(lambda: _first_words(engine))))
    assert first == broken
    assert isinstance(second, Problem)
    assert third == {"id": "a1", "spans": []}
    assert isinstance(fourth, Problem)
    assert isinstance(fifth, dict)
    assert all(span["end"] <= LONGEST for span in fifth["spans"])


def _first_words(engine: Engine) -> Engine:
    """Return an engine that reads the first hundred characters, for quickness."""

    class Short:
        name, version = "short", "1"

        def analyse(self, text: str) -> tuple:  # type: ignore[type-arg]
            """Return the sentences at the beginning."""
            assert len(text) <= LONGEST
            return engine.analyse(text[:100])

    return Short()


def test_places_lie_on_the_map(engine: Engine, gazetteer: Index) -> None:
    """Typed results: the words, what they mean, where the words around them lead."""
    text = "Rebels in Karmadun, 15 km east of Raqqa in Syria, fired at Syrian soldiers."
    village, town, country, soldiers = places_of(text, engine, gazetteer)
    assert [part.span.of(text) for part in (village, town, country, soldiers)] == [
        "Karmadun",
        "Raqqa",
        "Syria",
        "Syrian",
    ]
    assert (village.place, village.form) == (None, "name")
    assert town.place is not None
    assert (town.place.country, town.where.relation) == ("SY", "15 km east of")
    assert country.place is not None
    assert country.place.kind is PlaceKind.COUNTRY
    assert soldiers.form == "adjective"


def test_the_row_of_a_place_tells_its_doubt(engine: Engine, gazetteer: Index) -> None:
    """Null where nothing is known, with the area around it; the position of the town, and where the words lead."""
    text = "Rebels in Karmadun, in Idlib province, and 15 km east of Raqqa fired at soldiers of Syria."
    village, province, town, _ = map(place_row, places_of(text, engine, gazetteer))
    assert (village["lat"], village["lon"], village["candidates"]) == (None, None, [])
    assert village["inside"]["name"] == province["candidates"][0]["name"] == "Idlib"
    assert village["within"][0] == "Idlib"
    assert town["lon"] < town["candidates"][0]["lon"]
    assert json.loads(json.dumps(town)) == town


def test_without_a_gazetteer_names_are_seen_and_not_placed(engine: Engine) -> None:
    """What the engine and the list of countries tell by themselves."""
    (part,) = places_of("Soldiers fled to Idlib.", engine, Empty())
    assert (part.place, part.where.inside, part.where.name) == (None, None, "Idlib")


def no_engine() -> Engine:
    """Stand for an engine that must not be loaded."""
    raise AssertionError


def test_times_are_typed_and_need_no_engine() -> None:
    """Days, anchor, distance and TIMEX3 of each expression."""
    text = "They left early on Tuesday, three days after the truce."
    first, second = times_of(text, date(2019, 8, 31))
    assert (first.span.of(text), str(first.when), first.anchor) == ("early on Tuesday", "2019-08-27", "published")
    assert [(timex.type, timex.value) for timex in first.timexes] == [("DATE", "2019-08-27")]
    assert (second.when, second.anchor) == (None, "after")
    assert second.offset is not None
    assert (second.offset.amount, second.offset.unit) == (3, "day")


def test_a_range_of_days_is_two_rows() -> None:
    """Each row has the offsets of one TIMEX3, and the days, anchor and offsets of the whole phrase."""
    text = "It lasted from 3 to 5 May 2018."
    (row,) = take([document(text)], Part.TIMES, Tools(no_engine))
    assert row == {
        "id": "a1",
        "spans": [
            {
                "start": text.index(words),
                "end": text.index(words) + len(words),
                "timex3": {"type": "DATE", "value": value},
                "edtf": "2018-05-03/2018-05-05",
                "anchor": "",
                "phrase": [10, 30],
            }
            for words, value in (("3", "2018-05-03"), ("5 May 2018", "2018-05-05"))
        ],
    }


def test_a_refused_date_is_a_problem_and_a_row_without_days() -> None:
    """Nothing is put in for it."""
    problem, row = take([document("They met on 31 April.")], Part.TIMES, Tools(no_engine))
    assert isinstance(problem, Problem)
    assert "31 April" in problem.message
    assert isinstance(row, dict)
    assert [span["edtf"] for span in row["spans"]] == [None]


def test_every_part_has_rows() -> None:
    """What can be asked for can be given."""
    assert set(ROWS) == set(Part) - {Part.ALIKE}
