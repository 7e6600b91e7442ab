"""Dossiers that are hard to write: hostile names, names that run to the left, letters that a font lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ask.dossiers import Given, Told, made, report
from tests.ask.reeds import EVERY

if TYPE_CHECKING:
    from tacitus.ask.dossier_parts import Dossier

#: "Guardians of the Reeds" in Arabic, "Union of the Reeds" in Ukrainian, both invented.
ARABIC = "\u062d\u0631\u0627\u0633 \u0627\u0644\u0642\u0635\u0628"
UKRAINIAN = "\u0421\u043f\u0456\u043b\u043a\u0430 \u041e\u0447\u0435\u0440\u0435\u0442\u0456\u0432"
CHINESE = "\u82a6\u82c7\u9635\u7ebf"
HOSTILE = "<script>alert(1)</script>"
MARKED = "*Reed* [x](http://evil.example) |\u202egnol `a` &amp; <img src=x onerror=y>"


def reeds() -> Dossier:
    """Return the dossier on the Reed Front, an invented group."""
    return made(EVERY, "Reed Front")


def hostile() -> Dossier:
    """Return a dossier on a name that is a script, beside names that are markup."""
    words = f"{HOSTILE} fights {MARKED} at </style>Dura and killed 3."
    args: dict[str, Given] = {"actor": HOSTILE, "target": MARKED, "place": "</style>Dura/place", "killed": 3}
    told = Told(words, "attack", args, MARKED, "2024-03-03")
    tie = Told(f"{MARKED} is an ally of {HOSTILE}.", "ally", {"subject": MARKED, "object": HOSTILE})
    return made([report('"><script>x</script>', "2024-03-04", "<b>Wire</b>", told, tie)], HOSTILE)


def scripts() -> Dossier:
    """Return a dossier on a name in Arabic, with neighbours in Cyrillic and Chinese letters."""
    words = f"{ARABIC} ({UKRAINIAN}) fights {CHINESE} at Dura."
    told = (
        Told(words, "rival", {"subject": ARABIC, "object": f"{UKRAINIAN} + {CHINESE}"}, time="2019/.."),
        Told(f"{ARABIC} raided Dura.", "attack", {"actor": ARABIC, "place": "Dura/place"}, time="2024-03-03"),
    )
    return made([report("one", "2024-03-04", "Wire", *told)], ARABIC)
