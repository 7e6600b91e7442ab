"""What one sentence says of things told before, read with the bundled engine: posts, counts, denials, "the two"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.extract.plain import document, lines

from tacitus.pipeline import default_reader

if TYPE_CHECKING:
    from tacitus.pipeline import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return the reader with the bundled engine."""
    return default_reader()


#: Text → a line that must be read in it.
_TOLD = [
    # the post was told before the name
    (
        (
            "A spokesman for the Zenda Front denied that its fighters had shelled the market. "
            "“We have no mortars,” the spokesman, Rauf Temir, said."
        ),
        "member | subject=Rauf Temir | object=Zenda Front | role=spokesman",
    ),
    (
        (
            "The director of the town’s hospital said on Sunday that shells hit the market. "
            "Sami Dorel, the director, said that 46 wounded people had been brought in."
        ),
        "leads | subject=Sami Dorel | object=town’s hospital | role=director",
    ),
    # the body of the office was told before
    (
        "The report described Rauf Temir as a spokesman for the Zenda Front. The spokesman is Davit Karlo.",
        "member | subject=Davit Karlo | object=Zenda Front | role=spokesman",
    ),
    # a name stands behind its own post, not behind the noun before
    (
        "The Zenda Front took its name from the call sign of its commander, Rauf Temir.",
        "leads | subject=Rauf Temir | object=Zenda Front | role=commander",
    ),
    # a body is meant by the last word of its name, however many were named since
    (
        (
            "The Ministry of Defence said that 20 people died. Units of the 4th Hentzau Brigade have detained "
            "three suspects near the village of Tarlenheim. According to the ministry, the suspects belong to the "
            "Zenda Front."
        ),
        "member | subject=three suspects | object=Zenda Front | by=Ministry of Defence",
    ),
    # who is said to be several is none of one
    (
        "The 4th Hentzau Brigade arrested three shepherds near Tarlenheim. They are not members of the Zenda Front.",
        "member | subject=three shepherds | object=Zenda Front | role=members | denied",
    ),
    # counts in a sentence of their own
    (
        (
            "Gunmen fired mortars at the market in the town of Zenda on Sunday. The Ministry of Defence confirms that "
            "20 people were killed and 17 others were injured."
        ),
        (
            "shelling | actor=Gunmen | instrument=mortars | target=market | place=Zenda | killed=20 | injured=17 "
            "| by=Ministry of Defence | on=2024-05-05"
        ),
    ),
    (
        "Gunmen fired mortars at the market in the town of Zenda. Among the dead are two soldiers.",
        "shelling | actor=Gunmen | instrument=mortars | target=market | place=Zenda | killed=2",
    ),
    (
        (
            "The League documented the deaths of 34 civilians in the shelling of the market in Zenda. "
            "Nine of the dead were children."
        ),
        "shelling | target=market | place=Zenda | killed=9",
    ),
    (
        (
            "A shell hit the market in Zenda on Sunday. The agency wrote that the hospital had received 46 wounded "
            "people. The hospital has since said that the number was 43."
        ),
        "shelling | instrument=shell | target=market | place=Zenda | injured=43 | by=hospital | on=2024-05-05",
    ),
    # denials that point back
    (
        "Rauf Temir accused the Hentzau army of attacking Zenda camps, which the Ministry of Defence denied.",
        "attack | actor=Hentzau army | target=Zenda camps | by=Ministry of Defence | denied",
    ),
    (
        "In January Rauf Temir said his men had captured Zenda, a town near Tarlenheim. Uganda at first denied it.",
        "capture | actor=his men | target=Zenda | by=Uganda | denied",
    ),
    (
        "Kenya accused Uganda of shelling Obock. Uganda rejected the accusation.",
        "shelling | actor=Uganda | target=Obock | by=Uganda | denied",
    ),
    # the two
    (
        (
            "The group Zenda Front had joined the Hentzau League, but both groups denied it. The two are allies: they "
            "conducted joint attacks on army posts in April."
        ),
        "attack | actor=Zenda Front+Hentzau League | target=army posts | on=2024-04",
    ),
    (
        "The Zenda Front met the Hentzau League. The two are allies.",
        "ally | subject=Zenda Front | object=Hentzau League",
    ),
    ("Kenya and Uganda are rivals.", "rival | subject=Kenya | object=Uganda"),
    (
        (
            "In March 2022, dozens of fighters left the Zenda Front and pledged allegiance to the Sons of Hentzau, a "
            "rival group that may have ties to smugglers."
        ),
        "rival | subject=Sons of Hentzau | object=Zenda Front",
    ),
    # the writer adds what stands in a clause behind a comma
    (
        (
            "The Zenda Front claimed a joint operation alongside the Hentzau Group (HG), which is also affiliated with "
            "al Qaeda."
        ),
        "affiliate | subject=Hentzau Group | object=al Qaeda",
    ),
    # time and place of a clause with "when"
    (
        "Rauf Temir and Davit Karlo were killed when their aircraft crashed in Obock region on 23 August 2023.",
        "killing | target=Rauf Temir+Davit Karlo | place=Obock region | killed=1+1 | on=2023-08-23",
    ),
]


