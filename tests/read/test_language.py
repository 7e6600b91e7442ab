"""The language of texts in several scripts, and when it is not told."""

from __future__ import annotations

import pytest

from tacitus.read.language import language_of


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
