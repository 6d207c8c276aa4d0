"""What must be true of the demo, each as a query for what breaks it: no rows is good."""

READY = """
exists (select from admission a where a.volunteer_id = p.volunteer_id and a.facility_id = p.facility_id
  and a.valid_from <= d.day and (a.valid_until is null or a.valid_until >= d.day))
and not exists (select from credential_requirement r
  where r.organisation_id = p.organisation_id and r.activity_kind = m.activity_kind and not exists (
    select from credential c where c.volunteer_id = p.volunteer_id and c.kind = r.credential_kind
      and c.valid_from <= d.day and (c.valid_until is null or c.valid_until >= d.day)))
"""
VISITS = """
visit v join presence p on p.id = v.presence_id join match m on m.id = v.match_id
cross join lateral (select (p.starts_at at time zone 'Europe/Amsterdam')::date as day,
  (p.starts_at at time zone 'Europe/Amsterdam')::time as starts,
  (p.ends_at at time zone 'Europe/Amsterdam')::time as ends) d
"""
SLOT = """
s.facility_id = v.facility_id and s.weekday = extract(isodow from d.day) and s.starts <= d.starts and s.ends >= d.ends
"""

INVARIANTS = {
    "carrying is the number of running matches": """
        select v.id from volunteer v where carrying <>
          (select count(*) from match m where m.volunteer_id = v.id and m.state <> 'ENDED')""",
    "nobody carries more than they can": "select id from volunteer where carrying > capacity",
    "only who is ready or active carries": """
        select id from volunteer where carrying > 0 and status not in ('ACTIVE', 'READY')""",
    "every visit lies inside visiting hours": f"""
        select v.id from {VISITS} where not exists (select from visiting_slot s where {SLOT})""",
    "nothing takes place on a closed day": f"""
        select v.id from {VISITS} join blocked_day b on b.facility_id = v.facility_id and b.day = d.day""",
    "no hours are fuller than they may be": f"""
        select s.id from {VISITS} join visiting_slot s on {SLOT}
        where p.live group by s.id, s.capacity, d.day having count(*) > s.capacity""",
    "a visit that is called off takes no time and no place": """
        select v.id from visit v join presence p on p.id = v.presence_id
        where (v.state = 'CANCELLED') = p.live or (v.state = 'CANCELLED' and v.slot_place_id is not null)""",
    "a visit to come has its place in its hours": f"""
        select v.id from {VISITS} left join slot_place t on t.id = v.slot_place_id
        left join visiting_slot s on s.id = t.slot_id and {SLOT}
        where v.state <> 'CANCELLED' and p.starts_at > $1 and (s.id is null or t.day <> d.day)""",
    "whoever goes may enter on the day": f"select v.id from {VISITS} where p.live and not ({READY})",
    "the future is not logged": f"""
        select v.id from {VISITS} left join visit_log l on l.visit_id = v.id
        where (v.state = 'LOGGED') <> (l.visit_id is not null) or (v.state = 'LOGGED' and p.ends_at > $1)""",
    "a past visit was confirmed or called off": f"""
        select v.id from {VISITS} where p.ends_at < $1 and v.state = 'PROPOSED'""",
    "a rhythm is of a match that runs, and its visits too": """
        select s.id from series s join match m on m.id = s.match_id where m.state <> 'ACTIVE'
        union all select c.id from series_occurrence c join series s on s.id = c.series_id
          join visit v on v.id = c.visit_id where v.match_id <> s.match_id""",
    "a rhythm is planned until the horizon": """
        select s.id from series s where (select count(*) from series_occurrence c where c.series_id = s.id) <>
          (select count(*) from generate_series(0, 60) n where s.first_day + 7 * s.every_weeks * n
            between ($1::timestamptz at time zone 'Europe/Amsterdam')::date + 1
              and ($1::timestamptz at time zone 'Europe/Amsterdam')::date + 56)""",
    "minutes only of what was held": "select visit_id from visit_log where (outcome = 'HELD') <> (minutes > 0)",
    "a private room is given once": """
        select room_id from presence where live and private_room group by room_id, starts_at having count(*) > 1""",
    "nothing was done before it could be, or after now": f"""
        select v.id from {VISITS} left join visit_log l on l.visit_id = v.id
        where greatest(v.created_at, v.confirmed_at, v.cancelled_at, l.logged_at) > $1
          or v.created_at < m.created_at or v.confirmed_at < v.created_at
          or v.cancelled_at < v.created_at or v.created_at > p.starts_at or l.logged_at < p.ends_at""",
    "a match begins after the wish": """
        select m.id from match m join visit_request r on r.id = m.request_id
        where r.state <> 'MATCHED' or r.created_at > m.created_at or r.organisation_id <> m.organisation_id""",
    "visits are within the match": f"""
        select v.id from {VISITS} where d.day < m.started_on or d.day > m.ended_on""",
    "one yes for each wish that was met": """
        select r.id from visit_request r where (r.state = 'MATCHED') <> exists (
          select from offer o join match m on m.request_id = r.id and m.volunteer_id = o.volunteer_id
          where o.request_id = r.id and o.state = 'ACCEPTED')""",
    "asked means that an invitation is out": """
        select r.id from visit_request r where (r.state = 'OFFERED') <> exists (
          select from offer o where o.request_id = r.id and o.state = 'LIVE' and o.expires_at > $1)""",
    "what nobody handles went to everyone": """
        select r.id from visit_request r where r.organisation_id is null
          and not exists (select from pool_entry e where e.request_id = r.id)""",
    "they have a language in common": """
        select o.id from offer o join visit_request r on r.id = o.request_id join volunteer v on v.id = o.volunteer_id
        where o.state in ('LIVE', 'ACCEPTED') and not r.languages && v.languages""",
    "a wish for a woman or a man is met": """
        select o.id from offer o join visit_request r on r.id = o.request_id join volunteer v on v.id = o.volunteer_id
        where o.state in ('LIVE', 'ACCEPTED') and r.volunteer_gender <> v.gender""",
    "only who can is asked": """
        select o.id from offer o join volunteer v on v.id = o.volunteer_id
        where o.state = 'LIVE' and (v.carrying >= v.capacity or v.status not in ('ACTIVE', 'READY')
          or exists (select from volunteer_pause z where z.volunteer_id = v.id and z.over_on is null))""",
    "who one signs in as has no pause and is not away": """
        select v.id from volunteer v join demo_persona d on d.person_id = v.person_id
        where exists (select from volunteer_pause z where z.volunteer_id = v.id)
          or exists (select from volunteer_away z where z.volunteer_id = v.id)""",
    "about nine people wait at every prison": """
        select facility_id from visit_request where state in ('OPEN', 'OFFERED')
        group by facility_id having count(*) not between 8 and 11""",
    "organisations are where their volunteers go": """
        select m.id from match m where not exists (select from organisation_facility f
          where f.organisation_id = m.organisation_id and f.facility_id = m.facility_id)""",
    "in an organisation nobody is called as somebody else": """
        select v.organisation_id from volunteer v join person p on p.id = v.person_id
        group by v.organisation_id, p.display_name having count(*) > 1""",
    "every volunteer has a membership": """
        select v.id from volunteer v where not exists (select from membership m where m.person_id = v.person_id
          and m.organisation_id = v.organisation_id and m.role = 'VOLUNTEER')""",
    "whoever cannot sign in is asked nothing": """
        select o.id from offer o join imported_contact c on c.volunteer_id = o.volunteer_id
        where c.joined_at is null""",
    "a talk is of a match that was old enough": """
        select t.id from care_talk t join match m on m.id = t.match_id
        where t.volunteer_id <> m.volunteer_id or t.spoken_at > $1
          or t.spoken_at::date < m.started_on + interval '6 months'""",
    "a message came to nobody before it went, or after now": """
        select r.volunteer_id from message_recipient r join message m on m.id = r.message_id
        where least(r.told_at, r.pushed_at, r.mailed_at, r.opened_at) < m.created_at
          or greatest(r.told_at, r.pushed_at, r.mailed_at, r.opened_at) > $1""",
    "every detainee has a sealed name and a key": """
        select d.id from detainee d left join detainee_identity i on i.detainee_id = d.id
        left join detainee_key k on k.detainee_id = d.id where i.detainee_id is null or k.detainee_id is null""",
}
