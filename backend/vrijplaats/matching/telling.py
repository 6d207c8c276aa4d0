"""Who hears what about invitations and matches. Ids only; whom the actor may not see is named as an audience."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from vrijplaats.core import outbox
from vrijplaats.core.actor import Actor
from vrijplaats.core.outbox import Told


async def tell_people(event: str, people: Sequence[UUID], about: Mapping[str, UUID]) -> None:
    """These persons hear it."""
    if people:
        await _tell(event, about, recipients=people)


async def tell_each(event: str, told: Sequence[tuple[UUID, Mapping[str, UUID]]]) -> None:
    """Each of these persons hears it about something of their own."""
    await outbox.tell_each(
        event,
        [
            Told(
                recipients=[person],
                payload=_ids(about),
                organisation_id=about["organisation_id"],
                facility_id=about["facility_id"],
            )
            for person, about in told
        ],
    )


async def tell_coordinators(event: str, about: Mapping[str, UUID]) -> None:
    """The coordinators of the organisation hear it."""
    await _tell(event, about, audience="coordinators")


async def tell_volunteer(event: str, about: Mapping[str, UUID]) -> None:
    """The volunteer of a match hears it; found by the relay, for who may not know them by id."""
    await _tell(event, about, audience="volunteer")


async def tell_staff(event: str, about: Mapping[str, UUID]) -> None:
    """The facility's staff hear it."""
    await _tell(event, about, audience="staff")


def answered_on(actor: Actor) -> dict[str, UUID]:
    """The session in which an invitation was answered, by id: the person's other devices hear that it was."""
    return {"session": actor.session.id} if actor.session else {}


async def _tell(
    event: str, about: Mapping[str, UUID], *, recipients: Sequence[UUID] = (), audience: str | None = None
) -> None:
    await outbox.tell(
        event,
        recipients=recipients,
        payload=_ids(about) | ({"audience": audience} if audience else {}),
        organisation_id=about["organisation_id"],
        facility_id=about["facility_id"],
    )


def _ids(about: Mapping[str, UUID | None]) -> dict[str, str]:
    return {name: str(identifier) for name, identifier in about.items() if identifier is not None}
