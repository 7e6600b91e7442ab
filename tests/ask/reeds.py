"""Five reports on the Reed Front, an invented group: leaders that change, a toll in dispute, a denial, a reprint."""

from __future__ import annotations

from tests.ask.dossiers import Given, Told, report

from tacitus.model.ontology import Certainty

_REED = "Reed Front"
_BOMB = "A car bomb killed 12 people at the market of Dura on 3 March 2024, the Dura hospital said."
_BLAMED = "The Interior Ministry said that the Reed Front bombed the market of Dura on 3 March 2024."
_ARGS: dict[str, Given] = {"target": "market/facility", "place": "Dura/place", "killed": 12}

WIRE = report(
    "wire",
    "2024-03-04",
    "Harbour Wire",
    Told(_BOMB, "bombing", _ARGS, "Dura hospital/org", "2024-03-03"),
    Told(
        _BLAMED,
        "bombing",
        {"actor": _REED, "target": "market/facility", "place": "Dura/place"},
        "Interior Ministry/force",
        "2024-03-03",
    ),
    Told(
        "Omar Tal led the Reed Front until 2020.",
        "leads",
        {"subject": "Omar Tal/person", "object": _REED, "ended": True},
        time="../2020",
    ),
)
REPRINT = report(
    "reprint",
    "2024-03-05",
    "Dura Courier",
    Told(_BOMB, "bombing", _ARGS, "Dura hospital/org", "2024-03-03"),
    Told(
        _BLAMED,
        "bombing",
        {"actor": _REED, "target": "market/facility", "place": "Dura/place"},
        "Interior Ministry/force",
        "2024-03-03",
    ),
)
CHANNEL = report(
    "channel",
    "2024-03-06",
    "Reed channel",
    Told(
        "The Reed Front (RF) did not bomb the market of Dura on 3 March 2024.",
        "bombing",
        {"actor": "Reed Front = RF", "target": "market/facility", "place": "Dura/place"},
        time="2024-03-03",
        certainty=Certainty.DENIED,
    ),
    Told("Reed Front (RF)", "alias", {"subject": "Reed Front = RF", "object": "Reed Front = RF"}),
    Told(
        "The Reed Front is no part of the Delta League.",
        "affiliate",
        {"subject": "Reed Front = RF", "object": "Delta League"},
        certainty=Certainty.DENIED,
    ),
)
REVIEW = report(
    "review",
    "2024-04-01",
    "Delta Review",
    Told(
        "A bomb killed 20 people at the market of Dura on 3 March 2024.",
        "bombing",
        {"target": "market/facility", "place": "Dura/place", "killed": 20},
        time="2024-03-03",
    ),
    Told(
        "The Reed Front is a branch of the Delta League.",
        "affiliate",
        {"subject": _REED, "object": "Delta League"},
    ),
    Told(
        "Sami Orr has led the Reed Front since 2020.",
        "leads",
        {"subject": "Sami Orr/person", "object": _REED, "role": "commander"},
        time="2020/..",
    ),
    Told(
        "It is not known who pays the Reed Front.",
        "sponsor",
        {"object": _REED},
        certainty=Certainty.UNKNOWN,
    ),
)
LATE = report(
    "late",
    "",
    "",
    Told(
        "The Reed Front holds the town of Salem.",
        "controls",
        {"subject": _REED, "object": "Salem/place"},
        "Anna Bell, a fisher/people",
    ),
)
EVERY = (WIRE, REPRINT, CHANNEL, REVIEW, LATE)
