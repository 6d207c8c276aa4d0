"""Ticking off that one spoke with somebody, and taking that back. Nobody is told: it is between the coordinators."""

from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching.care import rules
from vrijplaats.matching.care.queries import standing
from vrijplaats.matching.care.rules import CareSignal, Sign

# locked, so that of two coordinators at once the second sees that it was ticked off
_LOCK = "select id from volunteer where id = $1 and organisation_id = $2 for no key update"
_SPOKE = """
insert into care_talk (organisation_id, volunteer_id, match_id, signal, fact, spoken_by, spoken_at)
values ($1, $2, $3, $4, $5, $6, $7) returning id
"""
_FOUND = """
select t.id, t.volunteer_id, t.organisation_id, t.signal, t.spoken_at, t.spoken_by, p.display_name
from care_talk t join person p on p.id = t.spoken_by where t.id = $1 and t.organisation_id = $2
"""
_UNDO = "delete from care_talk where id = $1"


async def mark_spoken(actor: Actor, *, volunteer_id: UUID, signal: CareSignal, match_id: UUID | None) -> UUID:
    """Tick off that one spoke with this volunteer about this sign; of a match, which one. It comes back only when it is
    so anew. Raises NotFound, and NotAllowedNow when it is not so any more, or a colleague was first."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    if await db.fetch_one(_LOCK, volunteer_id, organisation_id) is None:
        raise NotFound
    sign = await _standing(actor, volunteer_id, signal, match_id)
    about = sign.bond.match_id if sign.bond else None
    talk_id: UUID = await db.fetch_value(
        _SPOKE, organisation_id, volunteer_id, about, signal.value, sign.fact, actor.person_id, clock.now()
    )
    await _record(actor, "care.speak", talk_id, volunteer_id, signal.value)
    return talk_id


async def undo_spoken(actor: Actor, *, talk_id: UUID) -> None:
    """Not spoken after all: the sign is back. For who ticked it off, on the day itself. Raises NotFound and
    NotAllowedNow."""
    found = await db.fetch_one(_FOUND, talk_id, own_organisation(actor, Role.COORDINATOR))
    if found is None:
        raise NotFound
    if found["spoken_by"] != actor.person_id:
        raise NotAllowedNow(reason=_by(found))
    if found["spoken_at"].astimezone(AMSTERDAM).date() != clock.today():
        raise NotAllowedNow(reason=rules.TOO_LATE)
    await db.execute(_UNDO, talk_id)
    await _record(actor, "care.undo", talk_id, found["volunteer_id"], found["signal"])


async def _standing(actor: Actor, volunteer_id: UUID, signal: CareSignal, match_id: UUID | None) -> Sign:
    for line in await standing(actor, volunteer_id):
        of_match = line.sign.bond.match_id if line.sign.bond else None
        if line.sign.signal is signal and of_match == match_id:
            return line.sign
    raise NotAllowedNow(reason=rules.PASSED)


def _by(found: dict[str, Any]) -> dict[str, str]:
    return {locale: text.format(name=found["display_name"]) for locale, text in rules.NOT_YOURS.items()}


async def _record(actor: Actor, verb: str, talk_id: UUID, volunteer_id: UUID, signal: str) -> None:
    subject: dict[str, UUID | str] = {"care": talk_id, "volunteer": volunteer_id, "signal": signal}
    await history.record(actor, verb, subject=subject, organisation_id=actor.organisation_id)
