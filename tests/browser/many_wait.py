"""More people who wait, and who can all get somebody, than a proposal holds."""

from __future__ import annotations

import asyncpg

from tests.conftest import DemoWorld

MANY = 203
# so many wait longer than anybody, at the prison of one request ($1)
_WAIT = f"""
with asked as (select facility_id, organisation_id from visit_request where id = $1::uuid), they as (
  insert into detainee (facility_id, pseudonym, fingerprint)
  select facility_id, 'Samen ' || n, sha256(('samen ' || n)::bytea) from asked, generate_series(1, {MANY}) n
  returning *)
insert into visit_request (facility_id, organisation_id, detainee_id, pseudonym, activity_kind, languages, consent_at,
  waiting_since)
select t.facility_id, a.organisation_id, t.id, t.pseudonym, 'ONE_TO_ONE', '{{nl}}', now(), now() - interval '400 days'
from asked a, they t
"""
# and fourteen can go there: they have what somebody has ($2) who can
_CAN_GO = """
with known as (select * from volunteer where id = $2::uuid), they as (
  update volunteer v set capacity = 20, languages = '{nl}', little_languages = '{}', kinds = '{ONE_TO_ONE}',
    activity_denominations = '{}'
  where v.id in (select e.id from volunteer e join known k on k.organisation_id = e.organisation_id
    where e.status = 'ACTIVE' and not exists (select from imported_contact i where i.volunteer_id = e.id)
      and not exists (select from volunteer_pause p where p.volunteer_id = e.id and p.over_on is null)
    order by e.id limit 14)
  returning v.id, v.organisation_id
), papers as (
  insert into credential (organisation_id, volunteer_id, kind, issuer, valid_from)
  select t.organisation_id, t.id, c.kind, c.issuer, c.valid_from from they t, credential c
  where c.volunteer_id = $2::uuid
)
insert into admission (organisation_id, volunteer_id, facility_id, state, valid_from)
select t.organisation_id, t.id, r.facility_id, 'GRANTED', current_date - 9 from they t, visit_request r
where r.id = $1::uuid
"""


def many_wait(demo_world: DemoWorld, request: str, volunteer: str) -> None:
    """At the prison of this request, with the papers of this volunteer."""

    async def wait(url: str) -> None:
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(_CAN_GO, request, volunteer)
            await connection.execute(_WAIT, request)
        finally:
            await connection.close()

    demo_world.run(wait)
