"""What something is called: its names, each with claims in whose words it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tacitus.language.segment import sentences
from tacitus.model.ontology import Certainty
from tacitus.resolve.fold import fold
from tacitus.resolve.proper import is_proper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tacitus.ask.question.evidence import Evidence
    from tacitus.ask.question.wanted import Wanted
    from tacitus.ledger.contract import View
    from tacitus.ledger.rows import ClaimRow


def given(
    view: View, parts: Sequence[tuple[str, Wanted]], evidence: Evidence
) -> tuple[tuple[str, tuple[ClaimRow, ...]], ...]:
    """Return the names of what is asked about, each with the claims that give it, those of most claims first.

    A name counts when it stands in the words of a claim that is an alias, a renaming, or speaks of the thing: a name
    without a quote is none.
    """
    asked = [wanted for _, wanted in parts]
    told = {fold(wanted.name) for wanted in asked}
    rows = [r for r in evidence.of(asked) if r.claim.certainty not in (Certainty.DENIED, Certainty.UNKNOWN)]
    callers = [fold(name) for name in evidence.pattern.given("post")]
    rows = [r for r in rows if all(any(f" {name} " in f" {fold(q)} " for q in r.quotes) for name in callers)]
    out: dict[str, dict[str, ClaimRow]] = {}
    for row in (_whole(view, row) for row in rows):
        for entity in row.entities:
            if entity.id not in (str(a.value) for a in row.claim.args):
                continue
            for name in entity.names:
                if is_proper(name) and _stands_in(name, row) and fold(name) not in told:
                    out.setdefault(_plain(name), {})[row.claim.id] = row
    if evidence.pattern.is_full:
        whole = {name: rows for name, rows in out.items() if " " in name}
        begun = {name: rows for name, rows in whole.items() if all(_is_short_for(w.name, name) for w in asked)}
        inside = {n: r for n, r in whole.items() if all(_is_in_order(fold(w.name), fold(n)) for w in asked)}
        out = begun or inside
    found = ((name, tuple(rows.values())) for name, rows in out.items())
    return tuple(sorted(found, key=lambda pair: (-len(pair[1]), pair[0])))


def _is_short_for(acronym: str, name: str) -> bool:
    """Tell whether a name can be what an acronym stands for: its letters begin words of it, in order.

    Examples:
        >>> _is_short_for("HTS", "Hay’at Tahrir al-Sham"), _is_short_for("TF", "Tide")
        (True, False)
    """
    return _is_in_order(fold(acronym), "".join(word[0] for word in fold(name).split()))


def _is_in_order(letters: str, words: str) -> bool:
    """Tell whether some letters stand in words in this order."""
    left = iter(words)
    return all(letter in left for letter in letters if letter != " ")


def _whole(view: View, row: ClaimRow) -> ClaimRow:
    """Return a claim with the sentences around its words: a name in brackets may stand behind them."""
    text = view.reading(row.document.reading).document.text
    spans = [s for s in sentences(text) if any(s.overlaps(e) for e in row.claim.evidence)]
    return replace(row, quotes=tuple(s.of(text) for s in spans)) if spans else row


def _plain(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else name


def _stands_in(name: str, row: ClaimRow) -> bool:
    return any(f" {fold(name)} " in f" {fold(quote)} " for quote in row.quotes)
