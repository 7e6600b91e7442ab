"""Where names stand: in every spelling, and nowhere else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import InvalidValueError
from tacitus.model.span import Span
from tacitus.resolve.fold import fold
from tacitus.resolve.spots import MASK, Spots, cover

NAME = "Adan al-Rask"


def found(text: str, *names: str) -> list[str]:
    """Return the words that are found."""
    return [span.of(text) for span in Spots(names).of(text)]


@pytest.mark.parametrize(
    "spelling",
    [
        "Adan al-Rask",
        "ADAN AL-RASK",
        "adan al rask",
        "Adan Al\u2011Rask",
        "Ādan al-Ra\u0161k",
        unicodedata.normalize("NFD", "Ādan al-Ra\u0161k"),
        "Adan  al-\nRask",
        "Adan al-Ra-\nsk",
        "Ad\u00adan al-Ra\u200bsk",
        "AdanAlRask",
        "adan_al-rask",
        "adanalrask",
        "adan%20al%2DRask",
        "Rask%20Adan",
        "al-Rask, Adan",
        "Adan Rask",
        "Adan K. al-Rask",
        "Rask Adan",
        "Adan\u00a0Rask",
        "Adan bin Rask",
    ],
)
def test_spellings(spelling: str) -> None:
    """Each is found whole, in a sentence and beside signs."""
    for text in (f"Troops met {spelling} on Monday.", f"({spelling})", spelling, f"“{spelling}”,"):
        assert found(text, NAME) == [spelling]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Adan al-Rask's house", "Adan al-Rask"),
        ("Adan al-Rask’s house", "Adan al-Rask"),
        ("the Adan al-Rasks", "Adan al-Rask"),
        ("https://herald.example/2021/adan-al-rask-held.html", "adan-al-rask"),
        ("@adanalrask85 wrote", "adanalrask"),
        ("mradanalrask@herald.example", "adanalrask"),
        ("#FreeAdanAlRask", "AdanAlRask"),
        ("l'Adan al-Rask", "Adan al-Rask"),
        ("Adan. Al-Rask left", "Adan. Al-Rask"),
    ],
)
def test_in_company(text: str, words: str) -> None:
    """What is written onto a name stays."""
    assert found(text, NAME) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Adan met Rask",
        "Adan Vey",
        "Mr. Rask",
        "al-Raska",
        "Adania Rask",
        "Adan, who knew al-Rask",
        "Adan and Rask",
        "Rask\n\nAdan",
        "",
    ],
)
def test_somebody_else(text: str) -> None:
    """One word of a name is no name; nor is a longer word."""
    assert found(text, NAME) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Rask left, said Rask's wife; the Rasks; RASK; Raska; Araska; al-Rask",
            ["Rask", "Rask", "Rask", "RASK", "Rask"],
        ),
        ("rask", ["rask"]),
        ("@rask_85", ["rask"]),
        ("Ra sk", []),
    ],
)
def test_one_word(text: str, words: list[str]) -> None:
    """Is found as a word, whatever its case."""
    assert found(text, "Rask") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We hope that Hope comes; HOPE.", ["Hope", "HOPE"]),
        ("x.example/hope-left and hope@x.example", ["hope", "hope"]),
        ("There is hope", []),
    ],
)
def test_a_word_of_sentences(text: str, words: list[str]) -> None:
    """Is a name with a capital, or in an address."""
    assert found(text, "Hope") == words


def test_a_name_of_words_of_sentences() -> None:
    """In its own order always; in another one with capitals alone."""
    assert found("will young people vote? Young, Will", "Will Young") == ["will young", "Young, Will"]
    assert found("the young will fight", "Will Young") == []


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("قال عمر خالد إنه", "عمر خالد", ["عمر خالد"]),
        ("قال وعمر خالد", "عمر خالد", ["عمر خالد"]),
        ("قال عُمَر خالد", "عمر خالد", ["عُمَر خالد"]),
        ("Пришёл Иван Раск.", "Иван Раск", ["Иван Раск"]),
        ("昨天王小明说", "王小明", ["王小明"]),
    ],
)
def test_scripts(text: str, name: str, words: list[str]) -> None:
    """Vowel marks and a letter written before do not matter; a script may have no blanks."""
    assert found(text, name) == words


@pytest.mark.parametrize("name", ["", "!", "a", "  "])
def test_no_name(name: str) -> None:
    """What would be found everywhere is refused."""
    with pytest.raises(InvalidValueError, match="two letters"):
        Spots([name])


def test_no_names() -> None:
    """Nothing is found."""
    assert found("Adan al-Rask") == []


def test_masked() -> None:
    """Code point for code point, but line ends."""
    assert Spots([NAME]).masked("So Adan\nal-Rask said.") == f"So {MASK * 4}\n{MASK * 7} said."
    assert cover("abc\r\nd", Span(1, 6)) == f"a{MASK * 2}\r\n{MASK}"


def test_what_a_mask_leaves_over() -> None:
    """Is looked at again: a name around a masked one."""
    text = "Adan (Abu Vey) Rask"
    assert Spots(["Adan Rask", "Abu Vey"]).masked(text) == MASK * len(text)


PIECES = st.sampled_from(
    [
        "Adan",
        "Rask",
        "al-",
        "AL-RASK",
        "adan",
        "Ra\u0161k",
        "Vey",
        "Veys",
        "’s",
        "\u00ad",
        "%20",
        "-",
        "\n",
        ", ",
        ". ",
        " ",
        " ",
        " ",
        "the",
        "Hope",
        "hope",
        "s",
        "l'",
        "@",
        "85",
        "Tirsa",
        "met",
        "é",
        "K.",
        "bin",
        "\u0301",
        MASK,
    ]
)
NAMES = st.sets(st.sampled_from(["Adan al-Rask", "Rask", "Vey", "Adan Vey", "Hope Vey", "Tirsa Hope"]), min_size=1)


@given(st.lists(PIECES, max_size=14).map("".join), NAMES)
def test_nothing_is_left(text: str, names: set[str]) -> None:
    """Masked, no name is found; the length holds; only masks are new; and fold finds none either."""
    spots = Spots(names)
    masked = spots.masked(text)
    assert spots.of(masked) == ()
    assert len(masked) == len(text)
    assert all(b in (a, MASK) for a, b in zip(text, masked, strict=True))
    for name in names:
        assert f" {fold(name)} " not in f" {fold(masked)} "


@given(st.text(max_size=40))
def test_text_without_the_name(text: str) -> None:
    """Stays as it is, unless it has the letters of one of its words."""
    if not {"adan", "rask"} & {word for word in ("adan", "rask") if word in "".join(fold(text).split())}:
        assert Spots([NAME]).masked(text) == text