@pytest.mark.parametrize(("text", "expected"), _TOLD)
def test_what_a_sentence_says_of_what_was_told_before(reader: Reader, text: str, expected: str) -> None:
    """Each construction gives its claim with the thing or event that it goes back to."""
    told = lines(reader.read(document(text)))
    assert expected in told, told


#: Text → the beginning of a line that must not be read in it.
_UNTOLD = [
    # two spokesmen: nobody knows which one is named
    (
        (
            "A spokesman for the Zenda Front spoke. A spokesman for the Hentzau League left. The spokesman, Rauf "
            "Temir, said nothing."
        ),
        "member | subject=Rauf Temir",
    ),
    # all the dead of a war are not those of the last shelling
    (
        "A shell hit the market in Zenda on Sunday. More than 300,000 people have been killed.",
        "shelling | instrument=shell | target=market | place=Zenda | killed=",
    ),
    # a report of one day tells of another
    (
        "In a report of 5 May about the shelling of a market in Zenda, the agency wrote that ten shells fell.",
        "shelling | target=market | place=Zenda | on=",
    ),
    # what describes a noun is not denied with the clause
    (
        "The papers said the Zenda Front had attacked a base led by Rauf Temir, but the Front denied it.",
        "leads | subject=Rauf Temir | object=base | by=Zenda Front | denied",
    ),
]


@pytest.mark.parametrize(("text", "unexpected"), _UNTOLD)
def test_what_is_not_said_of_what_was_told_before(reader: Reader, text: str, unexpected: str) -> None:
    """Nothing is tied to what it does not speak of."""
    told = lines(reader.read(document(text)))
    assert told
    assert not [line for line in told if line.startswith(unexpected)], told


def test_we_is_the_body_that_publishes(reader: Reader) -> None:
    """In a text of its own channel the body speaks as "we"; in a text of a newspaper nobody does."""
    text = "The Zenda Front has pledged allegiance to nobody. We cooperate with the Hentzau League against the army."
    own = replace(document(text), outlet="Zenda Front channel")
    other = replace(document(text), outlet="Strelsau Post")
    ally = "ally | subject=Zenda Front | object=Hentzau League"
    assert ally in lines(reader.read(own))
    assert ally not in lines(reader.read(other))


def test_we_in_a_quotation_is_not_the_publisher(reader: Reader) -> None:
    """A quotation is in the words of its speaker."""
    text = "The Zenda Front spoke to the army. “We cooperate with the Hentzau League,” an officer of the army said."
    told = lines(reader.read(replace(document(text), outlet="Zenda Front channel")))
    assert not [line for line in told if line.startswith("ally | subject=Zenda Front")]
