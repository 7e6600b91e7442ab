"""Entities across documents: each new record is compared with what is known, and what that calls for is a judgement."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from tacitus.model.judgement import Judgement, Verdict
from tacitus.resolve.candidates import Candidates
from tacitus.resolve.clusters import PAIRED, Union, in_effect
from tacitus.resolve.evidence import weigh
from tacitus.resolve.kinds import may_be_one, may_be_same
from tacitus.resolve.naming import SHORT
from tacitus.resolve.reasons import because
from tacitus.resolve.setting import Gathering, Rarity, views

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tacitus.resolve.evidence import Evidence
    from tacitus.resolve.lists import AliasLists
    from tacitus.resolve.records import Record
    from tacitus.resolve.setting import View

#: A cluster that a record may be of, with the evidence.
Met = tuple["Evidence", "Gathering"]
AUTHOR = "entities@1"
#: From so sure on a rule joins by itself: measured at precision .98, see `python -m benchmarks.entities`.
MERGE = 0.94
#: From so sure on a pair is put before people.
ASK = 0.5
#: A second candidate so near in log-odds leaves it open which one is meant.
_NEAR = 1.5
#: Links that lead to several clusters with other full names, of which one alone can be meant.
_BY_PART = frozenset({"one bearer", "several bearers", "acronym fits"})
#: So many clusters at most are judged on for one record.
_MOST = 4


class Resolver:
    """Holds what is known of entities across documents, and decides on new records.

    It keeps one cluster of names and company for each entity, not all pairs of records: a new record is compared with
    the few clusters that have a name like one of its own.
    """

    def __init__(self, judgements: Iterable[Judgement] = (), known: AliasLists | None = None) -> None:
        """Begin with judgements.

        Args:
            judgements: All that were recorded, those that were taken back among them: such a pair is not joined again.
            known: Alias lists, or None.
        """
        every = tuple(judgements)
        self._seen: defaultdict[str, set[str]] = defaultdict(set)
        self._holding: defaultdict[str, list[Judgement]] = defaultdict(list)
        for one in every:
            if one.verdict in PAIRED and len(one.subject) == 2:
                self._seen[one.subject[0]].add(one.subject[1])
                self._seen[one.subject[1]].add(one.subject[0])
        for one in in_effect(every):
            if one.verdict in PAIRED and len(one.subject) == 2:
                self._holding[one.subject[0]].append(one)
                self._holding[one.subject[1]].append(one)
        self._union = Union()
        self._gatherings: dict[str, Gathering] = {}
        self._records: dict[str, Record] = {}
        self._keys: dict[str, str] = {}
        self._rarity = Rarity()
        self._candidates = Candidates(known)

    def add(self, records: Iterable[Record]) -> None:
        """Take in records that were decided on before, with the judgements on them; nothing new is judged."""
        entered = []
        for document in _documents(records):
            self._rarity.add(document)
            entered += [key for view in document if self._enter(view) is not None for key in view.keys]
        self._settle(entered)

    def decide(self, records: Iterable[Record], recorded: datetime) -> Iterator[Judgement]:
        """Take in new records and yield the judgements that they call for, document by document, sure names first.

        Args:
            records: Records of one or more documents; a document's records stand together. Known ones are passed over.
            recorded: When the judgements are entered, UTC.
        """
        for document in _documents(records):
            self._rarity.add(document)
            for view in sorted(document, key=_sureness):
                evidence = self._evidence(view)
                key = self._enter(view)
                if key is not None:
                    self._settle(view.keys)
                    yield from self._judge(key, view, evidence, recorded)

    def _enter(self, view: View) -> str | None:
        """Take in a record as a cluster of its own, and return the key by which it is judged.

        None where there is nothing to judge: what its document has under the same first name and kind is it again,
        and where the kinds forbid that and it has no other name, no key leads to it.
        """
        first, *others = view.keys
        held = self._records.get(first)
        if held is not None and may_be_same(view.record, held):
            self._file(view, first)
            return None
        key = first if held is None else next((k for k in others if k not in self._keys), None)
        if key is None:
            return None
        self._union.add(key)
        self._records[key] = view.record
        self._gatherings[key] = Gathering(key)
        self._keys[key] = key
        for other in others:
            self._keys.setdefault(other, key)
        self._file(view, key)
        return key

    def _file(self, view: View, key: str) -> None:
        root = self._union.root(key)
        self._gatherings[root].add(view, key)
        self._candidates.add(view, root)

    def _settle(self, keys: Iterable[str]) -> None:
        """Apply the judgements in effect between new keys and all that are here, in the order of `clusters`."""
        held = {j for key in keys for j in self._holding.get(key, ())}
        here = [j for j in held if all(key in self._keys for key in j.subject)]
        for one in sorted(here, key=lambda j: (j.is_by_rule, -(j.score or 0.0), j.subject)):
            if one.verdict is Verdict.DIFFERENT:
                self._union.part(self._keys[one.subject[0]], self._keys[one.subject[1]])
        for one in sorted(here, key=lambda j: (j.is_by_rule, -(j.score or 0.0), j.subject)):
            if one.verdict is Verdict.SAME:
                self._join(self._keys[one.subject[0]], self._keys[one.subject[1]])

    def _join(self, one: str, other: str) -> bool:
        """Make the clusters of two keys one, unless they must stay apart."""
        a, b = self._union.root(one), self._union.root(other)
        if a == b or not self._union.join(a, b):
            return a == b
        root = self._union.root(a)
        gone = b if root == a else a
        absorbed = self._gatherings.pop(gone)
        self._gatherings[root].absorb(absorbed)
        self._candidates.move(absorbed, root)
        return True

    def _evidence(self, view: View) -> list[Met]:
        """Return the clusters that a record may be of, the likeliest first."""
        found = []
        for key, link in self._candidates.of(view, self._gatherings):
            gathering = self._gatherings[key]
            if any(may_be_one(view.record.type, kind) for kind in gathering.types):
                found.append((weigh(view, gathering, link, self._rarity), gathering))
        return sorted(found, key=lambda met: (_is_former(met, found), -met[0].odds, met[1].key))

    def _judge(self, key: str, view: View, found: list[Met], recorded: datetime) -> Iterator[Judgement]:
        """Yield the judgements on a new record: same where it is sure and alone, unsure where it is open."""
        joined: Met | None = None
        for evidence, gathering in found[:_MOST]:
            theirs = gathering.bearers[evidence.link.theirs].key
            if evidence.score < ASK or self._is_decided(key, view, gathering):
                continue
            verdict = Verdict.UNSURE
            if evidence.score >= MERGE and not _is_open((evidence, gathering), found, joined):
                verdict = Verdict.SAME
            if verdict is Verdict.UNSURE and joined is not None and evidence.score < MERGE:
                continue
            a, b = sorted((key, theirs))
            reason = because(evidence, gathering)
            if verdict is Verdict.SAME:
                self._join(key, theirs)
                joined = joined or (evidence, gathering)
            yield Judgement((a, b), verdict, reason, AUTHOR, recorded, round(evidence.score, 4))

    def _is_decided(self, key: str, view: View, gathering: Gathering) -> bool:
        """Tell whether a record and a cluster are one already, must stay apart, or were judged before."""
        mine, theirs = self._union.root(key), self._union.root(gathering.key)
        if mine == theirs or self._union.are_apart(mine, theirs):
            return True
        seen = {other for one in view.keys for other in self._seen.get(one, ()) if other in self._keys}
        return any(self._union.root(self._keys[other]) == theirs for other in seen)


def _documents(records: Iterable[Record]) -> Iterator[tuple[View, ...]]:
    for _, document in groupby(records, key=lambda r: r.document):
        yield views(tuple(document))


def _sureness(view: View) -> tuple[bool, int]:
    first = view.namings[0]
    return first.is_weak, -len(first.folded.split())


def _is_open(met: Met, found: list[Met], joined: Met | None) -> bool:
    """Tell whether it is open which cluster is meant, or whether a record would glue two clusters.

    They would be glued by unlike names, or though a document tells how one followed the other.
    """
    evidence, gathering = met
    if evidence.has("loose name", "places apart") or _is_former(met, found):
        return True
    if joined is not None and (not _are_tied(evidence, joined[0]) or gathering.follows(joined[1])):
        return True
    near = [m for m in found if m[1] is not gathering and m[0].score >= ASK and m[0].odds > evidence.odds - _NEAR]
    if any(gathering.follows(other) and not _is_former((e, other), found) for e, other in near):
        return True
    is_short = evidence.link.mine.nature in SHORT or evidence.link.feature in _BY_PART
    return is_short and any(gathering.is_rival(other) for _, other in near)


def _is_former(met: Met, found: list[Met]) -> bool:
    """Tell whether a cluster has the name less often than one that follows it, or that it follows."""
    evidence, gathering = met
    share = gathering.share(evidence.link.theirs)
    return any(g is not gathering and gathering.follows(g) and g.share(e.link.theirs) > share for e, g in found)


def _are_tied(one: Evidence, other: Evidence) -> bool:
    """Tell whether two clusters met a record through one name of it, so that the record glues nothing."""
    return one.link.mine.folded == other.link.mine.folded and "listed" not in (one.link.feature, other.link.feature)
