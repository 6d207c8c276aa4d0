"""As many volunteers and wishes as the whole country might have one day, in one organisation: written in a few
statements, the same again each time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import asyncpg

from tests.world import World

VOLUNTEERS, REQUESTS, PRISONS = 20_000, 5_000, 26

_PRISONS = """
insert into facility (code, name, city, latitude, longitude)
select 'natie-' || n, 'PI Plaats ' || n, 'Plaats ' || n, 51 + random() * 2, 4 + random() * 2.5
from generate_series(1, {prisons}) n returning id
"""
_HOURS = """
insert into visiting_slot (facility_id, weekday, starts, ends, capacity, active_from)
select f, d, t, t + interval '3 hours', 5, '2020-01-01'
from unnest($1::uuid[]) f, generate_series(1, 5) d, (values (time '09:00'), ('13:30')) x (t)
"""
_PEOPLE = """
insert into person (display_name, locale)
select 'Vrijwilliger ' || n, 'nl' from generate_series(1, {volunteers}) n
"""
_VOLUNTEERS = """
insert into volunteer (organisation_id, person_id, status, status_since, gender, place, latitude, longitude, languages,
  little_languages, kinds, capacity, carrying)
select $1, p.id, (array['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'READY', 'LEFT'])[ceil(x.a * 8)],
  '2022-01-01', (array['WOMAN', 'WOMAN', 'MAN'])[ceil(x.b * 3)], 'Thuis', 51 + x.c * 2, 4 + x.d * 2.5,
  array['nl'] || case when x.e < 0.35 then array[({languages})[ceil(x.e / 0.35 * 15)]] else '{{}}' end,
  case when x.e < 0.35 and x.e * 100 - floor(x.e * 100) < 0.25 then array[({languages})[ceil(x.e / 0.35 * 15)]]
    else '{{}}' end,
  array[({kinds})[ceil(x.f * 7)]],
  x.capacity, case when x.g < 0.38 then x.capacity else floor(x.g * x.capacity) end
from person p, lateral (select random() a, random() b, random() c, random() d, random() e, random() f, random() g,
  ceil(random() * 3)::int as capacity, p.id) x
where p.display_name like 'Vrijwilliger %'
"""
_FREE = """
insert into volunteer_availability (organisation_id, volunteer_id, weekday, starts, ends)
select organisation_id, id, 1 + (n * 2 + floor(random() * 2))::int, '09:00', '17:00'
from volunteer, generate_series(0, 2) n where organisation_id = $1
"""
_PAPERS = """
insert into credential (organisation_id, volunteer_id, kind, issuer, valid_from, valid_until)
select organisation_id, id, k, 'Justis', '2021-01-01', case when random() < 0.05 then date '2022-01-01' end
from volunteer, unnest(array['VOG', 'TRAINING_BASIS']) k where organisation_id = $1
"""
_ADMITTED = """
insert into admission (organisation_id, volunteer_id, facility_id, state, valid_from)
select v.organisation_id, v.id, ($2::uuid[])[ceil(x.a * {prisons})], 'GRANTED', '2021-01-01'
from volunteer v, generate_series(1, 2) time, lateral (select random() a, v.id, time) x
where v.organisation_id = $1 and (x.time = 1 or x.a < 0.3)
"""
_DETAINEES = """
insert into detainee (facility_id, pseudonym, fingerprint)
select ($1::uuid[])[1 + n % {prisons}], 'Natie ' || n, sha256(('natie ' || n)::bytea)
from generate_series(1, {requests}) n
"""
_REQUESTS = """
insert into visit_request (facility_id, organisation_id, detainee_id, pseudonym, activity_kind, languages,
  volunteer_gender, consent_at, waiting_since)
select d.facility_id, $1, d.id, d.pseudonym,
  (array['ONE_TO_ONE', 'ONE_TO_ONE', 'ONE_TO_ONE', 'FAMILY', 'CHAPLAINCY', 'AFTERCARE'])[ceil(x.a * 6)],
  case when x.b < 0.12 then array['nl'] else array[({languages})[ceil(x.b * 15)]]
    || case when x.b > 0.9 then array['nl'] else '{{}}' end end,
  case when x.c < 0.1 then 'WOMAN' end, now(), now() - x.d * interval '90 days'
from detainee d, lateral (select random() a, random() b, random() c, random() d, d.id) x
where d.pseudonym like 'Natie %'
"""
_LISTS = {
    "kinds": "array['ONE_TO_ONE', 'ONE_TO_ONE', 'ONE_TO_ONE', 'COURSE', 'FAMILY', 'CHAPLAINCY', 'AFTERCARE']",
    "languages": "array['en','tr','ar','es','pl','pap','fr','de','ro','so','ti','fa','ru','pt','zh']",
}


async def a_nation(
    world: World, *, volunteers: int = VOLUNTEERS, requests: int = REQUESTS, prisons: int = PRISONS
) -> tuple[UUID, list[UUID]]:
    """One organisation in every prison; gives it and the prisons."""
    size = {"volunteers": volunteers, "requests": requests, "prisons": prisons}
    connection: asyncpg.Connection[Any] = world.connection
    await connection.execute("select setseed(0.4)")
    organisation = await world.an_organisation("Heel Nederland")
    places = [row["id"] for row in await connection.fetch(_PRISONS.format(**size, **_LISTS))]
    for place in places:
        await world.active(organisation, place)
    await connection.execute(
        "insert into credential_requirement select $1, k, p from unnest(array['ONE_TO_ONE', 'FAMILY', 'CHAPLAINCY', "
        "'AFTERCARE']) k, unnest(array['VOG', 'TRAINING_BASIS']) p",
        organisation,
    )
    await connection.execute(_HOURS, places)
    await connection.execute(_PEOPLE.format(**size, **_LISTS))
    for statement in (_VOLUNTEERS, _FREE, _PAPERS):
        await connection.execute(statement.format(**size, **_LISTS), organisation)
    await connection.execute(_ADMITTED.format(**size, **_LISTS), organisation, places)
    await connection.execute(_DETAINEES.format(**size, **_LISTS), places)
    await connection.execute(_REQUESTS.format(**size, **_LISTS), organisation)
    await connection.execute("analyze")
    return organisation, places
