"""Which mentions speak of one thing: names, shorter names, acronyms, pronouns, descriptions."""

from __future__ import annotations

import pytest
from tests.extract.trees import draft

from tacitus.extract.mentions import Mentions
from tacitus.extract.reference import Reference
from tacitus.model.entity import EntityType


def things(*texts: str) -> dict[str, set[str]]:
    """Return the name to show of each entity and the words of its mentions."""
    done = Reference().extract(Mentions().extract(draft(*texts)))
    text = done.document.text
    return {e.name: {span.of(text) for span in e.mentions} for e in done.entities}


def owner(words: str, *texts: str) -> str:
    """Return the name to show of the entity that some words of the last sentence speak of; "" for none."""
    done = Reference().extract(Mentions().extract(draft(*texts)))
    names = {e.id: e.name for e in done.entities}
    last = [m for m in done.mentions if m.sentence == len(texts) - 1 and m.span.of(done.document.text) == words]
    return names.get(last[0].entity, "") if last else ""


@pytest.mark.parametrize(
    ("words", "texts", "expected"),
    [
        ("He", ("Rudolf Rassendyll founded the Zenda Front.", "He left Hentzau on Friday."), "Rudolf Rassendyll"),
        ("he", ("Rudolf Rassendyll said he left Hentzau.",), "Rudolf Rassendyll"),
        ("Its", ("The Zenda Front (ZF) attacked Hentzau.", "Its fighters left Hentzau."), "Zenda Front"),
        ("it", ("Kenya denied that it attacked Eritrea.",), "Kenya"),
        ("it", ("The army denied that it attacked Zenda.",), "army"),
        ("group", ("The Zenda Front (ZF) attacked Hentzau.", "The group released two nurses."), "Zenda Front"),
        ("front", ("The Zenda Front (ZF) attacked Hentzau.", "The front freed two nurses."), "Zenda Front"),
        ("ZF", ("The Zenda Front (ZF) attacked Hentzau.", "The ZF left on Friday."), "Zenda Front"),
        ("They", ("Gunmen stormed the post and freed two prisoners.", "They attacked the post."), "Gunmen"),
        ("He", ("He left Hentzau on Friday.",), ""),
        ("It", ("The Zenda Front controls Hentzau.", "It appears that rebels attacked Zenda."), ""),
        ("He", ("The Zenda Front controls Hentzau.", "He left Hentzau on Friday."), ""),
        ("group", ("Rudolf Rassendyll met Black Michael.", "The group released two nurses."), "group"),
    ],
)
def test_pronouns_and_descriptions_go_back(words: str, texts: tuple[str, ...], expected: str) -> None:
    """To the last thing of a fitting kind; to nothing when none fits, or when "it" is no thing."""
    assert owner(words, *texts) == expected


def test_pronouns_do_not_reach_far() -> None:
    """Four sentences back is too far."""
    filler = ("The two sides signed a truce on Monday.",) * 3
    near = ("Rudolf Rassendyll founded the Zenda Front.", filler[0], "He left Hentzau on Friday.")
    far = (near[0], *filler, near[-1])
    assert owner("He", *near) == "Rudolf Rassendyll"
    assert owner("He", *far) == ""


def test_all_names_of_a_thing_are_one_entity() -> None:
    """Acronym and full name, with the mentions of both, proper names first."""
    found = things("The Zenda Front (ZF) attacked Hentzau.", "The group released two nurses.", "The ZF left on Friday.")
    assert found["Zenda Front"] == {"Zenda Front", "ZF", "group"}
    assert set(found) == {"Zenda Front", "Hentzau", "two nurses"} | ({"Friday"} & set(found))


def test_a_nom_de_guerre_is_the_person() -> None:
    """Both names are kept, the one that stands first is shown."""
    found = things("Black Michael, also known as Duke Michael, fled.")
    assert found["Black Michael"] == {"Black Michael", "Duke Michael"}


def test_the_same_name_twice_is_one_and_different_names_are_two() -> None:
    """Names are joined by spelling, never by chance."""
    found = things("Rudolf Rassendyll met Black Michael.", "Rudolf Rassendyll founded the Zenda Front.")
    assert set(found) == {"Rudolf Rassendyll", "Black Michael", "Zenda Front"}


def test_a_country_is_a_state_by_any_of_its_words() -> None:
    """The name and the adjective before an army are not the same thing; the name twice is."""
    done = Reference().extract(
        Mentions().extract(draft("Kenya attacked Eritrea on Monday.", "Kenya withdrew from the town of Tarn."))
    )
    kinds = {e.name: e.type for e in done.entities}
    assert kinds["Kenya"] is kinds["Eritrea"] is EntityType.STATE
    assert len([e for e in done.entities if e.name == "Kenya"]) == 1


def test_every_mention_is_of_one_entity_and_quotes_the_text() -> None:
    """Ids of mentions are ids of entities; spans lie in the text."""
    done = Reference().extract(Mentions().extract(draft("Fighters of the Zenda Front left Hentzau.")))
    ids = {e.id for e in done.entities}
    assert {m.entity for m in done.mentions if m.entity} == ids
    assert all(m.span.end <= len(done.document.text) for m in done.mentions)
