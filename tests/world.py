"""Builders for tests: each makes one thing and what it cannot do without. Written past every wall, as superuser."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from vrijplaats.accounts.actions import token_hash
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.sealing import Place, fingerprint, new_key, seal, unseal
from vrijplaats.settings import current

_number = count(1)
LONG_AGO = date(2020, 1, 1)


def _name(kind: str) -> str:
    return f"{kind} {next(_number)}-{secrets.token_hex(2)}"


@dataclass(frozen=True, slots=True)
class Ids:
    """A request, an offer, a match or a visit, with the ids that come with it."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    detainee_id: UUID
    request_id: UUID
    match_id: UUID


class World:
    """Builders on one superuser connection; everything is committed at once."""

    def __init__(self, connection: asyncpg.Connection[asyncpg.Record]) -> None:
        self.connection = connection

    async def insert(self, table: str, **values: Any) -> Any:
        """Insert a row; gives its id, or None for a table without one."""
        names = ", ".join(values)
        places = ", ".join(f"${number}" for number in range(1, len(values) + 1))
        row = await self.connection.fetchrow(
            f"insert into {table} ({names}) values ({places}) returning *", *values.values()
        )
        assert row is not None
        return row.get("id")

    async def rows(self, sql: str, *args: Any) -> list[dict[str, Any]]:
        """What the database holds, past every wall."""
        return [dict(row) for row in await self.connection.fetch(sql, *args)]

    async def value(self, sql: str, *args: Any) -> Any:
        """One value, past every wall."""
        return await self.connection.fetchval(sql, *args)

    async def an_organisation(self, name: str | None = None, *, facilities: Sequence[UUID] = ()) -> UUID:
        """An organisation that is active at these facilities."""
        organisation: UUID = await self.insert("organisation", name=name or _name("Organisatie"))
        await self.insert("organisation_setting", organisation_id=organisation)
        for facility in facilities:
            await self.active(organisation, facility)
        return organisation

    async def a_facility(self, city: str = "Veenhuizen", *, code: str | None = None, women: bool = False) -> UUID:
        """A prison with a private room and visiting hours every day from 9 to 17, five places each."""
        code = code or _name("pi").replace(" ", "-")
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

    async def a_person(self, name: str | None = None, *, locale: str = "nl") -> UUID:
        """A human being."""
        person: UUID = await self.insert("person", display_name=name or _name("Persoon"), locale=locale)
        return person

    async def _member(self, role: Role, name: str | None, locale: str, person: UUID | None = None, **at: UUID) -> Actor:
        person = person or await self.a_person(name, locale=locale)
        membership = await self.insert("membership", person_id=person, role=role.value, **at)
        return Actor(
            person_id=person,
            role=role,
            membership_id=membership,
            organisation_id=at.get("organisation_id"),
            facility_id=at.get("facility_id"),
            volunteer_id=None,
            locale=locale,
        )

    async def a_coordinator(self, organisation: UUID, name: str | None = None, *, locale: str = "nl") -> Actor:
        """A coordinator of the organisation."""
        return await self._member(Role.COORDINATOR, name, locale, organisation_id=organisation)

    async def a_staff_member(
        self, facility: UUID, name: str | None = None, *, locale: str = "nl", contact_person: bool = False
    ) -> Actor:
        """Somebody of the facility's staff."""
        actor = await self._member(Role.STAFF, name, locale, facility_id=facility)
        if contact_person:
            await self.connection.execute(
                "update membership set contact_person = true where id = $1", actor.membership_id
            )
        return actor

    async def an_invitation(self, inviter: Actor, role: Role = Role.VOLUNTEER, **columns: Any) -> UUID:
        """Somebody this actor invites to their own tenant."""
        now = clock.now()
        given = {"organisation_id": inviter.organisation_id, "facility_id": inviter.facility_id}
        usual = {"display_name": "Els Bakker", "locale": "nl", "created_at": now, "expires_at": now + timedelta(days=1)}
        invitation: UUID = await self.insert(
            "invitation", role=role.value, invited_by=inviter.person_id, **(given | usual | columns)
        )
        return invitation

    async def a_funder(self, name: str | None = None, *, locale: str = "nl") -> Actor:
        """Somebody of a funder."""
        return await self._member(Role.FUNDER, name, locale, funder_id=await self.insert("funder", name=_name("Fonds")))

    async def an_operator(self, name: str | None = None, *, locale: str = "nl") -> Actor:
        """Somebody who runs the platform."""
        return await self._member(Role.OPERATOR, name, locale)

    async def a_passkey(self, actor: Actor, name: str = "Telefoon") -> UUID:
        """A passkey of the actor with which nobody can sign in: its key is no key."""
        passkey: UUID = await self.insert(
            "passkey",
            person_id=actor.person_id,
            membership_id=actor.membership_id,
            credential_id=secrets.token_bytes(16),
            public_key=b"none",
            sign_count=0,
            name=name,
            backed_up=True,
            created_at=clock.now(),
        )
        return passkey

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

    async def a_recovery(self, actor: Actor, helper: Actor, **columns: Any) -> UUID:
        """A running recovery of the actor, begun by the helper; its locator is no code's."""
        now = clock.now()
        defaults: dict[str, Any] = {"locator": uuid4(), "by_mail": True, "elsewhere": False, "known_by": "VIDEO"}
        defaults["expires_at"] = now + timedelta(minutes=30)
        recovery: UUID = await self.insert(
            "recovery",
            person_id=actor.person_id,
            membership_id=actor.membership_id,
            role=actor.role.value,
            organisation_id=actor.organisation_id,
            facility_id=actor.facility_id,
            started_by=helper.person_id,
            started_role=helper.role.value,
            created_at=now,
            **(defaults | columns),
        )
        return recovery

    async def a_volunteer(
        self,
        organisation: UUID,
        name: str | None = None,
        *,
        admitted: Sequence[UUID] = (),
        person: UUID | None = None,
        locale: str = "nl",
        **register: Any,
    ) -> Actor:
        """A volunteer with valid papers, admitted at these facilities; `register` holds columns of volunteer."""
        actor = await self._member(Role.VOLUNTEER, name, locale, person, organisation_id=organisation)
        columns = {"status": "ACTIVE", "status_since": LONG_AGO, "capacity": 3, "latitude": 53.0, "longitude": 6.4}
        volunteer = await self.insert(
            "volunteer", organisation_id=organisation, person_id=actor.person_id, **(columns | register)
        )
        whose = {"organisation_id": organisation, "volunteer_id": volunteer}
        for kind in ("VOG", "TRAINING_BASIS"):
            await self.insert("credential", **whose, kind=kind, issuer="Justis", valid_from=LONG_AGO)
        for weekday in range(1, 8):
            await self.insert("volunteer_availability", **whose, weekday=weekday)
        for facility in admitted:
            await self.insert("admission", **whose, facility_id=facility, state="GRANTED", valid_from=LONG_AGO)
        return Actor(
            person_id=actor.person_id,
            role=Role.VOLUNTEER,
            membership_id=actor.membership_id,
            organisation_id=organisation,
            facility_id=None,
            volunteer_id=volunteer,
            locale=locale,
        )

    async def a_detainee(self, facility: UUID, given_name: str = "Winston", family_name: str = "Obispo") -> UUID:
        """A detainee with a sealed name. Another name each time, or it is the same person."""
        master = current().master_key
        print_ = fingerprint(master, f"facility|{facility}", given_name, family_name)
        detainee: UUID = await self.insert(
            "detainee", facility_id=facility, pseudonym=_name("Duin"), fingerprint=print_
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
        detainee = detainee or await self.a_detainee(facility, given_name=_name("Winston"))
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
            ends_at=starts_at + timedelta(minutes=minutes),
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

    async def sign_in(self, actor: Actor, *, began_with: str = "DEMO", fresh_passkey_at: datetime | None = None) -> str:
        """Start a session for the actor; gives the token that belongs in the cookie."""
        token, now = secrets.token_urlsafe(32), clock.now()
        await self.insert(
            "session",
            token_hash=bytes.fromhex(token_hash(token)),
            person_id=actor.person_id,
            membership_id=actor.membership_id,
            created_at=now,
            last_seen_at=now,
            expires_at=now + timedelta(days=1),
            began_with=began_with,
            fresh_passkey_at=fresh_passkey_at,
        )
        return token

    async def a_persona(self, key: str, actor: Actor) -> None:
        """Let the actor be somebody one may sign in as in the demo."""
        await self.insert(
            "demo_persona", key=key, person_id=actor.person_id, membership_id=actor.membership_id, position=1
        )
