"""People with their memberships, and what they sign in with."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from tests.world.rows import LONG_AGO, a_name
from tests.world.tenants import Tenants
from vrijplaats.accounts.actions import token_hash
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Role


class People(Tenants):
    """People with their memberships, and what they sign in with."""

    async def a_person(self, name: str | None = None, *, locale: str = "nl") -> UUID:
        """A human being."""
        person: UUID = await self.insert("person", display_name=name or a_name("Persoon"), locale=locale)
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

    async def a_funder(self, name: str | None = None, *, locale: str = "nl") -> Actor:
        """Somebody of a funder."""
        return await self._member(
            Role.FUNDER, name, locale, funder_id=await self.insert("funder", name=a_name("Fonds"))
        )

    async def an_operator(self, name: str | None = None, *, locale: str = "nl") -> Actor:
        """Somebody who runs the platform."""
        return await self._member(Role.OPERATOR, name, locale)

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

    async def an_invitation(self, inviter: Actor, role: Role = Role.VOLUNTEER, **columns: Any) -> UUID:
        """Somebody this actor invites to their own tenant."""
        now = clock.now()
        given = {"organisation_id": inviter.organisation_id, "facility_id": inviter.facility_id}
        usual = {"display_name": "Els Bakker", "locale": "nl", "created_at": now, "expires_at": now + timedelta(days=1)}
        invitation: UUID = await self.insert(
            "invitation", role=role.value, invited_by=inviter.person_id, **(given | usual | columns)
        )
        return invitation

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
