"""What names of many regions tell by themselves; see also `test_naming.py`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.model.entity import EntityType as Type
from tacitus.resolve.naming import ACRONYMS, SHORT, TELLING, Nature, has_article, is_acronym, is_part, naming, namings
from tacitus.resolve.records import Record


@pytest.mark.parametrize(
    ("name", "kind", "folded", "nature"),
    [
        ("Nigerian President Ada Orvand", Type.PERSON, "ada orvand", Nature.FULL),
        ("Chad Orvand", Type.PERSON, "chad orvand", Nature.FULL),
        ("J. Orvand", Type.PERSON, "j orvand", Nature.SINGLE),
        ("de Kesh", Type.PERSON, "de kesh", Nature.SINGLE),
        ("bin Orvand", Type.PERSON, "bin orvand", Nature.SINGLE),
        ("Umm Kesh", Type.PERSON, "umm kesh", Nature.KUNYA),
        ("Abou Kesh", Type.PERSON, "abou kesh", Nature.KUNYA),
        ("Aung Zen Kesh", Type.PERSON, "aung zen kesh", Nature.FULL),
        ("Nguyễn Văn Khê", Type.PERSON, "nguyen van khe", Nature.FULL),
        ("张伟", Type.PERSON, "张伟", Nature.SINGLE),
        ("Lt", Type.PERSON, "lt", Nature.BARE),
        ("U.N.", Type.ORG, "un", Nature.ACRONYM),
        ("RSFX2", Type.GROUP, "rsfx2", Nature.LONG_ACRONYM),
        ("National Police", Type.FORCE, "national police", Nature.COMMON),
        ("Armée nationale", Type.FORCE, "armee nationale", Nature.COMMON),
        ("Ejército de Liberación Nacional", Type.GROUP, "ejercito de liberacion nacional", Nature.COMMON),
        ("Police", Type.FORCE, "police", Nature.BARE),
        ("Colombian", Type.FORCE, "colombian", Nature.BARE),
        ("Nigerian Police", Type.FORCE, "nigerian police", Nature.OWN),
        ("Ministry of Health", Type.ORG, "ministry of health", Nature.COMMON),
        ("North District", Type.PLACE, "north district", Nature.COMMON),
        ("Port", Type.PLACE, "port", Nature.BARE),
        ("Port Kesh", Type.PLACE, "port kesh", Nature.OWN),
        ("Sudanese", Type.STATE, "sudan", Nature.COUNTRY),
        ("Sudanese army", Type.STATE, "sudanese army", Nature.OWN),
        ("Government of Mali", Type.STATE, "mali", Nature.COUNTRY),
        ("the Malian regime", Type.STATE, "mali", Nature.COUNTRY),
        ("Bamako", Type.STATE, "mali", Nature.COUNTRY),
        ("Mali", Type.GROUP, "mali", Nature.BARE),
        ("Côte d'Ivoire", Type.STATE, "ivory coast", Nature.COUNTRY),
        ("   ", Type.GROUP, "   ", Nature.BARE),
    ],
)
def test_names_of_many_regions(name: str, kind: Type, folded: str, nature: Nature) -> None:
    """What is left of the name, and what it tells."""
    found = naming(name, kind)
    assert (found.folded, found.nature) == (folded, nature)


@pytest.mark.parametrize(
    ("nature", "is_weak"),
    [
        (Nature.SINGLE, True),
        (Nature.KUNYA, True),
        (Nature.COMMON, True),
        (Nature.BARE, True),
        (Nature.FULL, False),
        (Nature.OWN, False),
        (Nature.ACRONYM, False),
        (Nature.COUNTRY, False),
    ],
)
def test_weak_names(nature: Nature, *, is_weak: bool) -> None:
    """Those that lead to nobody in particular; every nature tells alone or is short, and none is both."""
    samples = {"Kesh": Type.PERSON, "Abu Kesh": Type.PERSON, "Ada Kesh": Type.PERSON, "Mali": Type.STATE}
    samples |= {"National Army": Type.FORCE, "Army": Type.FORCE, "Tide Front": Type.GROUP, "TLF": Type.GROUP}
    assert {naming(n, k).is_weak for n, k in samples.items() if naming(n, k).nature is nature} == {is_weak}
    assert (nature in TELLING) is not (nature in SHORT)
    assert ACRONYMS < SHORT
    assert set(Nature) == TELLING | SHORT


@pytest.mark.parametrize(
    ("name", "text", "qualifier"),
    [
        ("Kesh (Mali)", "Kesh", "mali"),
        ("Kesh Front (North)", "Kesh Front", "north"),
        ("Kesh Front (KF)", "Kesh Front", ""),
        ("Kesh Front [Orvand wing]", "Kesh Front", "orvand wing"),
        ("Kesh Front (Orvand", "Kesh Front", "orvand"),
        ("(Orvand)", "(Orvand)", ""),
        ("Kesh () Front", "Kesh () Front", ""),
    ],
)
def test_brackets_behind_a_name(name: str, text: str, qualifier: str) -> None:
    """They qualify it, unless they hold its acronym; a name in brackets is the name."""
    found = naming(name, Type.GROUP)
    assert (found.text, found.qualifier) == (text, qualifier)


@pytest.mark.parametrize(
    ("kind", "names", "kept"),
    [
        (Type.STATE, ("Bamako", "Mali", "Malian government"), ["mali"]),
        (Type.PERSON, ("Abu Kesh", "Orvand Talvo"), ["orvand talvo"]),
        (Type.PERSON, ("Abu Kesh", "Kesh"), ["abu kesh", "kesh"]),
        (Type.PERSON, ("President", "President Orvand"), ["president", "orvand"]),
        (Type.FORCE, ("the army", "National Army", "Kesh National Army"), ["kesh national army"]),
        (Type.GROUP, ("TLF", "Tide Front", "tide front"), ["tlf", "tide front"]),
        pytest.param(
            Type.PERSON, ("Orvand Kesh", "Abu Zen Talvo", "Minister Orvand Kesh"), ["orvand kesh", "abu zen talvo"]
        ),
        (Type.GROUP, ("Army", "Police"), ["army", "police"]),
    ],
)
def test_the_names_that_count(kind: Type, names: tuple[str, ...], kept: list[str]) -> None:
    """Each once, the telling ones where there are any, in the record's order."""
    assert [n.folded for n in namings(Record("d1", "e1", kind, names))] == kept


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("kesh army", "kesh northern army", True),
        ("kesh", "kesh army", True),
        ("kesh army", "syrian kesh army", False),
        ("kesh army", "the kesh army", False),
        ("kesh army", "orvand army", False),
        ("kesh", "kesh", False),
    ],
)
def test_a_name_with_one_word_more(one: str, other: str, *, expected: bool) -> None:
    """Countries and slight words are no word more; the order does not matter."""
    assert is_part(one, other) is is_part(other, one) is expected


@pytest.mark.parametrize("name", ["TLF", "T.L.F.", "U.N.", "HTS", "M23A", "RSFs", "TLF-N"])
def test_acronyms(name: str) -> None:
    """Capitals, with stops, hyphens, a plural or a number behind them; in small letters it is a word."""
    assert is_acronym(name) is (name != "M23A")
    assert not is_acronym(name.lower())
    assert not is_acronym(f"{name} Front")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Reeds", True),
        ("another Front", True),
        ("Their Army", True),
        ("The", False),
        ("Theo Kesh", False),
        ("", False),
    ],
)
def test_articles(name: str, *, expected: bool) -> None:
    """A word of its own before another one."""
    assert has_article(name) is expected


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4), st.sampled_from(list(Type)))
def test_there_is_always_a_name(names: list[str], kind: Type) -> None:
    """Whatever a record is called, something of it is kept, and nothing twice."""
    folded = [n.folded for n in namings(Record("d1", "e1", kind, tuple(names)))]
    assert folded
    assert len(folded) == len(set(folded))
