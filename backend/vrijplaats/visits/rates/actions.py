"""A coordinator says what a kilometre is worth. It is money: the passkey is shown for it."""

from datetime import date
from uuid import UUID

from vrijplaats.accounts.settings.actions import record
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.visits.rates import rules
from vrijplaats.visits.rates.rules import Rate

_SET = """
insert into kilometre_rate (organisation_id, from_day, cents, set_by, set_at) values ($1, $2, $3, $4, $5)
on conflict (organisation_id, from_day) do update
  set cents = excluded.cents, set_by = excluded.set_by, set_at = excluded.set_at
"""
_REMOVE = "delete from kilometre_rate where organisation_id = $1 and from_day = $2"


async def set_kilometre_rate(actor: Actor, rate: Rate) -> None:
    """From that day on; what held on days before stays. Raises InvalidInput."""
    organisation_id = _coordinator(actor)
    rules.check_rate(rate, clock.today())
    await db.execute(_SET, organisation_id, rate.from_day, rate.cents, actor.person_id, clock.now())
    await record(actor, "settings.set_rate", organisation_id, day=rate.from_day.isoformat())


async def remove_kilometre_rate(actor: Actor, *, from_day: date) -> None:
    """Put back: the rate before it goes on. Raises NotFound, NotAllowedNow."""
    organisation_id = _coordinator(actor)
    rules.check_removable(from_day, clock.today())
    if not await db.execute(_REMOVE, organisation_id, from_day):
        raise NotFound
    await record(actor, "settings.remove_rate", organisation_id, day=from_day.isoformat())


def _coordinator(actor: Actor) -> UUID:
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    require_fresh(actor)
    return organisation_id
