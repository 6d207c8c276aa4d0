"""Who hears what of a rhythm: once, however many visits it makes."""

from collections.abc import Sequence
from uuid import UUID

from vrijplaats.core import outbox
from vrijplaats.core.actor import Role
from vrijplaats.visits.series.courses import Course


async def tell_of_asking(course: Course, visit_ids: Sequence[UUID]) -> None:
    """The facility's staff: visits wait for their answer. The first one stands for all."""
    if visit_ids:
        event = "visit.proposed" if len(visit_ids) == 1 else "series.proposed"
        payload = {"visit": str(visit_ids[0]), "audience": Role.STAFF.value}
        await outbox.tell(event, recipients=[], payload=payload, **_tenants(course))


async def tell_held_back(course: Course) -> None:
    """The volunteer: some time cannot be, and somebody has to choose."""
    payload = {"match": str(course.match["id"])}
    await outbox.tell("series.held_back", recipients=[course.match["person_id"]], payload=payload, **_tenants(course))


def _tenants(course: Course) -> dict[str, UUID]:
    return {name: course.match[name] for name in ("organisation_id", "facility_id")}
