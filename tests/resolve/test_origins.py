"""Independent origins: what is one report in several prints, and what is not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.model.document import Document, sha256_of
from tacitus.resolve.credits import agency, credited, sole
from tacitus.resolve.origins import Account, Origin, Reason, account, counted, origin_count, origins
from tacitus.resolve.reprints import reprints, runs, shared

if TYPE_CHECKING:
    from tacitus.pipeline import Reader

BODY = (
    "A car bomb tore through a vegetable market in Velimir on Wednesday, killing nine people and wounding thirty-one, "
    "the interior ministry of Orlia said. The vehicle had been parked beside a row of stalls since before dawn, a "
    "shopkeeper who gave only his first name told reporters at the scene. Ambulances took the wounded to two hospitals "
    "in the city, one of which asked residents to give blood. No group has said that it was behind the bombing."
)
EDITED = BODY.replace("tore through", "ripped through").replace("Ambulances took", "Ambulances rushed")
OTHER = (
    "Police in the Orlian city of Velimir were searching for two men on Thursday after a bomb hidden in a car went off "
    "near grocery stalls. Doctors counted nine dead. A spokeswoman for the governor promised compensation to families, "
    "and opposition deputies asked why warnings by the security service had not reached the town hall in time."
)
WED, THU = date(2024, 5, 8), date(2024, 5, 9)
ORIGINAL = Account("d-first", BODY, "Velimir Post", WED)
REPRINT = Account("a-later", f"Market blast in Velimir leaves nine dead\n\n{EDITED}", "Tarn Herald", THU)
OWN = Account("own", OTHER, "Karabash Times", WED)


def test_a_reprint_with_small_edits_and_a_headline_is_one_origin() -> None:
    """Two prints of one text, and a report of its own: three articles, two origins."""
    found = origins([REPRINT, ORIGINAL, OWN])
    assert counted(found, found) == "3 articles, 2 origins"
    assert found["a-later"].reason is Reason.REPRINT
    assert found["a-later"].of == "d-first"
    assert found["a-later"].share > 0.8
    assert found["own"].reason is Reason.OWN


def test_the_earliest_is_the_original() -> None:
    """The day decides, not the id; what bears no day comes last."""
    undated = Account("0", BODY, "Undated Gazette")
    found = origins([undated, REPRINT, ORIGINAL])
    assert {o.original for o in found.values()} == {"d-first"}
    assert {o.name for o in found.values()} == {"Velimir Post"}
    assert found["0"].reason is Reason.REPRINT


def test_a_shortened_print_is_a_reprint() -> None:
    """Half of the text alone is all in the whole."""
    short = Account("short", BODY[: len(BODY) // 2], "Digest", THU)
    assert origins([ORIGINAL, short])["short"].share > 0.9


def test_two_reports_that_credit_one_agency_are_one_origin() -> None:
    """Other words, one source: the agency's dateline on one, the agency alone quoted by the other."""
    one = Account("one", f"VELIMIR, May 8 (Reuters) - {BODY}", "Velimir Post", WED)
    two = Account("two", OTHER, "Karabash Times", THU, sources=("Reuters news agency", "Reuters"))
    found = origins([one, two])
    assert origin_count(found, found) == 1
    assert {o.name for o in found.values()} == {"Reuters"}
    assert found["two"].why == "credits Reuters"


def test_prints_of_an_uncredited_text_have_the_agency_that_one_of_them_names() -> None:
    """Where one print says whose it is, all prints of the text are from there."""
    named = Account("named", f"{BODY} (AFP)", "Tarn Herald", THU)
    assert {o.name for o in origins([ORIGINAL, named]).values()} == {"AFP"}


def test_reports_of_one_thing_in_other_words_are_two_origins() -> None:
    """Nothing but the story is shared."""
    found = origins([ORIGINAL, OWN])
    assert origin_count(["d-first", "own"], found) == 2


