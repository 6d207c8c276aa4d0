"""A coordinator who is away is left in peace, and who stands in for them hears it."""

from __future__ import annotations

from datetime import timedelta

from tests.accounts.letterbox import reachable
from tests.letters.office import Office, a_place, address_of, at, letters_to
from vrijplaats.core import clock


async def test_no_letter_goes_to_who_is_away_and_one_does_to_who_stands_in(office: Office) -> None:
    with at(11):
        place = await a_place(office)
        world, anja = office.world, place.coordinator
        bert = await world.a_coordinator(place.organisation)
        await reachable(world, bert, address_of(bert))
        days = {"starts_on": clock.today(), "ends_on": clock.today() + timedelta(days=3), "created_at": clock.now()}
        who = {"person_id": anja.person_id, "stands_in_id": bert.person_id, "set_by": anja.person_id}
        await world.insert("deputy", organisation_id=place.organisation, **who, **days)
        # one that all coordinators hear, and one that names the one who is away
        asked = {"event": "request.made", "organisation_id": place.organisation, "facility_id": place.facility}
        request = await world.a_request(place.facility, place.organisation)
        await world.insert("outbox", **asked, payload=f'{{"request": "{request}"}}')
        named = {"event": "call.waiting", "organisation_id": place.organisation, "recipients": [anja.person_id]}
        call = await world.insert(
            "call_request",
            organisation_id=place.organisation,
            volunteer_id=place.volunteer.volunteer_id,
            urgency="TODAY",
            asked_at=clock.now(),
            urgent_since=clock.now(),
        )
        await world.insert("outbox", **named, payload=f'{{"call": "{call}"}}')
        await office.told()
        told = "select event from notice where person_id = $1 order by event"
        for person in (anja, bert):
            rows = await world.rows(told, person.person_id)
            assert [row["event"] for row in rows] == ["call.waiting", "request.made"]
    with at(17.5):
        await office.looked()
        assert letters_to(office, anja) == []
        assert letters_to(office, bert) != []
        assert await office.outcomes(anja) == ["UNWANTED", "UNWANTED"]
