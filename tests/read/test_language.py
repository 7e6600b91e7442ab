"""The language of texts in several scripts, and when it is not told."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tacitus.read.language import language_of

ENGLISH = (
    "The army said that three soldiers were killed near the bridge and that their post had been hit by shells from the "
    "hills. Officials from the town said they would bury the dead after the truce, which both sides have accepted. "
)
GERMAN = (
    "Die Armee sagte, dass drei Soldaten nahe der Brücke getötet wurden und dass ihr Posten von den Hügeln aus "
    "beschossen worden war. Beamte der Stadt sagten, sie würden die Toten nach dem Waffenstillstand begraben. "
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gunmen shot dead two herders near the well on Sunday, the village chief said.", "en"),
        ("Abu Salim al-Nasri, who leads the River Brigade, met the governor of Hadrin on Friday.", "en"),
        ("L'armée a déclaré lundi que trois soldats avaient été tués près de la frontière.", "fr"),
        ("El ejército dijo que tres soldados murieron en una emboscada cerca del puente.", "es"),
        ("قال الجيش إن ثلاثة جنود قتلوا في قصف على البلدة القديمة يوم الاثنين الماضي", "ar"),
        ("Армия заявила, что трое солдат погибли при обстреле города в понедельник.", "ru"),
        ("Армія заявила, що троє солдатів загинули під час обстрілу міста в понеділок.", "uk"),
        ("አስር ሰዎች በከተማዋ ገበያ ውስጥ ተገደሉ ሲሉ የአይን እማኞች ተናገሩ", "am"),
        ("שלושה הרוגים", "he"),
        ("Θάνατος", "el"),
        ("전투", "ko"),
    ],
)
def test_language(text: str, code: str) -> None:
    """By words where there are enough, else by script."""
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "12.30 – 14.15", "Hurras al-Din", "نحو حلب", "Бахмут", "!" * 10_000])
def test_unsure(text: str) -> None:
    """Too few letters in a script of many languages tell nothing."""
    assert language_of(text) is None


def test_a_long_text_is_told_by_its_opening() -> None:
    """So the work is bounded."""
    opening = "The council met in the school because the town hall had burned down in March. " * 60
    assert language_of(opening + "армия " * 1_000_000) == "en"


@pytest.mark.parametrize(("english", "german", "code"), [(9, 1, "en"), (3, 7, "de"), (1, 9, "de"), (0, 5, "de")])
def test_a_text_in_two_languages_is_in_that_of_most_of_it(english: int, german: int, code: str) -> None:
    """A lead in English does not make the rest English, however many of its words the list has."""
    assert language_of(ENGLISH * english + GERMAN * german) == code
    assert language_of(GERMAN * german + ENGLISH * english) == code


def test_plain_english_needs_no_model_of_languages() -> None:
    """A run over English reports is spared 0.6 s; another language loads the model and is told all the same."""
    told = f"print(language_of({ENGLISH!r}), 'py3langid' in sys.modules)"
    first = "import sys; from tacitus.read.language import language_of"
    program = "\n".join((first, told, told.replace(ENGLISH, GERMAN)))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)  # noqa: S603
    assert done.stdout.split() == ["en", "False", "de", "True"]
