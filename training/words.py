"""The word lists of `words.json`, as sets and patterns."""

from __future__ import annotations

import json
import re
from pathlib import Path

_LISTS: dict[str, list[str]] = json.loads((Path(__file__).parent / "words.json").read_text("utf-8"))

TITLES = frozenset(_LISTS["titles"])
PRONOUNS = frozenset(_LISTS["pronouns"])
NAME_JOINTS = frozenset(_LISTS["name_joints"])
HARMED = frozenset(_LISTS["harmed"])
SPEECH_FRAMES = frozenset(_LISTS["speech_frames"])
SPEECH_CLAUSES = frozenset(_LISTS["speech_clauses"])
SPEECH_OF_SECOND = frozenset(_LISTS["speech_of_second"])


def _any_of(name: str) -> str:
    return "|".join(re.escape(word) for word in _LISTS[name])


DETERMINER = re.compile(rf"(?i)^(?:(?:{_any_of('determiners')}|\d[\d,]*)\s+)+")
TAIL = re.compile(rf"\s+(?:(?:{_any_of('tail_openers')}|[a-z]+(?:ing|ed)(?=\s+[a-z]+\s))\b)|,\s|\s\(")
PLACE_BEFORE = re.compile(rf"(?i)\b(?:{_any_of('place_prepositions')})\s+(?:the\s+)?$")
