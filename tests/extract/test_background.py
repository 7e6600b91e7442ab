"""What reports of the background tell: deals that others speak of, new names, denials of a role, days of telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines

from tacitus.extract import denials, repairs_said
from tacitus.extract.tree import plant

if TYPE_CHECKING:
    from tacitus.pipeline import Reader


def told(reader: Reader, text: str, *types: str) -> list[str]:
    """Return the lines of the claims of some types."""
    return [line for line in lines(reader.read(document(text))) if line.split(" | ")[0] in types]


SEIZED = (
    "His fighters seized the barracks in Zenda and then turned back under a deal that the Kenyan president, "
    "Adil Rask, said he had brokered."
)
LEFT = (
    "Rebels seized the town of Zenda on Monday and left it under a truce which the mayor, Ann Lee, says she had made."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SEIZED, "capture | actor=His fighters | target=barracks | place=Zenda"),
        (LEFT, "capture | actor=Rebels | target=Zenda | on=2024-05-06"),
        # where all is what somebody says, it stays so
        (
            "Rebels seized the town of Zenda on Monday, the mayor said.",
            "capture | actor=Rebels | target=Zenda | by=mayor | on=2024-05-06",
        ),
    ],
)
def test_who_speaks_of_the_deal_says_no_more(reader: Reader, text: str, expected: str) -> None:
    """Only the relative clause is theirs."""
    assert told(reader, text, "capture") == [expected]


def test_the_deal_is_told_by_who_speaks_of_it(reader: Reader) -> None:
    """The clause that was said keeps its speaker, and the title in it is the writer's."""
    found = told(reader, SEIZED, "agreement", "leads")
    assert "agreement | actor=Adil Rask | by=Adil Rask" in found
    assert "leads | subject=Adil Rask | object=Kenya | role=president" in found


def test_a_sentence_without_a_relative_clause_is_left_alone(reader: Reader) -> None:
    """The mend touches no tree in which the verb of saying governs its own content."""
    for sentence in reader.engine.analyse("The mayor said that rebels had left. The army that fled returned."):
        tokens = list(plant(sentence, 0).tokens)
        kept = list(tokens)
        repairs_said.inset(tokens)
        assert tokens == kept


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Halvani and Dorani were killed when a mine exploded.", "killed=1+1"),
        ("Marani and Oskarin were shot dead in Zenda.", "killed=1+1"),
    ],
)
def test_both_dead_of_one_clause(reader: Reader, text: str, dead: str) -> None:
    """A bare surname is no town where it is said to be killed."""
    assert any(dead in line for line in told(reader, text, "killing", "bombing"))


def test_a_surname_goes_to_the_person_named_before(reader: Reader) -> None:
    """The second of two dead is the one of whom the text spoke."""
    text = (
        "The League was founded by Ivan Rask and its commander, Adil Utkov. "
        "Rask and Utkov were killed when their plane fell."
    )
    assert any("target=Ivan Rask+Adil Utkov" in line for line in told(reader, text, "killing"))


