"""Of whom to think in the whole country at once: 20,000 volunteers of one organisation, most of whom visit somebody,
with the visits of two years behind them. Who got a year from measure_overview keeps that."""

from __future__ import annotations

import asyncpg

from tests.bench.assignment import Took, print_table, timed
from tests.matching.assignment.nation import VOLUNTEERS, a_nation
from tests.world import World
from vrijplaats.core.db import close_database, fetch_value, open_database, transaction
from vrijplaats.matching.care.queries import care

TIMES = 5
# a match for who has none, and a visit every two weeks for as long as it runs; one of ten stopped a while ago
_MATCHES = """
with pair as (
  select v.id as volunteer, v.person_id, a.facility_id, row_number() over (order by v.id) as n
  from volunteer v join lateral (select facility_id from admission a where a.volunteer_id = v.id limit 1) a on true
  where v.organisation_id = $1 and v.status = 'ACTIVE' and not exists (select from match m where m.volunteer_id = v.id)
), person as (
  insert into detainee (facility_id, pseudonym, fingerprint)
  select facility_id, 'Zorg ' || n, sha256(('zorg ' || n)::bytea) from pair returning id, facility_id, pseudonym
), wish as (
  insert into visit_request (facility_id, organisation_id, detainee_id, pseudonym, activity_kind, languages, consent_at,
    state)
  select facility_id, $1, id, pseudonym, 'ONE_TO_ONE', '{nl}', now(), 'MATCHED' from person
  returning id, facility_id, detainee_id, pseudonym
)
insert into match (organisation_id, facility_id, request_id, volunteer_id, detainee_id, pseudonym, activity_kind,
  started_on)
select $1, w.facility_id, w.id, p.volunteer, w.detainee_id, w.pseudonym, 'ONE_TO_ONE', current_date - (p.n % 700)::int
from wish w join pair p on w.pseudonym = 'Zorg ' || p.n
"""
_PRESENCES = """
insert into presence (organisation_id, facility_id, volunteer_id, person_id, starts_at, ends_at)
select m.organisation_id, m.facility_id, m.volunteer_id, v.person_id, t, t + interval '1 hour'
from match m join volunteer v on v.id = m.volunteer_id
cross join lateral generate_series(m.started_on + interval '14 hours', now()
  + case when m.pseudonym like '%7' then interval '-40 days' else interval '14 days' end, interval '14 days') t
where m.organisation_id = $1 and m.pseudonym like 'Zorg %'
"""
_VISITS = """
insert into visit (organisation_id, facility_id, match_id, presence_id, pseudonym, state)
select p.organisation_id, p.facility_id, m.id, p.id, m.pseudonym, case when p.ends_at < now() then 'LOGGED' else
  'CONFIRMED' end
from presence p join match m on m.organisation_id = p.organisation_id and m.volunteer_id = p.volunteer_id
where p.organisation_id = $1 and m.pseudonym like 'Zorg %'
"""
_LOGS = """
insert into visit_log (visit_id, organisation_id, outcome, minutes, setting, travel_kilometres, logged_at)
select v.id, v.organisation_id, 'HELD', 60, 'PRIVATE_ROOM', 20, p.ends_at
from visit v join presence p on p.id = v.presence_id
where v.organisation_id = $1 and v.state = 'LOGGED' and v.pseudonym like 'Zorg %'
"""


async def measure_care(admin: str, app: str) -> None:
    """Make the country if it is not there yet, look some times, print the quickest."""
    connection = await asyncpg.connect(admin)
    try:
        world = World(connection)
        organisation = await connection.fetchval("select id from organisation where name = 'Heel Nederland'")
        organisation = organisation or (await a_nation(world))[0]
        for statement in (_MATCHES, _PRESENCES, _VISITS, _LOGS):
            await connection.execute(statement, organisation)
            await connection.execute("analyze")  # or the next one joins what the planner knows nothing of
        visits = await connection.fetchval("select count(*) from visit where organisation_id = $1", organisation)
        coordinator = await world.a_coordinator(organisation)
    finally:
        await connection.close()
    await open_database(app, max_size=2)
    took: Took = {}
    try:
        for _ in range(TIMES):
            async with transaction(coordinator, read_only=True):
                with timed(took, "of whom to think", await fetch_value("select pg_backend_pid()")):
                    groups = await care(coordinator, first=10)
    finally:
        await close_database()
    print(f"\nCare: {VOLUNTEERS:,} volunteers, {visits:,} visits")
    print("  " + ", ".join(f"{group.signal.value} {group.count:,}" for group in groups) + "\n")
    print_table(took)
