-- What is counted, in one place each: the overview of an organisation, the lists behind its figures and the publications
-- all read from these. Whoever asks sees only rows of their own: they run as who asks, under the policies of the tables.

-- Those over visits are taken into the statement that asks (a million visits are not first put in a list), which a
-- search_path of their own would prevent: so their tables are named with the schema.

-- docs/definitions/visits_held.md
create function visits_held(from_day date, to_day date) returns table (
    visit_id uuid, organisation_id uuid, facility_id uuid, volunteer_id uuid, detainee_id uuid, starts_at timestamptz,
    minutes smallint)
  language sql stable
as $$
  select v.id, v.organisation_id, p.facility_id, p.volunteer_id, m.detainee_id, p.starts_at, l.minutes
  from public.visit_log l
  join public.visit v on v.id = l.visit_id and v.organisation_id = l.organisation_id
  join public.presence p on p.id = v.presence_id
  -- each visit has one: left, so that who does not ask for the detainee does not look
  left join public.match m on m.id = v.match_id
  where l.outcome = 'HELD'
    and p.starts_at >= from_day::timestamp at time zone 'Europe/Amsterdam'
    and p.starts_at < (to_day + 1)::timestamp at time zone 'Europe/Amsterdam'
$$;
comment on function visits_held is 'docs/definitions/visits_held.md: the visits that count as held on these days.';
revoke execute on function visits_held from public;
grant execute on function visits_held to vrijplaats_app, vrijplaats_reports;
set role vrijplaats_reports;
create or replace function report_cells(from_day date, to_day date)
  returns table (organisation_id uuid, quarter date, visits bigint, minutes bigint, detainees bigint)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if app_role() is distinct from 'OPERATOR' then
    raise insufficient_privilege using message = 'operator only';
  end if;
  return query
  select h.organisation_id, date_trunc('quarter', h.starts_at at time zone 'Europe/Amsterdam')::date,
    count(*), sum(h.minutes)::bigint, count(distinct h.detainee_id)
  from visits_held(from_day, to_day) h
  group by 1, 2;
end
$$;
set role vrijplaats_owner;

-- docs/definitions/visits_not_held.md: called off beforehand, or nobody came; by whose side
create function visits_not_held(organisation uuid, from_day date, to_day date) returns table (
    visit_id uuid, facility_id uuid, volunteer_id uuid, starts_at timestamptz, side text, cause text)
  language sql stable
as $$
  select v.id, p.facility_id, p.volunteer_id, p.starts_at,
    coalesce(v.cancel_side, case l.outcome when 'VOLUNTEER_ABSENT' then 'VOLUNTEER'
      when 'DETAINEE_ABSENT' then 'DETAINEE' else 'FACILITY' end),
    v.cancel_cause
  from public.visit v
  join public.presence p on p.id = v.presence_id
  left join public.visit_log l on l.visit_id = v.id and l.organisation_id = v.organisation_id
  where v.organisation_id = organisation and (v.state = 'CANCELLED' or l.outcome <> 'HELD')
    and p.starts_at >= from_day::timestamp at time zone 'Europe/Amsterdam'
    and p.starts_at < (to_day + 1)::timestamp at time zone 'Europe/Amsterdam'
$$;
comment on function visits_not_held is 'docs/definitions/visits_not_held.md: the planned visits that did not take place.';

-- docs/definitions/acceptance.md: invitations that came to an end by themselves. One that was withdrawn was never decided
-- by who had it; one whose time is over counts as over, also when the clock has not come by yet.
create function invitations_over(organisation uuid, from_day date, to_day date, moment timestamptz) returns table (
    offer_id uuid, facility_id uuid, request_id uuid, volunteer_id uuid, answer text, made_at timestamptz,
    over_at timestamptz)
  language sql stable set search_path = public, pg_temp
as $$
  select * from (
    select o.id, o.facility_id, o.request_id, o.volunteer_id,
      case when o.state = 'LIVE' then 'EXPIRED' else o.state end, o.created_at,
      case when o.state in ('LIVE', 'EXPIRED') then o.expires_at else o.answered_at end as over_at
    from offer o
    where o.organisation_id = organisation and o.state <> 'WITHDRAWN' and (o.state <> 'LIVE' or o.expires_at <= moment)) x
  where x.over_at >= from_day::timestamp at time zone 'Europe/Amsterdam'
    and x.over_at < (to_day + 1)::timestamp at time zone 'Europe/Amsterdam'
$$;
comment on function invitations_over is 'docs/definitions/acceptance.md: the invitations that ended on these days.';

