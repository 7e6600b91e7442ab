"""What a claim must be whatever it speaks of: of the time asked for, so sure, with that number, of that sort."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tacitus.ask.question import lists
from tacitus.ask.question.pattern import Hole, Polarity
from tacitus.ask.spots import days_between
from tacitus.model.count import Count
from tacitus.model.ontology import ROLES as ROLES_OF
from tacitus.model.ontology import Certainty, Kind, Status
from tacitus.model.when import Precision, day
from tacitus.resolve.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.ask.question.owners import Owners
    from tacitus.ask.question.pattern import Pattern
    from tacitus.ledger.rows import ClaimRow
    from tacitus.model.when import When

#: What a post is called by who holds it: "spokesperson", "chairwoman".
_BEARER = re.compile(r"(?<=\w{4})(?:woman|person)$")
#: A stem of so many letters tells a word in all its forms.
_LONG = 5
_COUNTS = (Hole.KILLED, Hole.INJURED, Hole.NUMBER)
#: Attacks by a certain means.
_SORTS = lists.words("strikes") - {"attack"}


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of a pattern beside its parts.

    Attributes:
        pattern: What is asked.
        around: Claim id → claims of the same incident.
        owners: Reads the sentences around a claim.
    """

    pattern: Pattern
    around: Mapping[str, tuple[ClaimRow, ...]]
    owners: Owners

    def hold(self, row: ClaimRow) -> bool:
        """Tell whether a claim can answer, by its time, certainty, words, number, and sort."""
        if not (self._is_timely(row) and self._is_told_so(row) and self._is_post(row)):
            return False
        if (
            row.claim.type == "member"
            and self.pattern.types[:1] == ("split",)
            and True not in row.claim.values("ended")
        ):
            return False
        return self._is_so_many(row) and self._is_deadly(row) and self._is_of_sort(row)

    def _is_timely(self, row: ClaimRow) -> bool:
        """Tell whether a claim can be of the time asked for.

        One without a time counts by what its document tells of the same incident, or by its day of publication, unless
        one day is asked for; an event with an open end was not after it was told, and no sum over years is of a month.
        """
        asked, time = self.pattern.time, row.claim.time
        if asked is None:
            return True
        if asked.precision is Precision.YEARLESS:
            return time is not None and days_between(time, asked) == 0
        if time is not None:
            is_sum = self.pattern.hole in _COUNTS and time.latest is None and not asked.contains(time)
            return time.overlaps(asked) and not (self._is_open_before(row, time, asked) or is_sum)
        beside = [o for o in self.around.get(row.claim.id, ()) if o.document.id == row.document.id]
        times = [o.claim.time for o in beside if o.claim.time is not None]
        is_day = asked.precision is Precision.DAY
        told = [day(row.published)] if row.published and not times and not is_day else []
        return any(one.overlaps(asked) for one in (*times, *told))

    @staticmethod
    def _is_open_before(row: ClaimRow, time: When, asked: When) -> bool:
        is_open = row.claim.kind is Kind.EVENT and time.latest is None and row.published is not None
        return is_open and day(row.published or date.max).before(asked)

    def _is_told_so(self, row: ClaimRow) -> bool:
        is_denied = row.claim.certainty is Certainty.DENIED
        if self.pattern.polarity is not Polarity.ANY and is_denied != (self.pattern.polarity is Polarity.DENIED):
            return False
        return not self.pattern.is_planned or row.claim.status is not Status.ACTUAL

    def _is_post(self, row: ClaimRow) -> bool:
        if self.pattern.is_offered:
            told = _stems(" ".join(row.quotes))
            if not any(word.startswith(offer[:_LONG]) for offer in lists.words("offering") for word in told):
                return False
        posts = [_stems(p) for p in self.pattern.given("post")]
        said = {word for v in row.claim.values("role") for word in _stems(str(v))}
        words = {word for quote in row.quotes for word in _stems(quote)}
        named = self.pattern.given("words")
        if named and not _are_all_in(
            {w for name in named for w in _stems(name)}, words | _stems(self.owners.around(row))
        ):
            return False
        has_role = "role" in ROLES_OF[row.claim.type]
        heads = [_head(post) for post in self.pattern.given("post")]
        if has_role:
            return all(post <= said and said & lists.words("lesser") <= post for post in posts)
        return all(head & words for head in heads)

    def _is_of_sort(self, row: ClaimRow) -> bool:
        """Tell whether an attack can be the shelling or bombing that is asked for: one of its incident is told so."""
        asked = self.pattern.types
        is_one_sort = asked[:1] != () and set(asked) <= {*lists.families()[asked[0]], "killing"}
        if row.claim.type != "attack" or not is_one_sort or asked[0] not in _SORTS:
            return True
        return any(other.claim.type in _SORTS for other in self.around.get(row.claim.id, ()))

    def _is_so_many(self, row: ClaimRow) -> bool:
        """Tell whether a claim gives the number that is asked about."""
        if self.pattern.number is None:
            return True
        role, low, high = self.pattern.number
        counts = [v for v in row.claim.values(role) if isinstance(v, Count)]
        return any(c.min == low and c.max in (high, None) for c in counts)

    def _is_deadly(self, row: ClaimRow) -> bool:
        """Tell whether a claim tells of dead or wounded where these are asked for: an attack alone kills nobody."""
        if self.pattern.types[:1] != ("killing",) or row.claim.type == "killing":
            return True
        is_denied = row.claim.certainty is Certainty.DENIED
        roles = (self.pattern.harm, "victim") if self.pattern.harm else ("killed", "injured", "victim")
        return is_denied or any(row.claim.values(role) for role in roles)


def _are_all_in(wanted: set[str], words: set[str]) -> bool:
    """Tell whether all of some stems stand among others, in any form: "offer" in "offered"."""
    return all(w in words or (len(w) >= _LONG and any(word.startswith(w) for word in words)) for w in wanted)


def _head(words: str) -> set[str]:
    """Return the stems of the words that say what is told of: those of "independent inquiry into the raid"."""
    said = fold(words).split()
    end = next((i for i, word in enumerate(said) if i and word in lists.words("of") | {"into"}), len(said))
    return _stems(" ".join(said[:end])) - lists.words("empty")


def _stems(words: str) -> set[str]:
    return {_BEARER.sub("man", word.removesuffix("s")) for word in fold(words).split()}
