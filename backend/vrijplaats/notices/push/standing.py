"""How the thing a notice is about stands at the moment of telling: SQL that deliveries and letters have in common.

The row it stands beside is called `d` and has `person_id`, `event` and `about`, with ids by name.
"""

from typing import Any

from vrijplaats.notices.push.rules import Standing

# where the person's own invitation stands, also when an event names the request only; beside a notice `n`
OWN_OFFER = """
left join lateral (
  select o.id, o.expires_at
  from volunteer v join offer o on o.organisation_id = v.organisation_id and o.volunteer_id = v.id
  where v.person_id = n.person_id and (o.id = (n.payload ->> 'offer')::uuid
    or n.payload ->> 'offer' is null and o.request_id = (n.payload ->> 'request')::uuid)
  order by o.created_at desc limit 1) o on true
left join visit i on i.id = (n.payload ->> 'visit')::uuid
left join presence p on p.id = i.presence_id
"""
# `claimed`: a wish that was everybody's is with an organisation now where this person is no coordinator
COLUMNS = """
  d.event, d.about, d.created_at, d.expires_at, f.city, o.state as offer_state, o.expires_at as deadline,
  r.state as request_state, b.starts_at, v.state as visit_state, t.state as match_state, k.id is not null as call_open,
  d.about ->> 'organisation' is null and r.organisation_id is not null and not exists (select from membership y
    where y.person_id = d.person_id and y.organisation_id = r.organisation_id and y.role = 'COORDINATOR'
      and y.ended_at is null) as claimed,
  r.activity_kind as kind,
  coalesce(r.proposed_to = (d.about ->> 'organisation')::uuid, false) as proposed,
  -- taken back, or so long ago that it is no longer kept
  d.about ->> 'message' is not null and (g.id is null or g.cancelled_at is not null) as stopped
"""
# a coordinator who is away is not disturbed: who stands in hears it. Only that a colleague arranged this they do hear
# ({role}, {organisation} and {today} of the place)
AWAY = """
{role} = 'COORDINATOR' and d.event <> 'deputy.set' and exists (select from deputy z where z.person_id = d.person_id
  and z.organisation_id = {organisation} and z.ended_at is null and {today} between z.starts_on and z.ends_on)
"""
JOINS = """
left join facility f on f.id = (d.about ->> 'facility')::uuid
left join offer o on o.id = (d.about ->> 'offer')::uuid
left join visit_request r on r.id = coalesce(o.request_id, (d.about ->> 'request')::uuid)
left join visit v on v.id = (d.about ->> 'visit')::uuid
left join presence b on b.id = v.presence_id
left join match t on t.id = (d.about ->> 'match')::uuid
left join message g on g.id = (d.about ->> 'message')::uuid
left join call_request k on k.id = (d.about ->> 'call')::uuid and k.called_at is null and k.withdrawn_at is null
"""
_NAMES = (
    "event",
    "expires_at",
    "offer_state",
    "request_state",
    "visit_state",
    "match_state",
    "call_open",
    "claimed",
    "proposed",
    "stopped",
)


def standing_of(row: dict[str, Any]) -> Standing:
    """A row with these columns, and `asked` and `asking` where a device is concerned."""
    asked = {name: row.get(name, False) for name in ("asked", "asking")}
    return Standing(**{name: row[name] for name in _NAMES}, **asked)
