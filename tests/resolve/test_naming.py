"""Kinds of names: what the same name in another document means."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tacitus.model.entity import EntityType as Type
from tacitus.resolve.kinds import may_be_one, may_be_same
from tacitus.resolve.naming import Nature, has_article, is_acronym, is_part, is_single, naming, namings
from tacitus.resolve.records import Record
from tacitus.resolve.usual_words import countries_in


@pytest.mark.parametrize(
    ("name", "kind", "nature"),
    [
        ("Mara Ostrelin", Type.PERSON, Nature.FULL),
        ("Ostrelin", Type.PERSON, Nature.SINGLE),
        ("al-Ostrelin", Type.PERSON, Nature.SINGLE),
        ("Mr Ostrelin", Type.PERSON, Nature.SINGLE),
        ("Abu Zendan", Type.PERSON, Nature.KUNYA),
        ("Abu Zendan al-Durawi", Type.PERSON, Nature.FULL),
        ("Prime Minister", Type.PERSON, Nature.BARE),
        ("TLF", Type.GROUP, Nature.ACRONYM),
        ("TLFD", Type.GROUP, Nature.LONG_ACRONYM),
        ("National Liberation Army", Type.GROUP, Nature.COMMON),
        ("Turkish", Type.FORCE, Nature.BARE),
        ("Syrian army", Type.FORCE, Nature.OWN),
        ("Tide Front", Type.GROUP, Nature.OWN),
        ("Zendan", Type.PLACE, Nature.WORD),
        ("East", Type.PLACE, Nature.BARE),
        ("Iraq", Type.PLACE, Nature.COUNTRY),
        ("Iraqi government", Type.STATE, Nature.COUNTRY),
        ("Baghdad", Type.STATE, Nature.COUNTRY),
        ("Baghdad", Type.PLACE, Nature.WORD),
    ],
)
def test_the_nature_of_names(name: str, kind: Type, nature: Nature) -> None:
    """By the words and by what the document takes the thing for."""
    assert naming(name, kind).nature is nature


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("U.S. Secretary of Defense Mara Dun", "mara dun"),
        ("Lt. Gen. Mara Dun", "mara dun"),
        ("Israel Dun", "israel dun"),
        ("Jordan Dun", "jordan dun"),
    ],
)
def test_offices_go_and_given_names_stay(name: str, bare: str) -> None:
    """A country stands before an office; a man may be called like one."""
    assert naming(name, Type.PERSON).folded == bare


def test_a_country_has_one_name() -> None:
    """All its names lead to one folded name, also within other names."""
    assert naming("UK", Type.STATE).folded == naming("Great Britain", Type.PLACE).folded
    assert countries_in("syrian arab army") == {"syria"}
    assert countries_in("tide front") == frozenset()


def test_what_stands_in_brackets_is_no_part_of_the_name() -> None:
    """It qualifies the name, and is kept beside it."""
    found = naming("Al-Zendan (Karsia)", Type.GROUP)
    assert (found.folded, found.qualifier) == ("al zendan", "karsia")
    found = naming("Tide Front [TF", Type.GROUP)
    assert (found.folded, found.qualifier) == ("tide front", "")


@pytest.mark.parametrize(
    ("kind", "names", "kept"),
    [
        (Type.STATE, ("Ukraine", "Kyiv", "Ukrainian"), ["ukraine"]),
        (Type.PERSON, ("Ostrelin", "Mara Ostrelin", "Minister Mara Ostrelin"), ["mara ostrelin"]),
        (Type.PERSON, ("Ostrelin",), ["ostrelin"]),
        (Type.GROUP, ("Tide Front", "Front", "TLF"), ["tide front", "tlf"]),
        (Type.GROUP, ("Tide Front", "The Reeds"), ["tide front"]),
        (Type.GROUP, ("The Reeds",), ["reeds"]),
    ],
)
def test_the_names_that_count(kind: Type, names: tuple[str, ...], kept: list[str]) -> None:
    """The telling ones where there are any; never none."""
    assert [n.folded for n in namings(Record("d1", "e1", kind, names))] == kept


def test_small_questions_about_names() -> None:
    """Acronyms, articles, single words and parts."""
    assert [is_acronym(n) for n in ("TLF", "U.N.", "TLF2", "Tide", "tlf")] == [True, True, True, False, False]
    assert [has_article(n) for n in ("the Reeds", "Thessaly", "A")] == [True, False, False]
    assert [is_single(n) for n in ("ostrelin", "al ostrelin", "mara ostrelin")] == [True, True, False]
    assert is_part("bay command", "bay naval command")
    assert not is_part("bay command", "syrian bay command")
    assert not is_part("bay command", "bay command")


@example(" ", Type.PERSON)
@example(" ", Type.GROUP)
@given(st.text(min_size=1, max_size=40), st.sampled_from(list(Type)))
def test_any_words_are_some_kind_of_name(text: str, kind: Type) -> None:
    """Signs, brackets and blanks too: nothing raises, and a record always has a name that counts."""
    assert naming(text, kind).nature in Nature
    assert namings(Record("d1", "e1", kind, (text, f"{text} ({text})")))


def test_kinds_that_may_be_one() -> None:
    """Bodies are hard to tell apart; persons and places are not bodies; a state is no place but its own country."""
    assert may_be_one(Type.GROUP, Type.ORG)
    assert may_be_one(Type.ORG, Type.FACILITY)
    assert not may_be_one(Type.PERSON, Type.GROUP)
    assert not may_be_one(Type.MEDIA, Type.STATE)

    def record(kind: Type, name: str) -> Record:
        return Record("d1", "e1", kind, (name,))

    assert may_be_same(record(Type.STATE, "Iraq"), record(Type.PLACE, "Iraq"))
    assert not may_be_same(record(Type.STATE, "Baghdad"), record(Type.PLACE, "Baghdad"))
    assert not may_be_same(record(Type.STATE, "Iraq"), record(Type.PERSON, "Iraq"))
