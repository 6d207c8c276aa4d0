"""Who hears what about a visit. Those the actor may not see (the other tenant's people) are named as an audience.
Of a visit outside no prison hears anything, and what is kept of the telling does not name one."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from vrijplaats.core import outbox
from vrijplaats.core.actor import Actor, Role


def tenants_of(visit: dict[str, Any]) -> dict[str, UUID | None]:
    """Whose it is; a visit outside is no prison's."""
    facility_id = None if visit.get("outside") else visit["facility_id"]
    return {"organisation_id": visit["organisation_id"], "facility_id": facility_id}


async def tell_volunteer(event: str, visit: dict[str, Any]) -> None:
    """The volunteer hears it."""
    await _tell(event, visit, recipients=[visit["person_id"]])


async def tell_staff(event: str, visit: dict[str, Any]) -> None:
    """The facility's staff hear it, unless it is outside."""
    if visit.get("outside"):
        return
    await _tell(event, visit, audience=Role.STAFF)


async def tell_of_cancelling(actor: Actor, visit: dict[str, Any]) -> None:
    """Everybody it concerns hears it, but for the side that called it off."""
    if actor.person_id != visit["person_id"]:
        await tell_volunteer("visit.cancelled", visit)
    if actor.role is not Role.STAFF:
        await tell_staff("visit.cancelled", visit)
    if actor.role is not Role.COORDINATOR:
        await _tell("visit.cancelled", visit, audience=Role.COORDINATOR)


async def tell_of_moving(visit: dict[str, Any]) -> None:
    """The facility, which has to confirm anew, and the organisation hear of another moment."""
    await tell_staff("visit.moved", visit)
    await _tell("visit.moved", visit, audience=Role.COORDINATOR)


async def _tell(
    event: str, visit: dict[str, Any], *, recipients: Sequence[UUID] = (), audience: Role | None = None
) -> None:
    payload = {"visit": str(visit["id"])} | ({"audience": audience.value} if audience else {})
    await outbox.tell(event, recipients=recipients, payload=payload, **tenants_of(visit))