def test_towns_stay_towns(reader: Reader) -> None:
    """What is shelled or captured may be a place."""
    found = told(reader, "Zenda was shelled and Hentzau was captured.", "shelling", "capture")
    assert found == ["shelling | target=Zenda | place=Zenda", "capture | target=Hentzau"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("On 2 May 2024, the Eastern Guard was renamed the National Shield.", "2024-05-02"),
        ("The Eastern Guard renamed itself the National Shield on 2 May 2024.", "2024-05-02"),
        ("In 2017 the Eastern Guard changed its name to the National Shield.", "2017"),
        ("Since 2017 the Eastern Guard has been called the National Shield.", "2017/.."),
        ("The Eastern Guard was led by Adil Rask. Since 2017 it has been called the National Shield.", "2017/.."),
    ],
)
def test_a_new_name_with_its_day(reader: Reader, text: str, time: str) -> None:
    """The new name is the successor of the old one, from the day of the change."""
    expected = f"successor | subject=National Shield | object=Eastern Guard | on={time}"
    assert told(reader, text, "successor") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The town of Hentzau was renamed Zenda in 2011.",
        "The Eastern Guard changed its commander in 2017.",
        "The Eastern Guard was called to the National Shield on Monday.",
    ],
)
def test_no_new_name_of_a_body(reader: Reader, text: str) -> None:
    """Towns, other changes and calls for help make no successor."""
    assert told(reader, text, "successor") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Adil Rask was born in Kenya. In September 2022 Rask said that he had founded the Eastern Guard.",
            "formation | actor=Adil Rask | target=Eastern Guard | by=Adil Rask",
        ),
        (
            "Adil Rask was born in Kenya. Rask said that he had founded the Eastern Guard in September 2022.",
            "formation | actor=Adil Rask | target=Eastern Guard | by=Adil Rask | on=2022-09",
        ),
    ],
)
def test_the_month_of_saying_dates_nothing_before_it(reader: Reader, text: str, expected: str) -> None:
    """A time that hangs on "said" is not that of what had been before."""
    assert told(reader, text, "formation") == [expected]


def test_a_time_told_before_two_verbs_is_that_of_both(reader: Reader) -> None:
    """Who left in March joined in March; a time behind the first verb is its own."""
    text = "In March 2022, 40 fighters left the Coast Front and joined the Eastern Guard."
    found = told(reader, text, "split", "member")
    assert "split | actor=40 fighters | target=Coast Front | on=2022-03" in found
    assert "member | subject=40 fighters | object=Eastern Guard | on=2022-03" in found


SAID = "The minister blamed the Zenda Front for the bombing of the market in Hentzau"
BOMBING = "bombing | target=market | place=Hentzau | actor=Zenda Front | by="


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}. The group denied responsibility.",
        f"{SAID}. The group denies any responsibility.",
        f"{SAID}, but the group has denied any involvement.",
        f"{SAID}. The group denied any role in the attack.",
    ],
)
def test_a_denied_role_denies_what_was_told(reader: Reader, text: str) -> None:
    """The denial has the actor and target of what was told, which its source still says."""
    assert set(told(reader, text, "bombing")) >= {f"{BOMBING}minister", f"{BOMBING}Zenda Front | denied"}


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}. Eritrea denied any role in the attack.",  # nobody said that it had one
        f"{SAID}. The group did not deny responsibility.",
        f"{SAID}. The group denied responsibility for the raid on Obock.",
    ],
)
def test_another_role_denies_nothing_told(reader: Reader, text: str) -> None:
    """Who is not said to have done it, or speaks of something else, does not deny it."""
    assert not [line for line in told(reader, text, "bombing") if "Hentzau" in line and line.endswith("denied")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A United Nations panel found no proof of such an attack.", "United Nations panel"),
        ("Observers saw no sign of it.", "Observers"),
        ("The mission did not find any evidence of that.", "mission"),
    ],
)
def test_who_finds_no_proof_does_not_know_of_what_was_told(reader: Reader, text: str, source: str) -> None:
    """The same event, not known to whoever looked for it: that is no denial."""
    found = told(reader, f"Kenya said that Eritrea had attacked Djibouti. {text}", "attack")
    event = "attack | actor=Eritrea | target=Djibouti"
    assert found == [f"{event} | by=Kenya", f"{event} | by={source} | unknown"]


@pytest.mark.parametrize(
    "text",
    [
        "Adil Rask said his men had captured Hentzau, which Ukraine denied.",
        "Adil Rask said his men had captured Hentzau, a claim that Ukraine denied.",
        "Adil Rask said his men had captured Hentzau. Ukraine at first denied it.",
        "Adil Rask said his men had captured Hentzau. Ukraine denied the claim.",
    ],
)
def test_a_denial_has_the_actor_and_target_of_what_it_denies(reader: Reader, text: str) -> None:
    """His men are his in both."""
    event = "capture | actor=his men | target=Hentzau"
    assert told(reader, text, "capture") == [f"{event} | by=Adil Rask", f"{event} | by=Ukraine | denied"]


