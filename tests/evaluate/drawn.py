"""Gold and readings drawn at random, the same ones each time, so that two scorers can be held against each other."""

from __future__ import annotations

import random
from typing import Any

_TYPES = ("attack", "clash", "shelling", "talks", "leads", "alias", "ally", "located")
_NAMES = (
    ("person", "Idris Halvani", "Halvani", "Colonel Halvani"),
    ("group", "Highland Front", "HF", "the Front"),
    ("force", "4th Mountain Brigade", "the brigade"),
    ("state", "Orvand", "the Orvandi government"),
    ("place", "Mirzakh", "town of Mirzakh"),
    ("people", "two nurses", "the nurses of the clinic"),
    ("facility", "cattle market", "market of Mirzakh"),
    ("org", "Red Lantern", "Red Lantern Relief"),
    ("media", "Karesh Courier", "the Courier"),
)
_TIMES = (
    None,
    "2023-05-14",
    "XXXX-05-14",
    "2023-05",
    "2023-05-10/2023-05-20",
    "2023-05-13/2023-05-25",
    "2023-04/..",
    "../2023-06",
    "2023~",
    "soon",
    "202X",
    "{2023-05-01,2023-05-31}",
)
_CERTAINTIES = ("stated", "stated", "stated", "denied", "alleged", "possible", None)
_STATUSES = ("actual", "actual", "actual", "planned", None)
_LENGTH = 400


def documents(count: int, seed: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return documents of gold, and of a reader that gets some of it right, in the JSON of the contract."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    pairs = [_pair(f"d{n}", draw) for n in range(count)]
    return [gold for gold, _ in pairs], [read for _, read in pairs]


def _pair(id_: str, draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    text = "".join(draw.choice("abcdefgh .“”\n") for _ in range(_LENGTH))
    gold = [_claim(draw, "g") for _ in range(draw.randrange(12))]
    read = [_changed(claim, draw) for claim in gold if draw.random() < 0.8]
    read += [_claim(draw, "r") for _ in range(draw.randrange(4))]
    about = {"id": id_, "title": text[:20], "published": "2023-05-16", "outlet": None, "url": None}
    base = {"document": about, "text": text}
    return (
        base | {"entities": _entities(draw, "g"), "claims": gold},
        base | {"entities": _entities(draw, "r"), "claims": read},
    )


def _entities(draw: random.Random, letter: str) -> list[dict[str, Any]]:
    out = []
    for n, (kind, *names) in enumerate(_NAMES):
        kept = [name for name in names if draw.random() < 0.7] or names[:1]
        if draw.random() < 0.15:
            kept.append(draw.choice(_NAMES)[1])
        out.append({"id": f"{letter}{n}", "type": kind, "names": kept})
    return out


def _claim(draw: random.Random, letter: str) -> dict[str, Any]:
    kind = draw.choice(_TYPES)
    is_event = kind in ("attack", "clash", "shelling", "talks")
    roles = ("actor", "target", "place", "instrument") if is_event else ("subject", "object")
    args: dict[str, Any] = {role: _some(draw, letter) for role in roles if draw.random() < 0.7}
    if is_event and kind != "talks" and draw.random() < 0.4:
        low = draw.randrange(1, 5)
        args["killed"] = [{"min": low, "max": draw.choice((None, low)), "who": f"{letter}5"}]
    if not is_event:
        args["role"] = ["chief"]
    start = draw.randrange(_LENGTH - 60)
    return {
        "id": f"c{draw.randrange(10**6)}",
        "kind": "event" if is_event else "relation",
        "type": kind,
        "args": args,
        "time": draw.choice(_TIMES),
        "source": _some(draw, letter) if draw.random() < 0.5 else [],
        "certainty": draw.choice(_CERTAINTIES),
        "status": draw.choice(_STATUSES),
        "evidence": [[start, start + 30], [start + draw.randrange(10, 40), start + 60]],
        "confidence": round(draw.random(), 3),
    }


def _some(draw: random.Random, letter: str) -> list[str]:
    return [f"{letter}{n}" for n in draw.sample(range(len(_NAMES)), draw.randrange(1, 3))]


def _changed(claim: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    """Return a claim as a reader might have it: some of its parts replaced by those of another."""
    other = _claim(draw, "r")
    mine = {role: [_mine(value) for value in values] for role, values in claim["args"].items()}
    out = claim | {"args": mine, "source": [_mine(s) for s in claim["source"]], "confidence": other["confidence"]}
    for part in ("time", "source", "certainty", "status", "evidence"):
        if draw.random() < 0.25:
            out[part] = other[part]
    if draw.random() < 0.3:
        out["args"] = {role: values for role, values in mine.items() if draw.random() < 0.7}
    return out


def _mine(value: Any) -> Any:  # noqa: ANN401 - an id or a count
    if isinstance(value, dict):
        return value | {"who": "r5"}
    return value.replace("g", "r") if value.startswith("g") else value
