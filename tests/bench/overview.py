"""The overview of one organisation as large as the country: 20,000 volunteers, 5,000 requests, and a year with so many
visits and invitations as that gives. After measure_assignment, which makes that organisation."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import asyncpg

from tests.bench.assignment import Took, print_table, timed
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.db import close_database, fetch_value, open_database, transaction
from vrijplaats.reports.overview import lists
from vrijplaats.reports.overview.queries import overview

TIMES = 5
MATCHES, VISITS_EACH = 8_000, 20
# each match its own volunteer and a request of its own that is matched; then a visit every eighteen days
_REQUESTS = """
insert into detainee (facility_id, pseudonym, fingerprint)
select ($1::uuid[])[1 + n % cardinality($1::uuid[])], 'Jaar ' || n, sha256(('jaar ' || n)::bytea)
from generate_series(1, $2::int) n
"""
_MATCHED = """
insert into visit_request (facility_id, organisation_id, detainee_id, pseudonym, activity_kind, languages, consent_at,
  state, matched_at)
select d.facility_id, $1, d.id, d.pseudonym, 'ONE_TO_ONE', '{nl}', now(), 'MATCHED', now() from detainee d
where d.pseudonym like 'Jaar %'
"""
_MATCHES = """
insert into match (organisation_id, facility_id, request_id, volunteer_id, detainee_id, pseudonym, activity_kind,
  started_on)
select $1, r.facility_id, r.id, v.id, r.detainee_id, r.pseudonym, 'ONE_TO_ONE', current_date - 400
from (select *, row_number() over (order by id) as n from visit_request where pseudonym like 'Jaar %') r
join (select id, row_number() over (order by id) as n from volunteer where organisation_id = $1) v on v.n = r.n
"""
_PRESENCES = """
insert into presence (organisation_id, facility_id, volunteer_id, person_id, starts_at, ends_at)
select $1, m.facility_id, m.volunteer_id, v.person_id, x.at, x.at + interval '1 hour'
from match m join volunteer v on v.id = m.volunteer_id,
  lateral (select date_trunc('day', now()) - n * interval '18 days' + interval '10 hours' as at
    from generate_series(1, $2::int) n) x
where m.organisation_id = $1
"""
_VISITS = """
insert into visit (organisation_id, facility_id, match_id, presence_id, pseudonym, state, cancel_side, cancel_cause,
  cancelled_at)
select $1, p.facility_id, m.id, p.id, m.pseudonym, case when x.off then 'CANCELLED' else 'LOGGED' end,
  case when x.off then 'FACILITY' end, case when x.off then 'CLOSED' end, case when x.off then now() end
from presence p join match m on m.volunteer_id = p.volunteer_id and m.organisation_id = p.organisation_id,
  lateral (select random() < 0.15 as off, p.id) x
where p.organisation_id = $1
"""
_LOGS = """
insert into visit_log (visit_id, organisation_id, outcome, minutes, setting, travel_kilometres)
select v.id, $1, case when random() < 0.95 then 'HELD' else 'DETAINEE_ABSENT' end, 60, 'SUPERVISED_HALL', 10
from visit v where v.organisation_id = $1 and v.state = 'LOGGED'
"""
_OFFERS = """
insert into offer (organisation_id, facility_id, request_id, volunteer_id, state, created_at, expires_at, answered_at)
select $1, r.facility_id, r.id, v.id, (array['DECLINED', 'EXPIRED', 'WITHDRAWN'])[1 + n % 3], x.at,
  x.at + interval '2 days', x.at + interval '1 day'
from (select *, row_number() over (order by id) - 1 as n from visit_request where pseudonym like 'Jaar %') r
cross join (select id, row_number() over (order by id) as k from volunteer where organisation_id = $1 limit 5) v,
  lateral (select now() - (1 + (r.n * 5 + v.k) % 360) * interval '1 day' as at) x
"""


async def measure_overview(admin: str, app: str) -> None:
    """Give the country a year, work out the overview some times, print the quickest and the slowest."""
    connection = await asyncpg.connect(admin)
    try:
        world = World(connection)
        organisation = await world.value("select id from organisation where name = 'Heel Nederland'")
        await _a_year(connection, organisation)
        coordinator = await world.a_coordinator(organisation)
    finally:
        await connection.close()
    await open_database(app, max_size=2)
    today = clock.today()
    year = (today - timedelta(days=364), today)
    days = lists.Days(start=year[0], end=year[1], most=51)
    took: Took = {}
    try:
        for _ in range(TIMES):
            async with transaction(coordinator, read_only=True):
                backend = await fetch_value("select pg_backend_pid()")
                with timed(took, "the overview, twelve months", backend):
                    found = await overview(coordinator, start=year[0], end=year[1])
                with timed(took, "the overview, this month", backend):
                    await overview(coordinator, start=today.replace(day=1), end=today)
                with timed(took, "a page of visits held in twelve months", backend):
                    await lists.visits(coordinator, days, held=True, side=None)
                with timed(took, "a page of invitations", backend):
                    await lists.invitations(coordinator, days, answer=None)
    finally:
        await close_database()
    waiting = sum(each.total for each in found.waiting)
    print(
        f"\nOverview: {found.active:,} active, {waiting:,} waiting, {found.visits:,} held, {found.invitations:,} over\n"
    )
    print_table(took)


async def _a_year(connection: Any, organisation: Any) -> None:
    places = await connection.fetchval(
        "select array_agg(facility_id) from organisation_facility where organisation_id = $1", organisation
    )
    await connection.execute(_REQUESTS, places, MATCHES)
    for sql in (_MATCHED, _MATCHES):
        await connection.execute(sql, organisation)
    await connection.execute("analyze")  # what came a moment ago is unknown to the planner, and joins take minutes
    await connection.execute(_PRESENCES, organisation, VISITS_EACH)
    await connection.execute("analyze")
    for sql in (_VISITS, _LOGS, _OFFERS):
        await connection.execute(sql, organisation)
    await connection.execute("analyze")
