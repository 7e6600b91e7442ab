"""Search words in PostgreSQL: as the server itself reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from tacitus.ledger.postgres_search import query, vector
from tacitus.ledger.search_words import folded, has_all, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = "the tide front 's men took the pier o'clock a\\b 停 火 ابو 1200"


@pytest.fixture
def server(postgres_server: str) -> Iterator[psycopg.Connection]:
    """Yield a plain connection."""
    with psycopg.connect(postgres_server) as connection:
        yield connection


def _finds(server: psycopg.Connection, words: str, wanted: list[str]) -> bool:
    sql = "SELECT CAST(%s AS tsvector) @@ CAST(%s AS tsquery)"
    row = server.execute(sql, (vector(words), query(wanted))).fetchone()
    assert row
    return bool(row[0])


@pytest.mark.parametrize(
    ("wanted", "is_there"),
    [
        (["pier"], True),
        (["piers"], False),
        (["the"], True),
        (["the pier"], True),
        (["pier the"], False),
        (["the men"], False),
        (["took the pier", "tide front"], True),
        (["took", "boat"], False),
        (["'s men"], True),
        (["o'clock a\\b"], True),
        (["停 火"], True),
        (["火 停"], False),
        (["ابو", "1200"], True),
        (["120"], False),
    ],
)
def test_words_and_phrases(server: psycopg.Connection, wanted: list[str], is_there: bool) -> None:  # noqa: FBT001
    """Whole words in any order, words of a phrase side by side; no language's endings or stop words."""
    assert _finds(server, WORDS, wanted) is is_there is has_all(WORDS, wanted)


@pytest.mark.parametrize("text", ["a.b@c.example/d?e=f&g", "x-ray -12.5e3 0x1F", "it's & | ! <-> :* 'q':A \\", "\0 \t"])
def test_signs_mean_nothing(server: psycopg.Connection, text: str) -> None:
    """PostgreSQL's own parser would see addresses, numbers and operators in them."""
    words = folded(text)
    assert all(_finds(server, words, [word]) for word in words.split())
    assert not words or _finds(server, words, [words])


def test_a_word_of_any_length_is_found(server: psycopg.Connection) -> None:
    """It counts by its first 500 characters, four bytes each at most."""
    assert _finds(server, f"a {'𐤀' * 5000} b", ["𐤀" * 5000])
    assert _finds(server, f"{'x' * 900} {'x' * 901}", ["x" * 900])


def test_a_paragraph_that_no_person_has_written_is_taken(server: psycopg.Connection) -> None:
    """Its beginning is found; it does not stop the report."""
    words = " ".join(f"w{i}" for i in range(300_000))
    assert _finds(server, words, ["w1", "w10000 w10001"])
    assert _finds(server, "again " * 100_000 + "once", ["again", "once"])


def test_an_empty_piece_holds_nothing(server: psycopg.Connection) -> None:
    """And is taken."""
    assert vector("") == ""
    assert not _finds(server, "", ["tide"])


def test_a_query_is_made_of_what_people_type() -> None:
    """Words and phrases, folded before."""
    assert query(phrases('shelling "Tide Front" al-Bab')) == "'shelling' & ('tide' <-> 'front') & ('al' <-> 'bab')"
