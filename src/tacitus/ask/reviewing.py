"""Reviews of claims: what people accepted, rejected or corrected."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tacitus.ask.correcting import correction
from tacitus.ask.explain import explained
from tacitus.ask.sameness import taking_back
from tacitus.errors import InvalidValueError
from tacitus.model.judgement import Judgement, Verdict
from tacitus.model.review import STATES, UNREVIEWED, Past, Review, State
from tacitus.resolve.clusters import standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from tacitus.ask.judging import Reason
    from tacitus.ledger.contract import View
    from tacitus.ledger.filter import ClaimFilter
    from tacitus.ledger.rows import ClaimRow


class Reviewed(NamedTuple):
    """A claim with what people said of it."""

    row: ClaimRow
    review: Review


def reviews(view: View, claims: Collection[str] | None = None) -> Mapping[str, Review]:
    """Return claim id → review, of all claims or of these; a claim that nobody ever reviewed is left out.

    One question to the ledger, and one more for what was taken back, however many claims there are.

    Args:
        view: Of now, or of an earlier moment of the record clock: later reviews are not seen.
        claims: Ids; None asks for all.
    """
    if claims is not None and not claims:
        return {}
    return {claim: Review(past) for claim, past in histories(view, STATES, claims).items()}


def states(view: View) -> Mapping[str, str]:
    """Return claim id → state of review, for claims that were reviewed."""
    return {claim: str(review.state) for claim, review in reviews(view).items()}


def histories(
    view: View, verdicts: Collection[Verdict], subjects: Collection[str] | None = None
) -> dict[str, tuple[Past, ...]]:
    """Return what was judged of each subject by these verdicts, in order of recording, with what took it back.

    Args:
        view: Judgements that it does not know are not seen.
        verdicts: Verdicts on one subject.
        subjects: Ids; None asks for all.
    """
    found = view.judgements(subjects)
    wanted = [one for one in found if one.verdict in verdicts]
    every = subjects is None
    undoing = _undoing([one for one in found if one.verdict is Verdict.UNDO] if every else taking_back(view, wanted))
    out: defaultdict[str, list[Past]] = defaultdict(list)
    for one in wanted:
        out[one.subject[0]].append(Past(one, undoing.get(one.id)))
    return {subject: tuple(past) for subject, past in out.items()}


def among(view: View, wanted: ClaimFilter, state: State | None) -> ClaimFilter:
    """Return a filter that lets only the claims in a state pass, of those that passed; None changes nothing."""
    if state is None:
        return wanted
    states = {claim: review.state for claim, review in reviews(view, wanted.ids).items()}
    if state is State.UNREVIEWED:
        others = frozenset(claim for claim, found in states.items() if found is not state)
        return replace(wanted, without=others | (wanted.without or frozenset()))
    return replace(wanted, ids=frozenset(claim for claim, found in states.items() if found is state))


def reviewed(view: View, begun: str, as_of: date | None = None) -> Reviewed:
    """Return a claim, by its id or how it begins, with its review.

    Args:
        view: Of now, or of an earlier moment of the record clock.
        begun: The id, or its beginning, when no other begins so.
        as_of: Only claims of documents published on this day or before.

    Raises:
        InvalidValueError: If it is no beginning of a claim's id.
        NotRecordedError: If no claim, or more than one, has such an id, or it was published later.
    """
    row = explained(view, begun, as_of).row
    return Reviewed(row, reviews(view, [row.claim.id]).get(row.claim.id, UNREVIEWED))


def judged(row: ClaimRow, verdict: Verdict, settings: Sequence[str], reason: Reason) -> Judgement:
    """Return the judgement that accepts, rejects or corrects a claim.

    Args:
        row: The claim.
        verdict: `ACCEPT`, `REJECT` or `EDIT`.
        settings: What `EDIT` corrects, see `tacitus.ask.correcting.correction`; nothing for the others.
        reason: Why, who and when.

    Raises:
        InvalidValueError: If a correction is missing, is given with another verdict, or breaks the contract.
    """
    if verdict is not Verdict.EDIT and settings:
        raise InvalidValueError(
            f"review with verdict {verdict}", " ".join(settings), "corrections (--set) with the verdict edit alone"
        )
    data = correction(row, settings) if verdict is Verdict.EDIT else None
    return Judgement((row.claim.id,), verdict, reason.because, reason.author, reason.now, data=data)


def _undoing(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Return id of a judgement → the first standing judgement that takes it back."""
    out: dict[str, Judgement] = {}
    for one in sorted(standing(judgements), key=lambda one: (one.recorded, one.id)):
        if one.verdict is Verdict.UNDO:
            out.setdefault(one.subject[0], one)
    return out
