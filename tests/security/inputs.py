"""A good input for every mutation, by somebody who may do it: test_bad_input.py spoils them one field at a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from tests.push.service import a_target
from tests.security.cases import Case, Scene
from tests.security.inputs_of_care import of_care
from tests.security.inputs_of_files import of_files, of_what_is_kept
from tests.security.inputs_of_settings import of_settings
from tests.security.inputs_of_visits import (
    of_a_rhythm,
    of_availability,
    of_calls,
    of_corrections,
    of_departures,
    of_visits,
)
from tests.world import World
from vrijplaats.matching.weights.rules import NAMES

# others may do these too, with things of their own
ALSO = {
    "cancelVisit": {"VOLUNTEER", "COORDINATOR"},
    **{name: {"COORDINATOR"} for name in ("endMatch", "subscribePush", "setQuietHours", "muteNotices", "setLetters")},
    "noteMeeting": {"COORDINATOR"},
    # somebody who calls says it, and the coordinator writes it down
    **{
        name: {"COORDINATOR"}
        for name in ("setWeek", "setCapacity", "addAway", "removeAway", "startPause", "endPause", "setEmergencyContact")
    },
    "endMembership": {"STAFF", "OPERATOR"},
    "setContactPerson": {"OPERATOR"},
    "startRecovery": {"STAFF", "OPERATOR"},
    "confirmRecovery": {"STAFF", "OPERATOR"},
    "invitePerson": {"STAFF"},
    "resendInvitation": {"STAFF", "OPERATOR"},
    "showInvitation": {"STAFF", "OPERATOR"},
    "withdrawInvitation": {"STAFF", "OPERATOR"},
}
# these only change the reader's own language, notices, passkeys or sessions
HARMLESS = {
    "setLocale",
    "setMyDetails",
    "readNotices",
    "renamePasskey",
    "removePasskey",
    "endSession",
    "endOtherSessions",
    "switchMembership",
    "unlinkSso",
    "stopRecovery",  # of oneself or of somebody one helps, and of nobody else
    "unsubscribePush",
    "makeCalendarFeed",
    "revokeCalendarFeed",
    "endMyMembership",  # of the reader in this session, and of nobody else
}


async def good_inputs(world: World) -> dict[str, Case]:
    """A world in which every mutation could be done, with the input that would do it; by mutation."""
    s = await _a_scene(world)
    return {
        **await _of_oneself(s),
        **await _of_wishes(s),
        **of_visits(s),
        **await of_a_rhythm(s),
        **await of_calls(s),
        **await of_availability(s),
        **await of_corrections(s),
        **await of_departures(s),
        **await of_settings(s),
        **await _of_people(s),
        **await of_care(s),
        **await of_files(s),
        **await of_what_is_kept(s),
        **await _of_the_platform(s),
    }


async def _a_scene(world: World) -> Scene:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    volunteer = await world.a_volunteer(organisation, admitted=[facility])
    match = await world.a_match(volunteer, facility)
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    return Scene(
        world=world,
        facility=facility,
        organisation=organisation,
        staff=await world.a_staff_member(facility),
        contact=await world.a_staff_member(facility, contact_person=True),
        coordinator=await world.a_coordinator(organisation),
        volunteer=volunteer,
        operator=await world.an_operator(),
        match=match,
        past=await world.a_visit(match, now - timedelta(days=2)),
        coming=await world.a_visit(match, now + timedelta(days=2), state="PROPOSED"),
        now=now,
    )


async def _of_oneself(s: Scene) -> dict[str, Case]:
    feed = await s.world.insert("calendar_feed", person_id=s.volunteer.person_id, created_at=s.now)
    return {
        "setLocale": Case(s.volunteer, {"locale": "en"}),
        "setMyDetails": Case(s.volunteer, {"displayName": "Els Bakker", "phone": "0612345678"}),
        "renamePasskey": Case(
            s.volunteer, {"passkeyId": str(await s.world.a_passkey(s.volunteer)), "name": "Telefoon"}
        ),
        "removePasskey": Case(s.volunteer, {"passkeyId": str(await s.world.a_passkey(s.volunteer))}),
        "endSession": Case(s.volunteer, {"sessionId": str(uuid4())}),
        "endOtherSessions": Case(s.volunteer, {"thisSessionId": str(uuid4())}),
        "subscribePush": Case(s.volunteer, a_target()),
        "unsubscribePush": Case(s.volunteer, {"subscriptionId": str(uuid4())}),
        "setQuietHours": Case(s.volunteer, {"quietHours": {"from": 22, "until": 8}}),
        "setLetters": Case(s.volunteer, {"wanted": False}),
        "muteNotices": Case(s.volunteer, {"kind": "VISITS", "muted": True}),
        "switchMembership": Case(s.volunteer, {"membershipId": str(uuid4())}),
        "unlinkSso": Case(s.volunteer, {"linkId": str(uuid4())}),
        "startRecovery": Case(
            s.coordinator, {"membershipId": str(s.volunteer.membership_id), "volunteerId": None, "knownBy": "VIDEO"}
        ),
        "confirmRecovery": Case(s.coordinator, {"recoveryId": str(uuid4()), "knownBy": "VIDEO"}),
        "stopRecovery": Case(s.volunteer, {"recoveryId": str(uuid4())}),
        "makeCalendarFeed": Case(s.volunteer, {"feedId": str(feed)}),
        "revokeCalendarFeed": Case(s.volunteer, {"feedId": str(feed)}),
        "readNotices": Case(s.volunteer, {"noticeIds": [str(uuid4())]}),
    }


async def _of_wishes(s: Scene) -> dict[str, Case]:
    open_request = await s.world.a_request(s.facility, s.organisation)
    pool = await s.world.a_request(s.facility)
    offer = await s.world.an_offer(await s.world.a_request(s.facility, s.organisation), s.volunteer)
    return {
        "requestVisit": Case(
            s.staff,
            {
                "facilityId": str(s.facility),
                "activityKind": "CHAPLAINCY",
                "activityDenomination": "HINDU",
                "languages": ["nl"],
                "organisationId": str(s.organisation),
                "volunteerGender": "WOMAN",
                "note": "Liefst in de middag.",
                "detainee": {"givenName": "Ravi", "familyName": "Proef", "wing": "C2"},
                "consent": True,
            },
        ),
        "withdrawRequest": Case(s.staff, {"requestId": str(open_request), "reason": "DETAINEE_WISH"}),
        "eraseDetainee": Case(
            s.staff, {"requestId": str(await s.world.a_request(s.facility, s.organisation)), "withdraw": True}
        ),
        "claimRequest": Case(s.coordinator, {"requestId": str(pool)}),
        "offerRequest": Case(
            s.coordinator,
            {
                "requestId": str(open_request),
                "volunteerIds": [str(s.volunteer.volunteer_id)],
                "expiresAt": (s.now + timedelta(days=1)).isoformat(),
                "waves": {"size": 3, "hours": 6},
            },
        ),
        "offerAssignment": Case(
            s.coordinator,
            {
                "pairs": [
                    {
                        "requestId": str(await s.world.a_request(s.facility, s.organisation)),
                        "volunteerId": str(s.volunteer.volunteer_id),
                    }
                ],
                "expiresAt": (s.now + timedelta(days=1)).isoformat(),
                "waves": {"size": 3, "hours": 6},
            },
        ),
        "sendNextWave": Case(s.coordinator, {"requestId": str(await _in_waves(s)), "wave": 1}),
        "stopWaves": Case(s.coordinator, {"requestId": str(await _in_waves(s))}),
        **await _of_the_inbox(s),
        "setMatchingWeights": Case(s.coordinator, dict.fromkeys(NAMES, "USUAL")),
        "acceptOffer": Case(s.volunteer, {"offerId": str(offer)}),
        "declineOffer": Case(s.volunteer, {"offerId": str(offer), "reason": "NO_TIME"}),
    }


async def _of_the_inbox(s: Scene) -> dict[str, Case]:
    """Giving a request out of one's hands, and what a coordinator keeps for the own screen."""
    others = await s.world.an_organisation(facilities=[s.facility])
    free, proposed = [await s.world.a_request(s.facility, s.organisation) for _ in range(2)]
    theirs = [await s.world.a_request(s.facility, others) for _ in range(2)]
    view = await s.world.insert(
        "inbox_view",
        organisation_id=s.organisation,
        person_id=s.coordinator.person_id,
        name="Lang",
        created_at=s.now,
    )
    wanted = {"facility": "veenhuizen", "language": "nl", "activityKind": "ONE_TO_ONE", "whose": "MINE"}
    narrowed = wanted | {"search": None, "standing": "NOT_ASKED", "waitingDays": 14}
    kept = {"name": "Wacht lang", "filter": narrowed, "opensFirst": True, "inboxViewId": str(view)}
    return {
        "releaseRequest": Case(s.coordinator, {"requestId": str(free)}),
        "proposeHandOver": Case(s.coordinator, {"requestId": str(free), "organisationId": str(others)}),
        "withdrawHandOver": Case(s.coordinator, {"handOverId": str(await s.world.a_hand_over(proposed, others))}),
        "acceptHandOver": Case(
            s.coordinator, {"handOverId": str(await s.world.a_hand_over(theirs[0], s.organisation))}
        ),
        "declineHandOver": Case(
            s.coordinator, {"handOverId": str(await s.world.a_hand_over(theirs[1], s.organisation))}
        ),
        "saveInboxView": Case(s.coordinator, kept),
        "removeInboxView": Case(s.coordinator, {"inboxViewId": str(view)}),
    }


