"""How words are written, counted from sentences."""

from __future__ import annotations

from training.casing import classified, written


def test_classes() -> None:
    """Small words, names, acronyms, and words that may be either; the first word and capitals tell nothing."""
    sentences = [
        ("Men", "of", "Zenda", "met", "the", "front", "near", "a", "NATO", "base"),
        ("Here", "the", "Zenda", "Front", "met", "with", "some", "of", "the", "NATO", "men"),
        ("The", "front", "is", "near", "the", "Zenda", "base", "and", "the", "NATO", "line"),
        ("ALL", "IN", "CAPITALS"),
    ]
    classes = classified(sentences)
    assert "zenda" in classes["name"]
    assert "nato" in classes["capitals"]
    assert "front" in classes["maybe"]
    assert {"of", "men", "base"} <= set(classes["small"])
    assert not any("capitals" in words or "here" in words for words in classes.values())


def test_a_name_seen_once_is_left_out() -> None:
    """An unknown word is taken for a name anyway."""
    assert classified([("He", "went", "to", "Tarn")])["name"] == []


def test_file() -> None:
    """A line a class, behind the lines that say the source."""
    text = written({"small": ["a", "of"], "name": ["zenda"]})
    assert text.splitlines()[-2:] == ["small\ta of", "name\tzenda"]
    assert text.startswith("# ")
