"""Two tenants: the actors of one, and what the other has that could be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from tests.push.service import a_subscription
from tests.world import World
from vrijplaats.core.actor import Actor, Role


@dataclass(frozen=True, slots=True)
class Two:
    """Actors of one tenant, and the ids of another by what they are called in arguments."""

    actors: dict[Role, Actor]
    theirs: dict[str, UUID]


async def two_tenants(world: World) -> Two:
    """With a row of everything that has an id."""
    here, there = await world.a_facility(), await world.a_facility("Vught")
    ours, others = await world.an_organisation(facilities=[here]), await world.an_organisation(facilities=[there])
    stranger = await world.a_volunteer(others, admitted=[there])
    match = await world.a_match(stranger, there)
    visit = await world.a_visit(match, datetime.now(UTC) + timedelta(days=3), state="PROPOSED")
    request = await world.a_request(there, others)
    provider = await world.an_sso_provider(others)
    notice = await world.insert("notice", person_id=stranger.person_id, outbox_id=uuid4(), event="test.row")
    await world.sign_in(stranger)
    session = await world.value("select id from session where person_id = $1", stranger.person_id)
    theirs = {
        "match": match.id,
        "visit": visit.id,
        "request": request,
        "offer": await world.an_offer(request, stranger),
        "volunteer": stranger.volunteer_id,
        "notice": notice,
        "detainee": match.detainee_id,
        "organisation": others,
        "facility": there,
        "session": session,
        "thisSession": session,
        "membership": stranger.membership_id,
        "deputyMembership": stranger.membership_id,
        **await _of_care(world, others, stranger),
        "passkey": await world.a_passkey(stranger),
        "provider": provider,
        "link": await world.insert(
            "sso_identity",
            person_id=stranger.person_id,
            provider_id=provider,
            issuer="https://login.example",
            subject="iemand",
            shown=bytes(32),
            created_at=datetime.now(UTC),
        ),
        "invitation": await world.an_invitation(await world.a_coordinator(others)),
        "recovery": await world.a_recovery(stranger, await world.a_coordinator(others)),
        "subscription": await a_subscription(world, stranger),
        "callRequest": await world.insert(
            "call_request",
            organisation_id=others,
            volunteer_id=stranger.volunteer_id,
            urgency="THIS_WEEK",
            asked_at=datetime.now(UTC),
        ),
        "handOver": await world.a_hand_over(await world.a_request(there, others), await world.an_organisation()),
        "inboxView": await world.insert(
            "inbox_view",
            organisation_id=others,
            person_id=(await world.a_coordinator(others)).person_id,
            name="Van een ander",
            created_at=datetime.now(UTC),
        ),
        "correction": await world.insert(
            "correction",
            organisation_id=others,
            volunteer_id=stranger.volunteer_id,
            item="PLACE",
            wanted="Assen",
            asked_at=datetime.now(UTC),
            due_on=datetime.now(UTC).date() + timedelta(days=30),
        ),
        "note": await world.insert(
            "volunteer_note",
            organisation_id=others,
            volunteer_id=stranger.volunteer_id,
            note="Bel na zes uur.",
            written_by=stranger.person_id,
            written_at=datetime.now(UTC),
        ),
        "departure": await world.a_departure(await world.a_staff_member(there), request, here),
        "admission": await world.value("select id from admission where volunteer_id = $1", stranger.volunteer_id),
        "credential": await world.value(
            "select id from credential where volunteer_id = $1 limit 1", stranger.volunteer_id
        ),
        "feed": await world.insert("calendar_feed", person_id=stranger.person_id, created_at=datetime.now(UTC)),
    }
    actors = {
        Role.VOLUNTEER: await world.a_volunteer(ours, admitted=[here]),
        Role.COORDINATOR: await world.a_coordinator(ours),
        Role.STAFF: await world.a_staff_member(here),
        Role.FUNDER: await world.a_funder(),
        Role.OPERATOR: await world.an_operator(),
    }
    return Two(actors, {name: UUID(str(identifier)) for name, identifier in theirs.items()})


async def _of_care(world: World, others: UUID, stranger: Actor) -> dict[str, UUID]:
    """What coordinators of the other organisation did for a volunteer, and for each other."""
    anja, whose, now = await world.a_coordinator(others), {"organisation_id": others}, datetime.now(UTC)
    spoken = {"signal": "SILENT_14", "fact": "2026-01-01", "spoken_by": anja.person_id, "spoken_at": now}
    days = {"starts_on": now.date(), "ends_on": now.date() + timedelta(days=7)}
    away = {"person_id": anja.person_id, "stands_in_id": stranger.person_id, "set_by": anja.person_id}
    return {
        "careTalk": await world.insert("care_talk", **whose, **spoken, volunteer_id=stranger.volunteer_id),
        "deputy": await world.insert("deputy", **whose, **away, **days, created_at=now),
        "message": await world.insert("message", **whose, sent_by=anja.person_id, text="Koffie.", created_at=now),
    }
