"""Whatever the model can hold, drawn by hypothesis: what stands in a log must come back, however odd it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tacitus.ledger import changes as c
from tacitus.ledger.findings import AliasListRow, Findings
from tacitus.model.capture import Capture
from tacitus.model.claim import ANCHORS, Argument, Claim
from tacitus.model.count import Count
from tacitus.model.document import Block, BlockKind, Document, Link
from tacitus.model.entity import Entity, EntityType
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.ontology import COUNT_ROLES, FLAG_ROLES, ROLES, Certainty, Status
from tacitus.model.problem import Problem
from tacitus.model.reading import Reading
from tacitus.model.source import SourceChain
from tacitus.model.span import Span
from tacitus.model.trace import Origin, Part, Way
from tacitus.model.when import When
from tacitus.model.where import Candidate, Point, Where
from tacitus.resolve.records import Record, Tie

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

#: Any text, with marks that mean something in JSON, in SQL or on a line.
words = st.text(max_size=12) | st.sampled_from(['"]}', "\\u0000", "it's; --", "a\u2028b", "\x1f", "𝄞"])
#: Text with what no database can keep: names of files may be so.
odd_words = words | st.sampled_from(["\ud800", "b\udcff.bin", "\0"])
maybe = st.none() | words
shares = st.floats(0, 1)
numbers = st.floats(allow_nan=False, allow_infinity=False)
moments = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - as hypothesis asks
days = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(1, 99))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)


def several(of: SearchStrategy[Any], least: int = 0) -> SearchStrategy[tuple[Any, ...]]:
    """Return tuples of a few."""
    return st.lists(of, min_size=least, max_size=3).map(tuple)


#: As `tacitus.model.where_json` writes them: five places after the point, whole metres.
points = st.builds(
    lambda north, east, radius: Point(north / 10**5, east / 10**5, radius),
    st.integers(-90 * 10**5, 90 * 10**5),
    st.integers(-180 * 10**5, 180 * 10**5),
    st.integers(0, 10**6),
)
candidates = st.builds(Candidate, words, words, words, words, shares, points)
wheres = st.builds(Where, words, several(words), words, several(candidates), st.none() | candidates)
entities = st.builds(Entity, words, st.sampled_from(EntityType), several(words, 1), several(spans), st.none() | wheres)
origins = st.builds(
    Origin,
    st.sampled_from(Part),
    words,
    words,
    st.none() | st.sampled_from(Way),
    several(spans),
    st.none() | numbers,
    st.none() | numbers,
    st.integers(0, 9),
)
whens = st.sampled_from(["2020-01-02", "../2020-01", "2020~/..", "XXXX-01-02", "2019", "2020?"]).map(When)
counts = st.integers(0, 10**30) | st.none()


@st.composite
def arguments(draw: st.DrawFn, role: str) -> Argument:
    """Draw an argument for a role."""
    if role in FLAG_ROLES:
        return Argument(role, value=True)
    if role in COUNT_ROLES:
        low, high = sorted((draw(st.integers(0, 10**30)), draw(st.integers(0, 10**30))))
        bounds = draw(st.sampled_from([(low, high), (None, high), (low, None), (None, None)]))
        return Argument(role, Count(*bounds, draw(maybe), draw(words)))
    return Argument(role, draw(words))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Draw a claim of any type, with any of its roles."""
    kind = draw(st.sampled_from(sorted(ROLES)))
    roles = draw(st.lists(st.sampled_from(ROLES[kind]), max_size=4))
    time = draw(st.none() | whens)
    return Claim(
        draw(words),
        kind,
        tuple(draw(arguments(role)) for role in roles),
        draw(several(spans, 1)),
        time,
        draw(several(words).map(SourceChain)),
        draw(st.sampled_from(Certainty)),
        draw(st.sampled_from(Status)),
        draw(st.none() | shares),
        draw(words),
        draw(st.sampled_from(ANCHORS)) if time is not None else "",
        draw(several(origins)),
    )


problems = st.builds(Problem, words, words, words, words)
documents = st.builds(
    Document,
    id=words,
    text=st.text(max_size=200),
    sha256=words,
    title=maybe,
    published=days,
    author=maybe,
    outlet=maybe,
    url=maybe,
    language=maybe,
    media_type=words,
    blocks=several(st.builds(Block, st.sampled_from(BlockKind), spans)),
    links=several(st.builds(Link, spans, words)),
    published_at=maybe,
)
_listed = st.lists(entities, max_size=3, unique_by=lambda entity: entity.id).map(tuple)
readings = st.builds(Reading, documents, _listed, several(claims()), several(problems), words)
captures = st.builds(Capture, words, words, words, st.none() | moments, maybe, several(st.tuples(words, words)))
records = st.builds(
    Record,
    document=words.filter(bool),
    entity=words.filter(bool),
    type=st.sampled_from(EntityType),
    names=several(words, 1),
    published=days,
    ties=several(st.builds(Tie, words, words, st.frozensets(words, max_size=3))),
    company=st.frozensets(words, max_size=3),
    place=st.none() | words.filter(bool),
)
objects = st.dictionaries(words, values, max_size=3)
judgements = st.builds(
    Judgement,
    several(words, 1),
    st.sampled_from(Verdict),
    words,
    words,
    moments,
    st.none() | shares,
    st.none() | objects,
)
lists = st.builds(AliasListRow, words, words, words, moments, several(objects))
runs = st.none() | st.integers(1, 10**6)

#: One strategy for each kind of change.
CHANGES: dict[type, SearchStrategy[Any]] = {
    c.Begun: st.builds(c.Begun, st.integers(1, 10**6), words, several(odd_words)),
    c.Ended: st.builds(c.Ended, st.integers(1, 10**6)),
    c.Asserted: st.builds(c.Asserted, readings, runs, maybe, st.none() | captures),
    c.Again: st.builds(c.Again, words, words, runs),
    c.Met: st.builds(c.Met, problems, runs),
    c.Found: st.builds(c.Found, st.builds(Findings, words, words, several(records), several(objects))),
    c.Judged: st.builds(c.Judged, judgements),
    c.Brought: st.builds(c.Brought, lists),
    c.Retracted: st.builds(c.Retracted, words, words),
    c.Redacted: st.builds(c.Redacted, several(words), words, words, several(words), several(words)),
}
