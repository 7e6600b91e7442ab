"""Incidents: who tells of them, and whose main news they are."""

from __future__ import annotations

from tacitus.model.incident import Incident, Telling


def test_documents_and_leads() -> None:
    """Each document once, sorted; background does not lead."""
    tellings = (Telling("d2", ("c3",)), Telling("d1", ("c1", "c2"), is_lead=True))
    incident = Incident("i0", tellings)
    assert incident.documents == ("d1", "d2")
    assert incident.lead_documents == ("d1",)
    assert incident.claims == ("c3", "c1", "c2")
