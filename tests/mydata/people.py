"""Somebody about whom there is something everywhere: a volunteer of two organisations who also coordinates in one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from tests.world import Ids, World
from vrijplaats import settings
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.core.sealing import new_key
from vrijplaats.volunteers.sealed import rules

EMAIL, PHONE, NAME = "els.dejong@example.org", "+31612345678", "Els de Jong"


@dataclass(frozen=True, slots=True)
class Els:
    """The person as a volunteer of one organisation, and what goes with it there."""

    world: World
    facility: UUID
    organisation: UUID
    actor: Actor
    coordinator: Actor
    match: Ids
    visit: Ids


async def a_volunteer(world: World, name: str = NAME, email: str | None = None) -> Els:
    """With a row in every table that can have one."""
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    actor = await world.a_volunteer(organisation, name, admitted=[facility], capacity=3, place="Assen")
    coordinator = await world.a_coordinator(organisation, "Anja Mulder")
    match = await world.a_match(actor, facility)
    now = clock.now()
    visit = await world.a_visit(match, now - timedelta(days=3), state="LOGGED")
    await world.a_visit(match, now + timedelta(days=3))
    log = {"minutes": 55, "setting": "PRIVATE_ROOM", "travel_kilometres": 20, "logged_by": actor.person_id}
    await world.insert("visit_log", visit_id=visit.id, organisation_id=organisation, outcome="HELD", **log)
    await world.a_series(match, now + timedelta(days=9))
    why = '[{"kind": "SPEAKS", "values": ["pap"]}]'
    await world.an_offer(await world.a_request(facility, organisation), actor, distance_kilometres=31, reasons=why)
    await world.connection.execute("delete from person_contact where person_id = $1", actor.person_id)
    email = email or f"{actor.person_id.hex}@example.org"
    contact = {"email": email, "phone": PHONE, "email_verified_at": now}
    await world.insert("person_contact", person_id=actor.person_id, **contact)
    await _of_the_account(world, actor, coordinator, facility, name)
    return Els(world, facility, organisation, actor, coordinator, match, visit)


async def asked_to_take_over(world: World, els: Els) -> None:
    """After a release, from a colleague."""
    first = await world.a_match(await world.a_volunteer(els.organisation, admitted=[els.facility]), els.facility)
    departure = await world.a_departure(await world.a_staff_member(els.facility), first.request_id, None, match=first)
    asked = (
        "update match_review set asked_id = $2, asked_at = $3, answer = 'NO', answered_at = $3 where departure_id = $1"
    )
    await world.connection.execute(asked, departure, els.actor.volunteer_id, clock.now())


async def _of_the_account(world: World, actor: Actor, coordinator: Actor, facility: UUID, name: str) -> None:
    person, now = {"person_id": actor.person_id}, clock.now()
    await world.insert("calendar_feed", **person, created_at=now)
    await world.insert("push_preference", **person, quiet_from=22, quiet_until=8)
    await world.insert("notice", **person, outbox_id=uuid4(), event="call.done")
    changed = {"email": f"nieuw.{actor.person_id.hex}@example.org", "former_email": "oud@example.org"}
    await world.insert("email_change", **person, **changed, created_at=now, expires_at=now)
    await world.insert("sign_in_code", **person, address_hash=b"x" * 32, device="/", created_at=now, expires_at=now)
    provider = await world.an_sso_provider(await world.an_organisation())
    subject, shown = actor.person_id.hex, actor.person_id.bytes * 2
    linked = {"issuer": "https://login.example", "subject": subject, "shown": shown, "created_at": now}
    await world.insert("sso_identity", **person, provider_id=provider, **linked)
    await world.a_recovery(actor, coordinator)
    await world.an_invitation(coordinator, display_name=name, email="els.getypt@example.org", for_person=uuid4(),
        accepted_at=now, accepted_by=actor.person_id)  # fmt: skip
    asked = {"organisation_id": actor.organisation_id, "volunteer_id": actor.volunteer_id, "asked_at": now}
    await world.insert("call_request", **asked, urgency="THIS_WEEK")
    whose = {"organisation_id": actor.organisation_id, "volunteer_id": actor.volunteer_id}
    days = {"starts_on": now.date(), "ends_on": now.date() + timedelta(days=7)}
    await world.insert("volunteer_away", **whose, **days, created_at=now)
    await world.insert("volunteer_pause", **whose, **days)
    await world.insert("correction", **asked, item="PLACE", wanted="Groningen", due_on=now.date() + timedelta(days=30))
    told = {"kind": "ADMISSION", "facility_id": facility, "until": now.date() + timedelta(days=60), "step": 90}
    await world.insert("paper_warning", **whose, **told, told_at=now)
    await world.insert("imported_contact", **whose, email="els.uit.een.lijst@example.org", phone=PHONE)
    await _sealed(world, actor)
    note = {"note": "Bel na zes uur.", "written_by": coordinator.person_id, "written_at": now}
    await world.insert("volunteer_note", **whose, **note)
    view = {"organisation_id": actor.organisation_id, "name": "Lang gewacht", "waiting_days": 14}
    await world.insert("inbox_view", **person, **view, created_at=now)
    spoken = {"spoken_by": coordinator.person_id, "spoken_at": now}
    await world.insert("care_talk", **whose, signal="SILENT_14", fact="2026-11-01", **spoken)
    period = {"starts_on": now.date(), "ends_on": now.date() + timedelta(days=7)}
    stands_in = {"stands_in_id": coordinator.person_id, "set_by": actor.person_id}
    organisation = {"organisation_id": actor.organisation_id}
    await world.insert("deputy", **organisation, **person, **stands_in, **period, created_at=now)
    sent = {"sent_by": actor.person_id, "text": "Donderdag is er koffie.", "created_at": now}
    message = await world.insert("message", **organisation, **sent)
    await world.insert("message_recipient", **whose, **person, message_id=message, outbox_id=uuid4(), told_at=now)


async def _sealed(world: World, actor: Actor) -> None:
    """Whom to call, under keys as the program makes them."""
    organisation, volunteer, key = actor.organisation_id, actor.volunteer_id, new_key()
    assert organisation is not None and volunteer is not None
    master = rules.wrapped_organisation_key(settings.current().master_key, organisation, key)
    await world.insert("organisation_key", organisation_id=organisation, wrapped=master)
    wrapped, whose = rules.wrapped_volunteer_key(key, volunteer), {"volunteer_id": volunteer}
    whose["organisation_id"] = organisation
    await world.insert("volunteer_key", **whose, wrapped=wrapped)
    contact = rules.keyring(key, volunteer, wrapped).sealed_emergency(
        volunteer, rules.emergency("Maria de Jong", PHONE, "zus")
    )
    await world.insert("emergency_contact", **whose, **contact, set_by=actor.person_id, set_at=clock.now())
