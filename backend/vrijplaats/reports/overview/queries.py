"""An organisation's own working figures, for its own coordinators. Each comes from where its word is defined: the same
functions of the database as the publications, the register and the inbox; one statement for each group of figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.reports.overview import rules
from vrijplaats.requests.inbox.queries import DAYS, STANDING, WAITING
from vrijplaats.visits.rules import CancelSide
from vrijplaats.volunteers.credentials.ending import LASTING

# $1 the organisation, $2 today
_REGISTER = f"""
with {LASTING.strip()}
select (select count(*) from volunteers_active_on($1, $2)) as active,
  (select count(*) from volunteers_ready_on($1, $2)) as ready,
  (select count(distinct e.volunteer_id) from ending e) as ending
"""
# $1 now, $2 the organisation, $3 today: as the inbox has them
_WAITING = f"""
with seen as materialized (
  select r.facility_id, {DAYS} as days, {STANDING} as standing from visit_request r {WAITING}
)
select f.id, f.code, f.name, f.city, width_bucket(s.days, $4::int[]) as band, count(*) as waiting,
  count(*) filter (where s.standing = 'NOT_ASKED') as not_asked
from seen s join facility f on f.id = s.facility_id group by f.id, band order by f.name, f.id
"""
_INVITATIONS = """
select count(*) as over, count(*) filter (where answer = 'ACCEPTED') as accepted,
  percentile_cont(0.5) within group (order by extract(epoch from over_at - made_at)::float8)
    filter (where answer = 'ACCEPTED') as seconds
from invitations_over($1, $2, $3, $4)
"""
_HELD = """
select count(*) as visits, coalesce(sum(minutes), 0) as minutes from visits_held($2, $3) where organisation_id = $1
"""
_NOT_HELD = "select side, count(*) from visits_not_held($1, $2, $3) group by side"
SECONDS_IN_AN_HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingAt:
    """How many requests of a prison wait in each band of days; of so many nobody has been asked yet."""

    facility: FacilityView
    counts: tuple[int, ...]
    not_asked: int

    @property
    def total(self) -> int:
        """However long."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """The register and the inbox as they are now; invitations and visits of the days from `start` to `end`."""

    start: date
    end: date
    active: int
    ready: int
    ending: int
    waiting: tuple[WaitingAt, ...]
    invitations: int
    accepted: int
    hours_to_yes: float | None
    visits: int
    minutes: int
    not_held: Mapping[CancelSide, int]


async def overview(actor: Actor, *, start: date, end: date) -> OverviewView:
    """Coordinator: the own organisation. Raises InvalidInput."""
    organisation_id, today, now = own_organisation(actor, Role.COORDINATOR), clock.today(), clock.now()
    start, end = rules.days_until(start, end, today)
    register = await _one(_REGISTER, organisation_id, today)
    invitations = await _one(_INVITATIONS, organisation_id, start, end, now)
    held = await _one(_HELD, organisation_id, start, end)
    sides = {row["side"]: row["count"] for row in await db.fetch(_NOT_HELD, organisation_id, start, end)}
    waiting = await db.fetch(_WAITING, now, organisation_id, today, rules.BOUNDS)
    seconds = invitations["seconds"]
    return OverviewView(
        start=start,
        end=end,
        **{name: register[name] for name in ("active", "ready", "ending")},
        waiting=_waiting(waiting),
        invitations=invitations["over"],
        accepted=invitations["accepted"],
        hours_to_yes=None if seconds is None else seconds / SECONDS_IN_AN_HOUR,
        visits=held["visits"],
        minutes=held["minutes"],
        not_held={side: sides.get(side.value, 0) for side in CancelSide},
    )


async def _one(sql: str, *given: object) -> dict[str, Any]:
    row = await db.fetch_one(sql, *given)
    assert row is not None
    return row


def _waiting(rows: list[dict[str, Any]]) -> tuple[WaitingAt, ...]:
    """A row for each prison and band becomes one for each prison, in the order of their names."""
    found: dict[FacilityView, list[int]] = {}
    not_asked: dict[FacilityView, int] = {}
    for row in rows:
        facility = FacilityView(**{name: row[name] for name in ("id", "code", "name", "city")})
        found.setdefault(facility, [0] * len(rules.BANDS))[row["band"]] = row["waiting"]
        not_asked[facility] = not_asked.get(facility, 0) + row["not_asked"]
    return tuple(
        WaitingAt(facility=facility, counts=tuple(counts), not_asked=not_asked[facility])
        for facility, counts in found.items()
    )