async def _in_waves(s: Scene) -> UUID:
    """A request that goes on by itself, of which the first wave is still to come."""
    request = await s.world.a_request(s.facility, s.organisation)
    await s.world.running_waves(request, s.coordinator)
    return request


async def _of_people(s: Scene) -> dict[str, Case]:
    els = {"displayName": "Els Bakker", "email": "els@example.org", "locale": "nl"}
    invited = {"invitationId": str(await s.world.an_invitation(s.coordinator, email="jan@example.org"))}
    return {
        "invitePerson": Case(s.coordinator, {"role": "VOLUNTEER", **els}),
        "inviteToTenant": Case(s.operator, {"organisationId": str(s.organisation), **els}),
        "resendInvitation": Case(s.coordinator, invited),
        "showInvitation": Case(s.coordinator, invited),
        "withdrawInvitation": Case(s.coordinator, invited),
        "endMembership": Case(s.coordinator, {"membershipId": str(s.volunteer.membership_id), "evenTheLast": False}),
        "makeCoordinator": Case(s.coordinator, {"membershipId": str(s.volunteer.membership_id)}),
        "setContactPerson": Case(s.contact, {"membershipId": str(s.staff.membership_id), "contactPerson": True}),
        "createOrganisation": Case(s.operator, {"name": "Nieuw"}),
        "createFunder": Case(s.operator, {"name": "Nieuw"}),
        "createFacility": Case(
            s.operator,
            {"code": "nieuw", "name": "PI Nieuw", "city": "Zwolle", "latitude": 52.5, "longitude": 6.1, "women": False},
        ),
        "setActivity": Case(
            s.operator,
            {
                "organisationId": str(s.organisation),
                "facilityId": str(s.facility),
                "activeFrom": "2026-01-01",
                "activeUntil": "2026-12-31",
            },
        ),
    }


async def _of_the_platform(s: Scene) -> dict[str, Case]:
    return {
        # the address is one that nobody answers: discarded before anything is asked, or asked and not kept
        "setSsoProvider": Case(
            s.operator,
            {
                "organisationId": str(s.organisation),
                "facilityId": None,
                "issuer": "http://127.0.0.1:9",
                "clientId": "vrijplaats",
                "clientSecret": "geheim",
                "emailDomains": ["voorbeeld.nl"],
            },
        ),
        "endSsoProvider": Case(s.operator, {"providerId": str(await s.world.an_sso_provider(s.organisation))}),
        "publishReport": Case(s.operator, {"periodStart": "2025-01-01", "periodEnd": "2025-03-31"}),
    }
