"""From text to conditions and back, and what is said of text that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ask.where.drawn import conditions

from tacitus.ask.where.errors import WhereError
from tacitus.ask.where.fields import Mode, Op
from tacitus.ask.where.parse import DEPTH, read
from tacitus.ask.where.tree import And, Check, Condition, Not, Or, checks_of
from tacitus.errors import InvalidValueError, TacitusError

if TYPE_CHECKING:
    from collections.abc import Callable

TALKS = Check("type", Op.EQUAL, ("talks",))
DURA = Check("place", Op.EQUAL, ("Port Dura",))
MANY = Check("killed", Op.AT_LEAST, ("20",))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("type=talks", TALKS),
        ('  TYPE = "talks" ', TALKS),
        ("type = talks and place = 'Port Dura' and killed >= 20", And((TALKS, DURA, MANY))),
        ("type = talks or place = “Port Dura” and killed>=20", Or((TALKS, And((DURA, MANY))))),
        ('(type = talks OR place = "Port Dura") AND killed >= 20', And((Or((TALKS, DURA)), MANY))),
        ("not type = talks and killed >= 20", And((Not(TALKS), MANY))),
        ("not (type = talks and killed >= 20)", Not(And((TALKS, MANY)))),
        ("((type = talks))", TALKS),
        ("type in (talks, aid)", Check("type", Op.IN, ("talks", "aid"))),
        ("type in talks", Check("type", Op.IN, ("talks",))),
        ("type not in (talks)", Not(Check("type", Op.IN, ("talks",)))),
        ("place is known", Check("place", Op.KNOWN)),
        ("place IS Unknown", Check("place", Op.UNKNOWN)),
        ("must time in 2019-08/2019-09", Check("time", Op.IN, ("2019-08/2019-09",), Mode.MUST)),
        ('time <= "2019-08~"', Check("time", Op.AT_MOST, ("2019-08~",))),
        ("may killed < 3", Check("killed", Op.LESS, ("3",), Mode.MAY)),
        ("actor = Sana'a", Check("actor", Op.EQUAL, ("Sana'a",))),
        ("quote ~ 'a \"b c\"'", Check("quote", Op.HAS, ('a "b c"',))),
        (r'quote ~ "a \"b c\" \\"', Check("quote", Op.HAS, ('a "b c" \\',))),
        ("from = and", Check("from", Op.EQUAL, ("and",))),
        ("certainty = unknown", Check("certainty", Op.EQUAL, ("unknown",))),
        ("url = https://x.example/a-b?c", Check("url", Op.EQUAL, ("https://x.example/a-b?c",))),
    ],
)
def test_what_a_text_says(text: str, condition: Condition) -> None:
    """And binds more than or, not more than and; words in any case; quotes straight or curly."""
    assert read(text) == condition
    assert read(str(condition)) == condition


@pytest.mark.parametrize(
    ("text", "start", "pointed", "said"),
    [
        ("actr = Dura", 0, "actr", ["at character 1", "'actr' is no field", "Nearest: actor", "about, source"]),
        ("type = talks and", 16, "", ["at its end", "a field is missing"]),
        ("", 0, "", ["at its end", "a field is missing"]),
        ("type = airstrik", 7, "airstrik", ["Nearest: airstrike", "shelling"]),
        ("kind is known", 5, "is", ["kind is always known", "=, !=, in"]),
        ("type ~ talks", 5, "~", ["~ does not compare it", "=, !=, in"]),
        ("killed >= many", 10, "many", ["a whole number"]),
        ("killed >= -3", 10, "-3", ["a whole number"]),
        (f"killed >= {'9' * 5000}", 10, "9" * 5000, ["a whole number"]),
        ("confidence > nan", 13, "nan", ["a number"]),
        ("time in August", 8, "August", ["EDTF"]),
        ("time in 2019-13", 8, "2019-13", ["EDTF"]),
        ("time in XXXX-08-31", 8, "XXXX-08-31", ["with a year"]),
        ("published < '../..'", 12, "'../..'", ["with a year"]),
        ("quote ~ '…'", 8, "'…'", ["at least one word"]),
        ("actor = ''", 8, "''", ["some text"]),
        ("type = talks place = Dura", 13, "place", ["this cannot follow", "and, or"]),
        ("(type = talks", 13, "", ["a bracket is not closed"]),
        ("type = talks)", 12, ")", ["this cannot follow"]),
        ("type in (talks aid)", 15, "aid", ["the list is not closed", "comma"]),
        ("type in ()", 9, ")", ["what type is compared with is missing"]),
        ("type", 4, "", ["type is compared with nothing", "=, !=, in"]),
        ("type =", 6, "", ["is missing"]),
        ('place = "Dura', 8, '"Dura', ["this quote is not closed"]),
        ("type ! talks", 5, "!", ["'!' means nothing here"]),
        ("place is somewhere", 9, "somewhere", ["is known, is unknown"]),
        ("may type = talks", 0, "may type =", ["either so or not"]),
        ("must time = 2019", 0, "must time =", ["either so or not"]),
        ("= talks", 0, "=", ["a field is missing"]),
        ("(" * (DEPTH + 1), DEPTH, "(", ["at most"]),
        ("not " * (DEPTH + 1), DEPTH * 4, "not", ["at most"]),
    ],
)
def test_what_cannot_be_read(text: str, start: int, pointed: str, said: list[str]) -> None:
    """The message has the place, a line of carets under it, what is allowed there, and names near a wrong one."""
    with pytest.raises(WhereError) as caught:
        read(text)
    message, shown, carets = str(caught.value).split("\n")
    assert (caught.value.start, text[start : caught.value.end]) == (start, pointed)
    assert not [part for part in said if part not in message]
    assert set(carets) <= {" ", "^"}
    assert len(shown[carets.index("^") :]) >= min(len(pointed), 1)
    assert shown[carets.index("^") :].startswith(pointed[:10])
    assert isinstance(caught.value, TacitusError)
    assert isinstance(caught.value, ValueError)


def test_a_long_condition_is_cut_around_the_spot() -> None:
    """The line shows the neighbourhood alone, on one line whatever the text holds."""
    with pytest.raises(WhereError) as caught:
        read("type = talks\nor\t" * 50 + "typ = talks or " + "type = talks or " * 50)
    _, shown, carets = str(caught.value).split("\n")
    assert len(shown) < 140
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "typ"
    assert "\t" not in shown


@pytest.mark.parametrize(
    "made",
    [
        lambda: Check("actr", Op.EQUAL, ("x",)),
        lambda: Check("type", Op.HAS, ("talks",)),
        lambda: Check("type", Op.EQUAL, ("talk",)),
        lambda: Check("type", Op.EQUAL),
        lambda: Check("type", Op.IN),
        lambda: Check("place", Op.KNOWN, ("x",)),
        lambda: Check("type", Op.EQUAL, ("talks", "aid")),
        lambda: Check("type", Op.EQUAL, ("talks",), Mode.MAY),
    ],
)
def test_conditions_that_mean_nothing(made: Callable[[], Check]) -> None:
    """Put together in Python they are refused as well."""
    with pytest.raises(InvalidValueError):
        made()


@given(conditions)
def test_there_and_back(condition: Condition) -> None:
    """What is written of a condition says it."""
    again = read(str(condition))
    assert list(checks_of(again)) == list(checks_of(condition))
    assert str(again) == str(condition)


@given(st.text(st.sampled_from("type=kild >actor'\"()~,.andorti20 19-")))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but the one error comes out, and it points into the text or to its end."""
    try:
        read(text)
    except WhereError as error:
        assert 0 <= error.start <= len(text)  # noqa: PT017 - most texts cannot be read, some can
        assert error.start < error.end  # noqa: PT017
