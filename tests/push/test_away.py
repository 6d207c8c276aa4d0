"""The devices of a coordinator who is away are silent."""

from __future__ import annotations

from datetime import timedelta

from tests.push.street import Street
from vrijplaats.core import clock


async def test_the_phone_of_who_is_away_is_silent_and_that_of_a_colleague_is_not(street: Street) -> None:
    world = street.world
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    anja, bert = await world.a_coordinator(organisation), await world.a_coordinator(organisation)
    await street.awake(anja, bert)
    phones = [await street.phone(person) for person in (anja, bert)]
    who = {"person_id": anja.person_id, "stands_in_id": bert.person_id, "set_by": anja.person_id}
    days = {"starts_on": clock.today(), "ends_on": clock.today() + timedelta(days=3), "created_at": clock.now()}
    await world.insert("deputy", organisation_id=organisation, **who, **days)
    request = await world.a_request(facility, organisation)
    about = {"organisation_id": organisation, "facility_id": facility, "payload": f'{{"request": "{request}"}}'}
    await world.insert("outbox", event="request.made", **about)
    await street.told()
    await street.settled()
    assert [len(phone.got) for phone in phones] == [0, 1]
    assert (await street.outcomes(anja), await street.outcomes(bert)) == (["MUTED"], ["SENT"])


async def test_a_call_reaches_who_stands_in_for_who_stands_in_and_a_colleague_hears_what_was_arranged(
    street: Street,
) -> None:
    world = street.world
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    anja, bert, carla = [await world.a_coordinator(organisation) for _ in range(3)]
    await street.awake(anja, bert, carla)
    phones = [await street.phone(person) for person in (anja, bert, carla)]
    for away, there in ((anja, bert), (bert, carla)):
        who = {"person_id": away.person_id, "stands_in_id": there.person_id, "set_by": carla.person_id}
        days = {"starts_on": clock.today(), "ends_on": clock.today() + timedelta(days=3), "created_at": clock.now()}
        await world.insert("deputy", organisation_id=organisation, **who, **days)
    volunteer = await world.a_volunteer(organisation)
    whose = {"organisation_id": organisation, "volunteer_id": volunteer.volunteer_id}
    asked = {"urgency": "TODAY", "asked_at": clock.now(), "urgent_since": clock.now()}
    call = await world.insert("call_request", **whose, **asked)
    about = {"organisation_id": organisation, "recipients": [anja.person_id]}
    await world.insert("outbox", event="call.waiting", **about, payload=f'{{"call": "{call}"}}')
    arranged = f'{{"membership": "{bert.membership_id}"}}'
    await world.insert("outbox", event="deputy.set", **about, payload=arranged)
    await street.told()
    await street.settled()
    # Anja only hears that somebody stands in for her
    assert [len(phone.got) for phone in phones] == [1, 0, 1]
    assert await street.outcomes(anja) == ["MUTED", "SENT"]
