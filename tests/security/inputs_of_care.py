"""A good input for what coordinators do for volunteers and each other."""

from __future__ import annotations

from datetime import timedelta

from tests.security.cases import Case, Scene
from vrijplaats.core import clock


async def of_care(s: Scene) -> dict[str, Case]:
    """Somebody who was there for the first time, a colleague who goes away, and a message that has not gone yet."""
    who = await s.world.a_volunteer(s.organisation, "Els Koffie", admitted=[s.facility])
    match = await s.world.a_match(who, s.facility)
    visit = await s.world.a_visit(match, s.now - timedelta(days=3), state="LOGGED")
    held = {"outcome": "HELD", "minutes": 60, "setting": "PRIVATE_ROOM", "travel_kilometres": 10}
    await s.world.insert("visit_log", visit_id=visit.id, organisation_id=s.organisation, **held)
    whose = {"organisation_id": s.organisation}
    spoken = await s.world.insert(
        "care_talk",
        **whose,
        volunteer_id=who.volunteer_id,
        signal="SILENT_14",
        fact="2026-01-01",
        spoken_by=s.coordinator.person_id,
        spoken_at=clock.now(),
    )
    colleague = await s.world.a_coordinator(s.organisation)
    third = await s.world.a_coordinator(s.organisation)
    today = clock.today()
    away = {"person_id": third.person_id, "stands_in_id": colleague.person_id, "set_by": s.coordinator.person_id}
    period = {"starts_on": today, "ends_on": today + timedelta(days=7)}
    deputy = await s.world.insert("deputy", **whose, **away, **period, created_at=s.now)
    sent = {"sent_by": s.coordinator.person_id, "text": "Donderdag is er koffie.", "created_at": clock.now()}
    message = await s.world.insert("message", **whose, **sent)
    person = {"volunteer_id": who.volunteer_id, "person_id": who.person_id}
    await s.world.insert("message_recipient", **whose, **person, message_id=message)
    wanted = {"statuses": ["ACTIVE"], "search": "Koffie", "facilityId": str(s.facility), "kind": None, "language": "nl"}
    selection = {"filter": wanted | {"ending": False}, "volunteerIds": None}
    return {
        "markSpoken": Case(
            s.coordinator,
            {"volunteerId": str(who.volunteer_id), "signal": "FIRST_VISIT", "matchId": str(match.id)},
        ),
        "undoSpoken": Case(s.coordinator, {"careTalkId": str(spoken)}),
        "nameDeputy": Case(
            s.coordinator,
            {
                "membershipId": str(s.coordinator.membership_id),
                "deputyMembershipId": str(colleague.membership_id),
                "first": today.isoformat(),
                "last": (today + timedelta(days=5)).isoformat(),
            },
        ),
        "endDeputy": Case(s.coordinator, {"deputyId": str(deputy)}),
        "sendMessage": Case(s.coordinator, {"text": "Donderdag is er koffie.", "selection": selection, "expected": 1}),
        "stopMessage": Case(s.coordinator, {"messageId": str(message)}),
    }
