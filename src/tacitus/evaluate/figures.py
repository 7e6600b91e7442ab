"""The headline figures, from counts over documents."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tacitus.evaluate.aliases import aliases
from tacitus.evaluate.judging import PARTS, only
from tacitus.evaluate.names import LOOSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tacitus.evaluate.judging import Pair, Verdict

_PLACES = frozenset({"place"})
_COUNTS = frozenset({"killed", "injured", "count"})

#: Precision, recall and F1, each rounded to four digits.
Ratios = dict[str, float]


def counted(verdict: Verdict) -> Counter[str]:
    """Return what one document adds to the counts that `rows` is made from."""
    read, gold = verdict.read, verdict.gold
    out: Counter[str] = Counter(read=len(read.claims), gold=len(gold.claims), found=len(verdict.pairs))
    out["full"] = sum(pair.is_full for pair in verdict.pairs)
    out["arguments_read"] = sum(bag.total() for bag in verdict.read_bags)
    out["arguments_gold"] = sum(bag.total() for bag in verdict.gold_bags)
    for pair in verdict.pairs:
        out.update(_of_pair(verdict, pair))
    out.update(aliases(read.things, gold.things, verdict.ids))
    named = [thing for thing in gold.things if thing.type not in LOOSE]
    met = set(verdict.ids.values())
    out["entities_gold"] = len(named)
    out["entities_hit"] = sum(thing.id in met for thing in named)
    return out


def _of_pair(verdict: Verdict, pair: Pair) -> Counter[str]:
    read, gold = verdict.read.claims[pair.read], verdict.gold.claims[pair.gold]
    mine, theirs = verdict.read_bags[pair.read], verdict.gold_bags[pair.gold]
    out: Counter[str] = Counter({f"right_{part}": int(part in pair.right) for part in PARTS})
    out["arguments_same"] = (mine & theirs).total()
    if len(gold.source) > 1:
        out["chain_gold"] = 1
        out["chain_hit"] = {verdict.ids.get(s, "?") for s in read.source} == set(gold.source)
    for name, is_asked, part in (("sourced", gold.source, "source"), ("dated", gold.time, "time")):
        out[f"{name}_gold"] = bool(is_asked)
        out[f"{name}_hit"] = bool(is_asked) and part in pair.right
    plain = (
        ("hedged", read.certainty != "stated", gold.certainty != "stated", "certainty"),
        ("moved", read.status != "actual", gold.status != "actual", "status"),
    )
    for name, is_read, is_gold, part in plain:
        out[f"{name}_read"], out[f"{name}_gold"] = is_read, is_gold
        out[f"{name}_hit"] = is_gold and part in pair.right
    for name, roles in (("place", _PLACES), ("count", _COUNTS)):
        a, b = only(mine, roles), only(theirs, roles)
        out[f"{name}_hit"], out[f"{name}_read"], out[f"{name}_gold"] = (a & b).total(), a.total(), b.total()
    return out


def rows(c: Mapping[str, int]) -> dict[str, float | Ratios]:
    """Return the headline rows, in order, of summed counts."""
    out: dict[str, float | Ratios] = {
        "full": ratios(c["full"], c["read"], c["gold"]),
        "found": ratios(c["found"], c["read"], c["gold"]),
        "arguments": ratios(c["arguments_same"], c["arguments_read"], c["arguments_gold"]),
        "entity_recall": share(c["entities_hit"], c["entities_gold"]),
        "alias_recall": share(c["alias_hit"], c["alias_gold"]),
        "alias_wrong": c["alias_wrong"],
    }
    out |= {f"{part}_accuracy": share(c[f"right_{part}"], c["found"]) for part in PARTS}
    out |= {f"{name}_accuracy": share(c[f"{name}_hit"], c[f"{name}_gold"]) for name in ("sourced", "chain", "dated")}
    for key, name in (("hedged", "hedged"), ("not_actual", "moved"), ("place", "place"), ("count", "count")):
        out[f"{key}_f1"] = ratios(c[f"{name}_hit"], c[f"{name}_read"], c[f"{name}_gold"])["f1"]
    return out


def ratios(same: int, read: int, gold: int) -> Ratios:
    """Return precision, recall and their F1; 0 where nothing was read or marked."""
    precision, recall = same / read if read else 0.0, same / gold if gold else 0.0
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(mean, 4)}


def share(part: int, whole: int) -> float:
    """Return a share rounded to four digits; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0
