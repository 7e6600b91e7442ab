"""Reports that no pen wrote, as many as one likes, to fill ledgers with: the same seed gives the same ones."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from tacitus.model.claim import Argument, Claim, claim_id
from tacitus.model.count import Count
from tacitus.model.document import Block, BlockKind, Document, sha256_of
from tacitus.model.entity import Entity, EntityType
from tacitus.model.ontology import Certainty
from tacitus.model.reading import Reading
from tacitus.model.source import AUTHOR, SourceChain
from tacitus.model.span import Span
from tacitus.model.trace import Origin, Part, Way
from tacitus.model.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Claims of a document, and sentences of a paragraph.
CLAIMS, PARAGRAPH = 25, 3
_TYPES = ("airstrike", "shelling", "attack", "clash", "bombing", "killing", "clash", "offensive")
_DEEDS = ("struck", "shelled", "attacked", "fought", "bombed", "killed", "met", "pushed")
_SYLLABLES = ("ka", "ru", "bel", "tor", "mi", "sha", "den", "ul", "gar", "vo", "ne", "zim", "ta", "lo", "quir", "es")
_FILL = (
    "according to residents reached by telephone late on",
    "in what officials described as the heaviest exchange of",
    "as convoys moved along the road that leads out of",
    "hours after a truce that both sides had agreed to on",
)


@dataclass(frozen=True, slots=True)
class World:
    """Names that reports speak of: few of them often, most of them seldom, as in the press.

    Attributes:
        groups: Names of groups, the commonest first.
        places: Names of places, likewise.
        outlets: Names of outlets.
    """

    groups: tuple[str, ...]
    places: tuple[str, ...]
    outlets: tuple[str, ...]


def world(claims: int, seed: int = 7) -> World:
    """Return a world for so many claims: one group for 120 of them, one place for 60."""
    rng = random.Random(seed)  # noqa: S311 - a benchmark
    groups = tuple(
        f"{_word(rng)} {_word(rng)} {rng.choice(('Front', 'Brigade', 'Army'))}" for _ in range(claims // 120 + 9)
    )
    places = tuple(f"{_word(rng)} {_word(rng)}" for _ in range(claims // 60 + 9))
    return World(groups, places, tuple(f"{_word(rng)} Post" for _ in range(40)))


def reports(where: World, claims: int, seed: int = 11) -> Iterator[Reading]:
    """Yield readings with so many claims in all, `CLAIMS` each, days of publication over ten years."""
    rng = random.Random(seed)  # noqa: S311 - a benchmark
    weights = [list(accumulate(1 / (i + 12) for i in range(len(names)))) for names in (where.groups, where.places)]
    for number in range(claims // CLAIMS):
        yield _report(number, where, weights, rng)


def _word(rng: random.Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()


def _report(number: int, where: World, weights: list[list[float]], rng: random.Random) -> Reading:
    day = date(2014, 1, 1) + timedelta(days=rng.randrange(3650))
    outlet = rng.choice(where.outlets)
    draft = _Draft(day)
    groups = rng.choices(where.groups, cum_weights=weights[0], k=8)
    places = rng.choices(where.places, cum_weights=weights[1], k=6)
    for _ in range(CLAIMS):
        draft.sentence(rng, rng.choice(groups), rng.choice(groups), rng.choice(places))
    return draft.reading(f"d{number:07}", outlet)


class _Draft:
    """A report that grows sentence by sentence."""

    def __init__(self, day: date) -> None:
        self._day = day
        self._text: list[str] = []
        self._length = 0
        self._ids: dict[str, str] = {}
        self._mentions: dict[str, list[Span]] = {}
        self._claims: list[Claim] = []

    def sentence(self, rng: random.Random, actor: str, target: str, place: str) -> None:
        kind = rng.randrange(len(_TYPES))
        dead = rng.randint(2, 60)
        start = self._length
        ids = [self._named(actor), self._put(f" {_DEEDS[kind]} "), self._named(target), self._put(" near ")]
        ids.append(self._named(place))
        self._put(f", {rng.choice(_FILL)} {self._day:%d %B}, leaving {dead} dead")
        speaker = self._quoted(rng, actor) if rng.random() < 0.3 else None
        self._put(".\n\n" if len(self._claims) % PARAGRAPH == PARAGRAPH - 1 else ". ")
        args = [Argument("actor", ids[0]), Argument("target", ids[2]), Argument("place", ids[4])]
        args.append(Argument("killed", Count(dead, dead, None, f"{dead} dead")))
        span = Span(start, self._length)
        word = Span(start + len(actor) + 1, start + len(actor) + 4)
        trace = (
            Origin(Part.TYPE, "events", f"{_DEEDS[kind]}.v", Way.WORD, (word,)),
            *(Origin(Part.ARGUMENT, "events", "svo", Way.NAME, (word,), number=i) for i in range(4)),
            Origin(Part.CONFIDENCE, "assemble", "engine", score=rng.random(), weight=0.7),
        )
        day = self._day - timedelta(days=rng.randrange(9))
        claim = Claim(
            "",
            _TYPES[kind],
            tuple(args),
            (span,),
            When(day.isoformat()),
            SourceChain((speaker,)) if speaker else AUTHOR,
            Certainty.STATED,
            confidence=round(rng.random(), 3),
            made_by="events@1",
            anchor="published",
            trace=trace,
        )
        self._claims.append(claim)

    def reading(self, id_: str, outlet: str) -> Reading:
        """Return the report as it was read."""
        text = "".join(self._text)
        blocks, at = [], 0
        for piece in text.split("\n\n"):
            if piece:
                blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(piece))))
            at += len(piece) + 2
        sha256 = sha256_of(text.encode())
        document = Document(id_, text, sha256, f"Report {id_}", self._day, None, outlet, blocks=tuple(blocks))
        names = {e: name for name, e in self._ids.items()}
        entities = tuple(Entity(e, EntityType.GROUP, (name,), tuple(self._mentions[e])) for e, name in names.items())
        claims = tuple(_with_id(claim, claim_id(sha256, claim, names)) for claim in self._claims)
        return Reading(document, entities, claims, reader="made@1")

    def _put(self, words: str) -> str:
        self._text.append(words)
        self._length += len(words)
        return words

    def _named(self, name: str) -> str:
        id_ = self._ids.setdefault(name, f"e{len(self._ids) + 1}")
        self._mentions.setdefault(id_, []).append(Span(self._length, self._length + len(name)))
        self._put(name)
        return id_

    def _quoted(self, rng: random.Random, actor: str) -> str:
        self._put(", said ")
        return self._named(f"{actor} spokesman" if rng.random() < 0.5 else "the interior ministry")


def _with_id(claim: Claim, id_: str) -> Claim:

    return replace(claim, id=id_)
