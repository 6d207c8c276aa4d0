"""Inputs of what is done with a volunteer's file: who they are, papers, admissions, what is sealed and noted."""

from __future__ import annotations

from datetime import timedelta

from tests.security.cases import Case, Scene


async def of_files(s: Scene) -> dict[str, Case]:
    whose = {"volunteerId": str(s.volunteer.volunteer_id)}
    paper = await s.world.value("select id from credential where volunteer_id = $1 limit 1", s.volunteer.volunteer_id)
    until = (s.now.date() + timedelta(days=300)).isoformat()
    seen = {"kind": "VOG", "issuer": "Justis", "profile": "45", "validFrom": "2026-01-01", "validUntil": until}
    there = await s.world.a_facility("Vught")
    await s.world.active(s.organisation, there)
    admission = await s.world.insert(
        "admission",
        organisation_id=s.organisation,
        volunteer_id=s.volunteer.volunteer_id,
        facility_id=there,
        state="REQUESTED",
    )
    granted = await s.world.value(
        "select id from admission where volunteer_id = $1 and state = 'GRANTED'", s.volunteer.volunteer_id
    )
    asked, today = whose | {"admissionId": str(admission)}, s.now.date().isoformat()
    paper_type = {
        "code": "VOG",
        "name": "VOG",
        "nameEn": "VOG",
        "hasProfile": True,
        "once": False,
        "validMonths": 36,
    }
    free = await s.world.a_volunteer(s.organisation, status="IN_TRAINING")
    status = {"volunteerId": str(free.volunteer_id), "status": "READY", "since": today}
    work = {"languages": ["nl", "en"], "littleLanguages": ["en"], "kinds": ["ONE_TO_ONE", "CHAPLAINCY"], "capacity": 2}
    work |= {"activityDenominations": ["HUMANIST"]}
    return {
        "setVolunteerPerson": Case(s.coordinator, whose | {"gender": "WOMAN", "place": "Assen"}),
        "setVolunteerWork": Case(s.coordinator, whose | work),
        "requestAdmission": Case(s.coordinator, whose | {"facilityId": str(s.facility)}),
        "grantAdmission": Case(s.coordinator, asked | {"validFrom": today, "validUntil": until}),
        "refuseAdmission": Case(s.coordinator, asked),
        "endAdmission": Case(s.coordinator, whose | {"admissionId": str(granted)}),
        "setCredentialType": Case(s.coordinator, paper_type),
        "setRequirement": Case(
            s.coordinator, {"activityKind": "COURSE", "kind": "VOG", "facilityId": str(there), "needed": True}
        ),
        "setCredentialValidity": Case(s.coordinator, {"kind": "VOG", "facilityId": str(there), "validMonths": 12}),
        "recordCredential": Case(s.coordinator, whose | seen),
        "removeCredential": Case(s.coordinator, whose | {"credentialId": str(paper)}),
        "setVolunteerStatus": Case(s.coordinator, status),
    }


async def of_what_is_kept(s: Scene) -> dict[str, Case]:
    """Sealed in a file, noted in it, and somebody who has no account yet."""
    els = await s.world.a_volunteer(s.organisation, admitted=[s.facility])
    whose, by = {"volunteerId": str(els.volunteer_id)}, s.coordinator.person_id
    kept = {"organisation_id": s.organisation, "volunteer_id": els.volunteer_id}
    note = await s.world.insert("volunteer_note", **kept, note="Bel na zes uur.", written_by=by, written_at=s.now)
    granted = await s.world.value(
        "select id from admission where volunteer_id = $1 and state = 'GRANTED'", els.volunteer_id
    )
    asked = await s.world.a_volunteer(s.organisation)
    file = {"organisation_id": s.organisation, "volunteer_id": asked.volunteer_id}
    await s.world.insert("imported_contact", **file, email="nog.niet@example.org")
    maria = {"name": "Maria de Jong", "phone": "0612345678", "relation": "zus"}
    return {
        "setEmergencyContact": Case(els, whose | {"contact": maria}),
        "setPassNumber": Case(s.coordinator, whose | {"admissionId": str(granted), "number": "AB 1234"}),
        "writeVolunteerNote": Case(s.coordinator, whose | {"note": "Belt liever na zes uur."}),
        "removeVolunteerNote": Case(s.coordinator, whose | {"noteId": str(note)}),
        "inviteImported": Case(s.coordinator, {"volunteerIds": [str(asked.volunteer_id)], "expected": 1}),
    }