-- Who has a pause on a day, once: the register, the figures and "active on a day" ask the same.
create function volunteers_paused_on(organisation uuid, day date) returns table (volunteer_id uuid)
  language sql stable set search_path = public, pg_temp
as $$
  select p.volunteer_id from volunteer_pause p where p.organisation_id = organisation
    and p.starts_on <= day and (p.ends_on is null or p.ends_on >= day) and (p.over_on is null or p.over_on > day)
$$;
comment on function volunteers_paused_on is 'From the first day of a pause up to its last, or until it was ended sooner.';
create or replace function volunteers_active_on(organisation uuid, day date) returns table (volunteer_id uuid)
  language sql stable set search_path = public, pg_temp
as $$
  select s.volunteer_id from volunteer_status_on(organisation, day) s
  where s.status = 'ACTIVE' and s.volunteer_id not in (select p.volunteer_id from volunteers_paused_on(organisation, day) p)
$$;
-- docs/definitions/ready_volunteer.md
create function volunteers_ready_on(organisation uuid, day date) returns table (volunteer_id uuid)
  language sql stable set search_path = public, pg_temp
as $$
  select s.volunteer_id from volunteer_status_on(organisation, day) s
  where s.status = 'READY' and s.volunteer_id not in (select p.volunteer_id from volunteers_paused_on(organisation, day) p)
$$;
comment on function volunteers_ready_on is 'docs/definitions/ready_volunteer.md: who was ready to begin on a day.';
revoke execute on function visits_not_held, invitations_over, volunteers_paused_on, volunteers_ready_on from public;
grant execute on function visits_not_held, invitations_over, volunteers_paused_on, volunteers_ready_on to vrijplaats_app;
grant execute on function volunteers_paused_on to vrijplaats_worker;

-- A view of the inbox may say "waiting 15 to 30 days".
alter table inbox_view add column waiting_at_most smallint check (waiting_at_most between 1 and 365);
grant insert (waiting_at_most), update (waiting_at_most) on inbox_view to vrijplaats_app;

-- What a kilometre is worth, from a day on: what was worth something else before stays so.
create table kilometre_rate (
  organisation_id uuid not null references organisation,
  from_day date not null,
  cents smallint not null check (cents between 0 and 200),
  -- nobody: it held before one could choose
  set_by uuid references person,
  set_at timestamptz not null,
  primary key (organisation_id, from_day)
);
-- an organisation that had a rate of its own keeps it, for the visits that were as well
alter table organisation_setting no force row level security;
insert into kilometre_rate (organisation_id, from_day, cents, set_at)
select organisation_id, '2000-01-01', kilometre_rate_cents, now() from organisation_setting where kilometre_rate_cents <> 23;
alter table organisation_setting force row level security;

-- What an organisation chose for itself; null is as usual (in the code: visits.series, matching.waves).
alter table organisation_setting
  drop column kilometre_rate_cents,
  add column usual_weeks smallint check (usual_weeks in (2, 3)),
  add column wave_size smallint check (wave_size between 1 and 10),
  add column wave_hours smallint check (wave_hours between 1 and 72),
  -- the hours in which no round goes by itself, in Amsterdam; always over midnight
  add column night_from smallint check (night_from between 18 and 23),
  add column night_until smallint check (night_until between 6 and 10),
  add check ((wave_size is null) = (wave_hours is null) and (night_from is null) = (night_until is null));
create policy make on organisation_setting for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on organisation_setting for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
create policy worker on organisation_setting for select to vrijplaats_worker using (true);
grant update (usual_weeks, wave_size, wave_hours, night_from, night_until) on organisation_setting to vrijplaats_app;
grant select on organisation_setting to vrijplaats_worker;

create index on kilometre_rate (set_by);
alter table kilometre_rate enable row level security;
alter table kilometre_rate force row level security;
create policy own on kilometre_rate for select using (organisation_id = (select app_organisation()));
create policy make on kilometre_rate for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on kilometre_rate for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
create policy own_delete on kilometre_rate for delete using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
grant select, insert, update (cents, set_by, set_at), delete on kilometre_rate to vrijplaats_app;

-- How a setting was before, so that it can be put back; numbers only. Nobody changes what was changed.
create table setting_change (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  setting text not null check (setting in ('RHYTHM', 'WAVES', 'NIGHT', 'WEIGHTS')),
  before jsonb not null,
  after jsonb not null,
  changed_by uuid not null references person,
  changed_at timestamptz not null
);
create index on setting_change (organisation_id, setting, changed_at desc);
create index on setting_change (changed_by);
alter table setting_change enable row level security;
alter table setting_change force row level security;
create policy own on setting_change for select using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy make on setting_change for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
grant select, insert on setting_change to vrijplaats_app;
