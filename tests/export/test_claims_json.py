"""Section 7 JSON: exactly its parts, and back without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import InvalidValueError
from tacitus.export.claims_json import dumps, from_json, to_json
from tacitus.model.claim import ANCHORS, Argument, Claim
from tacitus.model.count import Count
from tacitus.model.document import Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import COUNT_ROLES, FLAG_ROLES, ROLES, Certainty, Status
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.when import When

_IDS = st.from_regex(r"e[1-9][0-9]?", fullmatch=True)
_WORDS = st.text(min_size=1, max_size=12)
_SPANS = st.tuples(st.integers(0, 500), st.integers(1, 80)).map(lambda pair: Span(pair[0], sum(pair)))
_TIMES = st.sampled_from(["2019-08-31", "2019-08", "2018-01/2018-04", "2019-06-24/..", "XXXX-09-01", "2019-08~"])


@st.composite
def _counts(draw: st.DrawFn) -> Count:
    low, high = sorted(draw(st.tuples(st.integers(0, 999), st.integers(0, 999))))
    return Count(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])), draw(st.none() | _IDS))


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from(sorted(ROLES)))
    args: list[Argument] = []
    for role in draw(st.lists(st.sampled_from(ROLES[kind]), unique=True, max_size=4)):
        if role in FLAG_ROLES:
            args.append(Argument(role, value=True))
        elif role in COUNT_ROLES:
            args.extend(Argument(role, count) for count in draw(st.lists(_counts(), min_size=1, max_size=2)))
        else:
            args.extend(Argument(role, value) for value in draw(st.lists(_IDS, min_size=1, max_size=2)))
    time = draw(st.none() | _TIMES.map(When))
    return Claim(
        id="c" + draw(st.from_regex(r"[0-9a-f]{16}", fullmatch=True)),
        type=kind,
        args=tuple(args),
        evidence=tuple(draw(st.lists(_SPANS, min_size=1, max_size=3))),
        time=time,
        source=SourceChain(tuple(draw(st.lists(_IDS, unique=True, max_size=2)))),
        certainty=draw(st.sampled_from(Certainty)),
        status=draw(st.sampled_from(Status)),
        confidence=draw(st.none() | st.floats(0, 1)),
        anchor=draw(st.sampled_from(ANCHORS)) if time else "",
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw readings of everything that section 7 carries."""
    text = draw(st.text(max_size=60))
    document = Document(
        id=draw(_WORDS),
        text=text,
        sha256=sha256_of(text.encode("utf-8", "surrogatepass")),
        title=draw(st.none() | _WORDS),
        published=draw(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))),
        outlet=draw(st.none() | _WORDS),
        url=draw(st.none() | _WORDS),
    )
    entity = st.builds(
        Entity,
        id=_IDS,
        type=st.sampled_from(EntityType),
        names=st.lists(_WORDS, min_size=1, max_size=3).map(tuple),
        mentions=st.lists(_SPANS, max_size=3).map(tuple),
    )
    return Reading(document, tuple(draw(st.lists(entity, max_size=4))), tuple(draw(st.lists(_claims(), max_size=4))))


@given(readings())
def test_comes_back_equal(reading: Reading) -> None:
    """What goes out as text comes back as the same reading."""
    assert from_json(json.loads(dumps(reading))) == reading
    assert from_json(json.loads(dumps(reading, indented=True))) == reading


def test_holds_exactly_the_parts_of_section_7(reading: Reading) -> None:
    """No key more, no key less."""
    data = to_json(reading)
    assert list(data) == ["document", "text", "entities", "claims"]
    assert list(data["document"]) == ["id", "title", "published", "outlet", "url", "sha256"]
    assert list(data["entities"][0]) == ["id", "type", "names", "mentions"]
    assert data["claims"][0] == {
        "id": "c01",
        "kind": "event",
        "type": "shelling",
        "args": {
            "actor": ["e1"],
            "target": ["e2"],
            "place": ["e3"],
            "killed": [{"min": 12, "max": None, "who": "e4"}],
        },
        "time": "2023-05-14",
        "source": ["e1"],
        "certainty": "stated",
        "status": "actual",
        "evidence": [[14, 47], [49, 76]],
        "confidence": 0.75,
    }


def test_what_a_time_was_reckoned_from_stands_behind_it(reading: Reading) -> None:
    """Where the words alone give the time there is nothing to say."""
    shelling = replace(reading.claims[0], anchor="story")
    data = to_json(replace(reading, claims=(shelling,)))["claims"][0]
    assert list(data)[4:6] == ["time", "anchor"]
    assert data["anchor"] == "story"
    assert all("anchor" not in claim for claim in to_json(reading)["claims"])


def test_an_unknown_anchor_is_refused(reading: Reading) -> None:
    """The message says which there are."""
    data = to_json(reading)
    data["claims"][0]["anchor"] = "guess"
    with pytest.raises(InvalidValueError, match=r"'guess'.*'published', 'dateline', 'story'"):
        from_json(data)


def test_a_flag_is_a_list_with_true(reading: Reading) -> None:
    """`ended` travels as `[true]`."""
    assert to_json(reading)["claims"][2]["args"]["ended"] == [True]


def test_quotes_stay_where_they_were(reading: Reading) -> None:
    """Offsets of the JSON cut the same words from its text."""
    data = to_json(reading)
    (start, end) = data["claims"][3]["evidence"][0]
    assert data["text"][start:end] == "denied it"


def test_a_missing_hash_is_taken_from_the_text(reading: Reading) -> None:
    """JSON written by hand need not carry it."""
    data = to_json(reading)
    del data["document"]["sha256"]
    assert from_json(data).document.sha256 == reading.document.sha256


def _broken(reading: Reading, path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    data = to_json(reading)
    part: Any = data
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("claims", 0, "certainty"), "sure", "'sure' is no certainty. Allowed: stated, probable"),
        (("claims", 0, "status"), "done", "'done' is no status"),
        (("claims", 0, "type"), "war", "'war' is no claim type"),
        (("claims", 0, "time"), "yesterday", "'yesterday' is no date"),
        (("claims", 0, "evidence"), [], "at least one span"),
        (("claims", 0, "args"), {"killed": [12]}, "shapes of section 7"),
        (("claims", 0, "args"), {"object": ["e1"]}, "'object' is no role of shelling"),
        (("entities", 0, "type"), "tank", "'tank' is no entity type"),
        (("document", "published"), "31.08.2019", "YYYY-MM-DD"),
        (("entities",), None, "shapes of section 7"),
    ],
)
def test_says_what_is_wrong(reading: Reading, path: tuple[str | int, ...], value: object, said: str) -> None:
    """Each broken part is named with what is allowed."""
    with pytest.raises(InvalidValueError) as caught:
        from_json(_broken(reading, path, value))
    assert said in str(caught.value)


def test_says_what_is_missing(reading: Reading) -> None:
    """A missing part is named, with the page that lists all parts."""
    data = to_json(reading)
    del data["claims"]
    with pytest.raises(InvalidValueError, match=r"an object with 'claims'.*docs/formats\.md"):
        from_json(data)


def test_what_does_not_travel(reading: Reading) -> None:
    """The reader's versions stay behind, and nothing breaks."""
    assert from_json(to_json(reading)) != reading
    plain = replace(
        reading,
        reader="",
        claims=tuple(replace(c, args=tuple(_wordless(a) for a in c.args)) for c in reading.claims),
    )
    assert from_json(to_json(reading)) == plain


def _wordless(arg: Argument) -> Argument:
    return replace(arg, value=replace(arg.value, words="")) if isinstance(arg.value, Count) else arg
