"""Detainees and their requests, offers, matches and visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.world.people import People
from tests.world.rows import a_name
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.sealing import Place, fingerprint, new_key, seal, unseal
from vrijplaats.settings import current


@dataclass(frozen=True, slots=True)
class Ids:
    """A request, an offer, a match or a visit, with the ids that come with it."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    detainee_id: UUID
    request_id: UUID
    match_id: UUID


class Visiting(People):
    """Detainees and their requests, offers, matches and visits."""

    async def a_detainee(self, facility: UUID, given_name: str = "Winston", family_name: str = "Obispo") -> UUID:
        """A detainee with a sealed name. Another name each time, or it is the same person."""
        master = current().master_key
        print_ = fingerprint(master, f"facility|{facility}", given_name, family_name)
        detainee: UUID = await self.insert(
            "detainee", facility_id=facility, pseudonym=a_name("Duin"), fingerprint=print_
        )
        key = new_key()
        await self.insert(
            "detainee_identity",
            detainee_id=detainee,
            facility_id=facility,
            given_name=seal(key, given_name.encode(), Place("detainee_identity", "given_name", detainee)),
            family_name=seal(key, family_name.encode(), Place("detainee_identity", "family_name", detainee)),
        )
        wrapped = seal(await self._facility_key(facility), key, Place("detainee_key", "wrapped", detainee))
        await self.insert("detainee_key", detainee_id=detainee, facility_id=facility, wrapped=wrapped)
        return detainee

    async def _facility_key(self, facility: UUID) -> bytes:
        place, master = Place("facility_key", "wrapped", facility), current().master_key
        kept = await self.value("select wrapped from facility_key where facility_id = $1", facility)
        if kept is None:
            kept = seal(master, new_key(), place)
            await self.insert("facility_key", facility_id=facility, wrapped=kept)
        return unseal(master, kept, place)

    async def a_request(
        self, facility: UUID, organisation: UUID | None = None, *, detainee: UUID | None = None, **columns: Any
    ) -> UUID:
        """An open request; without an organisation it is in the pool."""
        detainee = detainee or await self.a_detainee(facility, given_name=a_name("Winston"))
        defaults = {"activity_kind": "ONE_TO_ONE", "languages": ["nl"], "consent_at": datetime.now(UTC)}
        request: UUID = await self.insert(
            "visit_request",
            facility_id=facility,
            organisation_id=organisation,
            detainee_id=detainee,
            pseudonym=await self.value("select pseudonym from detainee where id = $1", detainee),
            **(defaults | columns),
        )
        if organisation is None:
            await self.insert("pool_entry", request_id=request, facility_id=facility)
        return request

    async def an_offer(self, request: UUID, volunteer: Actor, **columns: Any) -> UUID:
        """A live offer of a request to a volunteer, answerable for a day."""
        defaults = {"expires_at": datetime.now(UTC) + timedelta(days=1)}
        offer: UUID = await self.insert(
            "offer",
            organisation_id=volunteer.organisation_id,
            facility_id=await self.value("select facility_id from visit_request where id = $1", request),
            request_id=request,
            volunteer_id=volunteer.volunteer_id,
            **(defaults | columns),
        )
        await self.connection.execute("update visit_request set state = 'OFFERED' where id = $1", request)
        return offer

    async def a_hand_over(self, request: UUID, to: UUID, **columns: Any) -> UUID:
        """A request that is proposed to another organisation, which has five days to answer."""
        now = clock.now()
        row = (await self.rows("select organisation_id, facility_id from visit_request where id = $1", request))[0]
        defaults = {"proposed_at": now, "expires_at": now + timedelta(days=5)}
        hand_over: UUID = await self.insert(
            "hand_over", request_id=request, to_organisation_id=to, **row, **(defaults | columns)
        )
        await self.connection.execute("update visit_request set proposed_to = $2 where id = $1", request, to)
        return hand_over

    async def running_waves(self, request: UUID, coordinator: Actor, **columns: Any) -> UUID:
        """A request that goes on by itself: two people at a time, the next in six hours."""
        now = clock.now()
        defaults = {"size": 2, "every_hours": 6, "answer_time": timedelta(days=1), "next_at": now + timedelta(hours=6)}
        waves: UUID = await self.insert(
            "waves",
            organisation_id=coordinator.organisation_id,
            facility_id=await self.value("select facility_id from visit_request where id = $1", request),
            request_id=request,
            started_by=coordinator.person_id,
            created_at=now,
            **(defaults | columns),
        )
        return waves

    async def a_match(self, volunteer: Actor, facility: UUID, *, request: UUID | None = None, **columns: Any) -> Ids:
        """A running match of a volunteer, out of a request that is then MATCHED."""
        organisation = volunteer.organisation_id
        assert organisation is not None
        request = request or await self.a_request(facility, organisation)
        row = (
            await self.rows("select detainee_id, pseudonym, activity_kind from visit_request where id = $1", request)
        )[0]
        match: UUID = await self.insert(
            "match",
            organisation_id=organisation,
            facility_id=facility,
            request_id=request,
            volunteer_id=volunteer.volunteer_id,
            **row,
            **({"started_on": clock.today() - timedelta(days=60)} | columns),
        )
        await self.connection.execute("update visit_request set state = 'MATCHED' where id = $1", request)
        await self.connection.execute(
            "update volunteer set carrying = carrying + 1 where id = $1", volunteer.volunteer_id
        )
        return Ids(match, organisation, facility, row["detainee_id"], request, match)

    async def a_departure(
        self, staff: Actor, request: UUID, to: UUID | None, *, match: Ids | None = None, moved: bool = False
    ) -> UUID:
        """What a prison reported of the person of this request, as a row; nobody goes anywhere by it."""
        row = (await self.rows("select facility_id, detainee_id, pseudonym from visit_request where id = $1", request))[
            0
        ]
        now = clock.now()
        departure: UUID = await self.insert(
            "departure",
            **row,
            kind="RELEASE" if to is None else "TRANSFER",
            on_day=clock.today(),
            to_facility_id=to,
            reported_by=staff.person_id,
            created_at=now,
            moved_at=now if moved else None,
        )
        if match is not None:
            await self.insert(
                "match_review",
                organisation_id=match.organisation_id,
                facility_id=row["facility_id"],
                match_id=match.id,
                departure_id=departure,
                created_at=now,
            )
        return departure

    async def a_visit(
        self, match: Ids, starts_at: datetime, *, minutes: int = 60, state: str = "CONFIRMED", **columns: Any
    ) -> Ids:
        """A visit of a match, with its presence; without a counted place."""
        row = (
            await self.rows(
                "select v.id as volunteer_id, v.person_id from match m join volunteer v on v.id = m.volunteer_id"
                " where m.id = $1",
                match.match_id,
            )
        )[0]
        where = {"organisation_id": match.organisation_id, "facility_id": match.facility_id}
        presence = await self.insert(
            "presence",
            **where,
            **row,
            starts_at=starts_at,
            ends_at=starts_at.astimezone(UTC) + timedelta(minutes=minutes),  # so long by the hands of no clock
            live=state != "CANCELLED",
        )
        visit = await self.insert(
            "visit",
            **where,
            match_id=match.match_id,
            presence_id=presence,
            pseudonym=await self.value("select pseudonym from match where id = $1", match.match_id),
            state=state,
            **columns,
        )
        return Ids(visit, match.organisation_id, match.facility_id, match.detainee_id, match.request_id, match.match_id)

    async def a_series(self, match: Ids, starts_at: datetime, *, minutes: int = 60, **columns: Any) -> UUID:
        """A rhythm of a match, every two weeks from this first time on; nothing is planned of it yet."""
        local = starts_at.astimezone(AMSTERDAM)
        person = "select v.person_id from match m join volunteer v on v.id = m.volunteer_id where m.id = $1"
        defaults = {"every_weeks": 2, "created_at": clock.now(), "looked_on": clock.today() - timedelta(days=1)}
        series: UUID = await self.insert(
            "series",
            organisation_id=match.organisation_id,
            facility_id=match.facility_id,
            match_id=match.match_id,
            first_day=local.date(),
            starts=local.time(),
            minutes=minutes,
            started_by=await self.value(person, match.match_id),
            **(defaults | columns),
        )
        return series

    async def an_occurrence(self, series: UUID, day: date, state: str = "SKIPPED", **columns: Any) -> None:
        """What became of one day of a rhythm."""
        row = (await self.rows("select organisation_id, facility_id from series where id = $1", series))[0]
        await self.insert("series_occurrence", **row, series_id=series, on_day=day, state=state, **columns)