def test_an_outlet_does_not_confirm_itself() -> None:
    """Two reports of its own by one outlet are one origin, and the later one says why."""
    later = Account("update", OTHER, "VELIMIR POST", THU)
    found = origins([later, ORIGINAL])
    assert counted(found, found) == "2 articles, 1 origin"
    assert found["update"].reason is Reason.OUTLET
    assert found["update"].why == "by Velimir Post, as d-first is"


def test_headlines_alone_are_no_reprints() -> None:
    """So few words are the same by chance."""
    assert reprints({"a": "Nine dead in market blast", "b": "Nine dead in market blast"}) == ()


def test_what_is_not_known_counts_as_its_own() -> None:
    """A document without an origin is one more; the count takes each once."""
    found = origins([ORIGINAL, REPRINT])
    assert origin_count(["d-first", "a-later", "nowhere"], found) == 2
    assert counted(["d-first", "d-first"], found) == "1 article, 1 origin"


@given(st.permutations([ORIGINAL, REPRINT, OWN, Account("short", BODY[:300]), Account("tass", OTHER, "TASS", THU)]))
def test_order_does_not_matter(order: list[Account]) -> None:
    """The same origins in whatever order the accounts come."""
    assert origins(order) == origins(sorted(order, key=lambda one: one.document))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("VELIMIR, May 8 (Reuters) - Nine people died.", "Reuters"),
        ("Market blast kills nine\n\nVELIMIR (AFP) — Nine people died.", "AFP"),
        ("AP - Nine people died in Velimir.", "AP"),
        ("Market blast kills nine Reuters Wednesday 8 May 2024 Nine people died.", "Reuters"),
        ("Nine people died.\n\nSource: Syrian Arab News Agency", "SANA"),
        ("Nine people died. © Agence France-Presse", "AFP"),
        ("Nine people died, the army told Reuters by telephone.", None),
        ("The Armed Forces of Pelagia (AFP) on Tuesday said that nine died.", None),
        ("VELIMIR (Reuters) - Nine people died.\n\nSource: AFP", None),
        ("", None),
    ],
)
def test_credits_are_read_where_reports_put_them(text: str, name: str | None) -> None:
    """Dateline, by-line and foot credit an agency; being told something does not; two agencies are not one."""
    assert credited(text) == name


def test_sole_source() -> None:
    """All by one agency, under whatever name; or by one channel; not by two."""
    assert sole(["SANA", "Syrian Arab News Agency"]) == "SANA"
    assert sole(["Tarn Channel", "tarn channel"]) == "Tarn Channel"
    assert sole(["SANA", "AFP"]) is None
    assert sole([]) is None
    assert agency("Velimir Post") is None


def test_a_reading_becomes_an_account(reader: Reader) -> None:
    """One agency for all that is said is its source; with a minister quoted beside it there is none."""
    text = "SANA said that rebels shelled the town of Karabash on Tuesday."
    mixed = f"{text} The rebels attacked a convoy near Velimir, Defence Minister Ivo Radan said."
    one, two = (
        account(reader.read(Document(str(n), t, sha256_of(t.encode()), outlet="Post", published=WED)))
        for n, t in enumerate((text, mixed))
    )
    assert (one.outlet, one.published, set(one.sources)) == ("Post", WED, {"SANA"})
    assert two.sources == ()


@given(st.text(max_size=300), st.text(max_size=300))
def test_the_share_is_symmetric_and_bounded(one: str, other: str) -> None:
    """Any two texts share what they share, whichever comes first."""
    share = shared(runs(one), runs(other))
    assert share == shared(runs(other), runs(one))
    assert 0 <= share <= 1


def test_why_is_told_in_words() -> None:
    """Each reason says what it rests on."""
    assert Origin("o1", "Post", "d1").why == "no earlier report of this text or agency"
    assert "90 %" in Origin("o1", "Post", "d1", Reason.REPRINT, "d1", 0.9).why
