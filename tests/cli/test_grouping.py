"""`tacitus incidents` and `tacitus compare`, over the bundled reports on the bridge of Tirsa."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tacitus.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Done

    Command = Callable[..., Done]

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "tirsa-bridge"


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with the reports on the bridge, read once by the command."""
    path = tmp_path_factory.mktemp("bridge") / "t.db"
    with pytest.raises(SystemExit) as ended:
        main(["read", str(EXAMPLES), "--ledger", str(path), "--quiet", "--format", "jsonl"])
    assert ended.value.code == 0
    return path


def _incidents(tacitus: Command, bridge: Path, *more: str) -> list[dict[str, Any]]:
    done = tacitus("incidents", "--format", "jsonl", "--ledger", bridge, *more)
    assert done.code == 0
    return [json.loads(line) for line in done.out.splitlines()]


def _bombing(tacitus: Command, bridge: Path) -> dict[str, Any]:
    return max(_incidents(tacitus, bridge, "--about", "Tirsa"), key=lambda incident: incident["articles"])


def test_one_incident_of_many_reports(tacitus: Command, bridge: Path) -> None:
    """The bombing is told by most reports; a reprint adds an article and no origin."""
    found = _bombing(tacitus, bridge)
    assert found["types"][0] == "bombing"
    assert found["first_day"] == found["last_day"] == "2024-03-03"
    assert set(found["lead_documents"]) <= set(found["documents"])
    assert found["articles"] == len(found["documents"])
    assert found["origins"] < found["articles"]
    assert {20, 31} <= {toll["min"] for toll in found["killed"]}


def test_each_claim_is_in_one_incident(tacitus: Command, bridge: Path) -> None:
    """And incidents come in time order, those without any day last."""
    every = _incidents(tacitus, bridge)
    claims = [claim for incident in every for claim in incident["claims"]]
    assert len(set(claims)) == len(claims)
    assert len({incident["incident"] for incident in every}) == len(every)


def test_filters(tacitus: Command, bridge: Path) -> None:
    """By name and by days."""
    every = {incident["incident"] for incident in _incidents(tacitus, bridge)}
    found = _bombing(tacitus, bridge)["incident"]
    assert found in {
        i["incident"] for i in _incidents(tacitus, bridge, "--since", "2024-03-03", "--until", "2024-03-03")
    }
    assert found not in {i["incident"] for i in _incidents(tacitus, bridge, "--until", "2023-12-31")}
    assert {i["incident"] for i in _incidents(tacitus, bridge, "--about", "Tirsa")} < every


def test_forms(tacitus: Command, bridge: Path) -> None:
    """JSON is one list of the same objects; a table tells articles and origins."""
    listed = json.loads(tacitus("incidents", "--format", "json", "--ledger", bridge).out)
    assert listed == _incidents(tacitus, bridge)
    found = _bombing(tacitus, bridge)
    table = tacitus("incidents", "--ledger", bridge, "--about", "Tirsa").out
    assert f"· {found['incident']}" in table
    assert f"{found['articles']} articles, {found['origins']} origins" in table


def test_compare(tacitus: Command, bridge: Path) -> None:
    """The beginning of the id is enough; the table and the object tell the same positions."""
    id_ = _bombing(tacitus, bridge)["incident"]
    told = json.loads(tacitus("compare", id_[:9], "--format", "json", "--ledger", bridge).out)
    assert told["incident"] == id_
    table = tacitus("compare", id_, "--ledger", bridge).out
    assert "How many were killed? Contested." in table
    assert "is denied by" in table
    assert "updates" in table


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("compare", "i0000000000000000"), "no incident 'i0000000000000000'"),
        (("compare", "bridge"), "no incident 'bridge'"),
        (("incidents", "--about", "Nobody"), "no entity 'Nobody'"),
        (("incidents", "--since", "2024-03-04", "--until", "2024-03-03"), "no stretch of days"),
    ],
)
def test_calls_that_mean_nothing(tacitus: Command, bridge: Path, words: tuple[str, ...], message: str) -> None:
    """Code 2 and one line that says what to do."""
    done = tacitus(*words, "--ledger", bridge)
    assert done.code == 2
    assert message in done.err
