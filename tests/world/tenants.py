"""Organisations, prisons and when they receive visits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from uuid import UUID

from tests.world.rows import LONG_AGO, Rows, a_name


class Tenants(Rows):
    """Organisations, prisons and when they receive visits."""

    async def an_organisation(self, name: str | None = None, *, facilities: Sequence[UUID] = ()) -> UUID:
        """An organisation that is active at these facilities."""
        organisation: UUID = await self.insert("organisation", name=name or a_name("Organisatie"))
        await self.insert("organisation_setting", organisation_id=organisation)
        for facility in facilities:
            await self.active(organisation, facility)
        return organisation

    async def a_facility(self, city: str = "Veenhuizen", *, code: str | None = None, women: bool = False) -> UUID:
        """A prison with a private room and visiting hours every day from 9 to 17, five places each."""
        code = code or a_name("pi").replace(" ", "-")
        facility: UUID = await self.insert(
            "facility", code=code, name=f"PI {city}", city=city, latitude=53.04, longitude=6.39, women=women
        )
        await self.insert("room", facility_id=facility, name="Kamer 1", setting="PRIVATE_ROOM")
        for weekday in range(1, 8):
            await self.a_visiting_slot(facility, weekday=weekday)
        return facility

    async def active(self, organisation: UUID, facility: UUID) -> None:
        """Let the organisation be active at the facility."""
        await self.insert(
            "organisation_facility", organisation_id=organisation, facility_id=facility, active_from=LONG_AGO
        )

    async def a_visiting_slot(
        self, facility: UUID, *, weekday: int, starts: time = time(9), ends: time = time(17), capacity: int = 5
    ) -> UUID:
        """Weekly visiting hours; 1 = Monday."""
        slot: UUID = await self.insert(
            "visiting_slot",
            facility_id=facility,
            weekday=weekday,
            starts=starts,
            ends=ends,
            capacity=capacity,
            active_from=LONG_AGO,
        )
        return slot

    async def an_sso_provider(self, organisation: UUID) -> UUID:
        """A provider of an organisation that nobody can go to: its address and its secret are none."""
        provider: UUID = await self.insert(
            "sso_provider",
            organisation_id=organisation,
            issuer="https://login.example",
            client_id="vrijplaats",
            client_secret=b"x",
            created_at=datetime.now(UTC),
        )
        return provider
