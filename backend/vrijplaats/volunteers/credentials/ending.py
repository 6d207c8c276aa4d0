"""SQL that finds what ends: the last day of each paper that somebody's work needs, everywhere and where a prison lets
it count for less, and of each admission."""

# $1 the organisation, $2 the day. Of several of one kind the one that lasts longest counts; what was seen once and is
# good for ever does not end. An admission that is over counts while somebody is visited there: otherwise it is simply
# over. A prison's shorter term is one more end, of that prison, for whoever is admitted or visits somebody there, when
# it comes before the end everywhere.
LASTING = """
needed as (
  select distinct v.id as volunteer_id, r.credential_kind as kind
  from volunteer v
  join credential_requirement r on r.organisation_id = v.organisation_id and r.activity_kind = any (v.kinds)
  join credential_type t on t.organisation_id = r.organisation_id and t.code = r.credential_kind and not t.once
  where v.organisation_id = $1 and v.status not in ('APPLICANT', 'LEFT')
    and (r.facility_id is null or exists (select from admission a
      where a.organisation_id = $1 and a.volunteer_id = v.id and a.facility_id = r.facility_id and a.state = 'GRANTED'))
), going as (
  select a.volunteer_id, a.facility_id from admission a
  where a.organisation_id = $1 and a.state = 'GRANTED' and (a.valid_until is null or a.valid_until >= $2)
  union select m.volunteer_id, m.facility_id from match m where m.organisation_id = $1 and m.state <> 'ENDED'
), shorter as (
  select distinct g.volunteer_id, s.credential_kind as kind, s.facility_id, s.valid_months
  from credential_validity s
  join going g on g.facility_id = s.facility_id
  join volunteer v on v.id = g.volunteer_id and v.status not in ('APPLICANT', 'LEFT')
  join credential_requirement r on r.organisation_id = s.organisation_id and r.credential_kind = s.credential_kind
    and r.activity_kind = any (v.kinds) and (r.facility_id is null or r.facility_id = s.facility_id)
  where s.organisation_id = $1
), lasting as (
  select c.volunteer_id, c.kind, null::uuid as facility_id, max(coalesce(c.valid_until, 'infinity')) as until
  from credential c join needed n on n.volunteer_id = c.volunteer_id and n.kind = c.kind
  where c.organisation_id = $1 and c.valid_from <= $2 group by c.volunteer_id, c.kind
  union all
  select c.volunteer_id, c.kind, s.facility_id, max(least(coalesce(c.valid_until, 'infinity'),
    (c.valid_from + make_interval(months => s.valid_months))::date))
  from credential c join shorter s on s.volunteer_id = c.volunteer_id and s.kind = c.kind
  where c.organisation_id = $1 and c.valid_from <= $2 group by c.volunteer_id, c.kind, s.facility_id
  union all
  select a.volunteer_id, 'ADMISSION', a.facility_id, max(coalesce(a.valid_until, 'infinity'))
  from admission a join volunteer v on v.id = a.volunteer_id and v.status not in ('APPLICANT', 'LEFT')
  where a.organisation_id = $1 and a.state = 'GRANTED' and a.valid_from <= $2
  group by a.volunteer_id, a.facility_id
), ending as (
  select l.* from lasting l
  where l.until <= $2 + 90 and (l.until >= $2 or l.kind <> 'ADMISSION' or exists (select from match m
    where m.organisation_id = $1 and m.volunteer_id = l.volunteer_id and m.facility_id = l.facility_id
      and m.state <> 'ENDED'))
    and (l.kind = 'ADMISSION' or l.facility_id is null or not exists (select from lasting e
      where e.volunteer_id = l.volunteer_id and e.kind = l.kind and e.facility_id is null and e.until <= l.until))
)
"""
