"""The rates of an organisation."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.visits.rates.rules import Rate, rate_on

_RATES = """
select r.from_day, r.cents, r.set_at, p.display_name as set_by
from kilometre_rate r left join person p on p.id = r.set_by where r.organisation_id = $1 order by r.from_day desc
"""
_OF = "select organisation_id, from_day, cents from kilometre_rate where organisation_id = any ($1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class RateView:
    """A rate, and who set it when. Without a name: somebody who has left since."""

    from_day: date
    cents: int
    set_at: datetime
    set_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatesView:
    """What holds today, and every rate there was and will be, the latest first."""

    today: int
    rates: tuple[RateView, ...]


async def kilometre_rates(actor: Actor) -> RatesView:
    """Coordinator: of the own organisation."""
    rows = await db.fetch(_RATES, own_organisation(actor, Role.COORDINATOR))
    rates = tuple(RateView(**row) for row in rows)
    plain = (Rate(from_day=each.from_day, cents=each.cents) for each in rates)
    return RatesView(today=rate_on(plain, clock.today()), rates=rates)


async def rates_of(organisation_ids: Iterable[UUID]) -> dict[UUID, list[Rate]]:
    """The rates of these organisations, for whoever belongs to them."""
    found: dict[UUID, list[Rate]] = defaultdict(list)
    for row in await db.fetch(_OF, list(organisation_ids)):
        found[row["organisation_id"]].append(Rate(from_day=row["from_day"], cents=row["cents"]))
    return found