def test_a_proof_of_something_named_points_at_nothing(reader: Reader) -> None:
    """Only words that mean what was said before point back."""
    (sentence,) = reader.engine.analyse("Observers found no proof of a massacre near Zenda.")
    tree = plant(sentence, 0)
    assert all(denials.finds_none(tree, i) < 0 for i in range(len(tree.tokens)))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("On 23 June 2023 Rask accused the army of lying. His fighters seized Zenda the next day.", "2023-06-24"),
        ("Rebels shelled Obock on 23 June 2023. They seized Zenda two days later.", "2023-06-25"),
        ("In June 2023 Rask accused the army of lying. His fighters seized Zenda the next day.", ""),
    ],
)
def test_the_next_day_leans_on_the_day_told_last(reader: Reader, text: str, time: str) -> None:
    """Also where nothing that makes a claim is told of that day; a month has no next day."""
    (line,) = told(reader, text, "capture")
    assert line.endswith(f"on={time}") if time else "on=" not in line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # victims are nobody's attackers, wherever the tree hung the subject of the clause
        (
            "Dozens of civilians were killed when rebels shelled Zenda.",
            "shelling | actor=rebels | target=Zenda | place=Zenda | killed=24..None",
        ),
        (
            "On Monday, dozens of soldiers attacked Zenda.",
            "attack | actor=dozens of soldiers | target=Zenda | place=Zenda | on=2024-05-06",
        ),
        # the year is nobody
        ("In September 2022 he said that he had founded the group.", "formation | target=group"),
        # a number that dates nothing still counts
        ("In May, 30 were killed in Zenda.", "killing | target=30 | place=Zenda | killed=30 | on=2024-05"),
    ],
)
def test_one_subject_each(reader: Reader, text: str, expected: str) -> None:
    """A clause has its own subject, a counted body is one, a date is none."""
    assert told(reader, text, "shelling", "attack", "formation", "killing") == [expected]


def test_who_left_was_a_member(reader: Reader) -> None:
    """The body that was left has the member no more."""
    text = "In March 2022, dozens of fighters left the Highland Front and pledged allegiance to the Coast Guard."
    found = told(reader, text, "split", "pledge", "member")
    assert "split | actor=fighters | target=Highland Front | on=2022-03" in found
    assert "pledge | actor=fighters | target=Coast Guard | on=2022-03" in found
    assert all("ended=True" in line for line in found if line.startswith("member"))


@pytest.mark.parametrize(
    "text",
    [
        "The army has denied any role in the attack on Zenda.",
        "The army denied involvement in the attack on Zenda.",
        "The army denied any involvement in the attack.",
        "The army has denied involvement in the killing of two farmers in Zenda.",
    ],
)
def test_a_denied_role_is_no_deed(reader: Reader, text: str) -> None:
    """Nobody is said to have done what he denies, whether the text has told of it or not."""
    found = told(reader, text, "attack", "killing", "airstrike", "bombing", "shelling")
    assert all("by=army" in line and line.endswith("denied") for line in found)


def test_a_claimed_attack_is_still_claimed(reader: Reader) -> None:
    """Responsibility that is claimed makes the event the claimant's own."""
    found = told(reader, "The Eastern Guard claimed responsibility for the attack on Zenda.", "attack")
    assert found == ["attack | actor=Eastern Guard | place=Zenda | by=Eastern Guard"]


def test_a_time_of_joining_dates_no_lasting_post(reader: Reader) -> None:
    """Who joined in 2017 leads since nobody says when; and who merely has no proof finds none."""
    text = "In 2017 Adil Rask joined the Eastern Guard and now leads the Coast Front."
    assert told(reader, text, "leads") == ["leads | subject=Adil Rask | object=Coast Front"]
    text = "Kenya said that Eritrea had attacked Djibouti. Police have no evidence of that."
    assert told(reader, text, "attack") == ["attack | actor=Eritrea | target=Djibouti | by=Kenya"]
