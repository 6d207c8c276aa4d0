"""What happened to a request, from the history and the invitations there are: nothing is kept for it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor, Role
from vrijplaats.requests.course.rules import BY_VERB, Happening

# people of one round together; who said not now, or nothing, by the day in Amsterdam
_HAPPENED = """
select x.request_id, x.what, x.at, x.count, p.display_name as by_name from (
  select r.id as request_id, 'REQUESTED' as what, r.created_at as at, null::bigint as count, null::uuid as person_id
  from visit_request r where r.id = any ($1)
  union all
  select r.id, 'WITHDRAWN', r.ended_at, null, null from visit_request r where r.id = any ($1) and r.state = 'WITHDRAWN'
  union all
  select (h.subject ->> 'request')::uuid, h.verb, h.at, null, h.person_id from history h
  where h.subject ->> 'request' = any ($2) and h.organisation_id = $3 and h.verb = any ($4)
  union all
  select o.request_id, 'ASKED', min(o.created_at), count(*), min(o.offered_by::text)::uuid from offer o
  where o.request_id = any ($1) and o.organisation_id = $3 group by o.request_id, o.wave
  union all
  select o.request_id, case o.state when 'DECLINED' then 'COULD_NOT' when 'EXPIRED' then 'SILENT'
      when 'WITHDRAWN' then 'TAKEN_BACK' else 'SAID_YES' end, max(o.answered_at), count(*), null from offer o
  where o.request_id = any ($1) and o.organisation_id = $3 and o.state <> 'LIVE' and o.answered_at is not null
  group by o.request_id, 2, (o.answered_at at time zone 'Europe/Amsterdam')::date
) x left join person p on p.id = x.person_id
where x.at <= $5
order by x.request_id, x.at, x.what
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningView:
    """What happened and when; `count` people, and `by` whom when it was a colleague."""

    what: Happening
    at: datetime
    count: int | None
    by: str | None


async def courses(actor: Actor, request_ids: list[UUID]) -> list[list[HappeningView]]:
    """What happened to each of these requests as far as the own organisation is concerned, the oldest first."""
    if actor.role is not Role.COORDINATOR:
        return [[] for _ in request_ids]
    written = [str(each) for each in request_ids]
    rows = await db.fetch(_HAPPENED, request_ids, written, actor.organisation_id, list(BY_VERB), clock.now())
    found: dict[UUID, list[HappeningView]] = {each: [] for each in request_ids}
    for row in rows:
        what = BY_VERB.get(row["what"]) or Happening(row["what"])
        found[row["request_id"]].append(HappeningView(what=what, at=row["at"], count=row["count"], by=row["by_name"]))
    return [found[each] for each in request_ids]
