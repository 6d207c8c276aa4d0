-- A match has a rhythm: every so many weeks, on the weekday of the first day, at this time on the clock in Amsterdam. One
-- runs for a match at a time; what has ended stays, with why.
create table series (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  facility_id uuid not null references facility,
  match_id uuid not null,
  every_weeks smallint not null check (every_weeks between 1 and 12),
  first_day date not null,
  starts time not null,
  minutes smallint not null check (minutes between 10 and 1440),
  started_by uuid not null references person,
  created_at timestamptz not null,
  -- the last day on which the worker looked what was to be planned
  looked_on date not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('STOPPED', 'CHANGED', 'MATCH_ENDED')),
  foreign key (organisation_id, facility_id, match_id) references match (organisation_id, facility_id, id),
  unique (organisation_id, facility_id, id),
  check ((ended_at is null) = (end_reason is null))
);
create unique index series_one_running on series (organisation_id, match_id) where ended_at is null;
create index series_to_look_at on series (looked_on) where ended_at is null;
create index on series (match_id);
create index on series (started_by);

-- One day of the rule, whatever became of it: it keeps its place when the visit moves, and is never made twice. Planned
-- with a visit (which may be called off later), skipped by the volunteer, or held back because it cannot be.
create table series_occurrence (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  facility_id uuid not null,
  series_id uuid not null,
  on_day date not null,
  state text not null check (state in ('PLANNED', 'SKIPPED', 'HELD_BACK')),
  visit_id uuid,
  hindrance text check (hindrance in ('CLOSED', 'OUTSIDE_HOURS', 'AWAY', 'NOT_ADMITTED', 'ELSEWHERE', 'FULL')),
  foreign key (organisation_id, facility_id, series_id) references series (organisation_id, facility_id, id),
  foreign key (organisation_id, visit_id) references visit (organisation_id, id),
  unique (organisation_id, series_id, on_day),
  unique (organisation_id, series_id, visit_id),
  check (state <> 'PLANNED' or visit_id is not null),
  check ((state = 'HELD_BACK') = (hindrance is not null))
);
create index on series_occurrence (visit_id);

alter table series enable row level security;
alter table series force row level security;
alter table series_occurrence enable row level security;
alter table series_occurrence force row level security;
-- the coordinators of the organisation, and the volunteer whose match it is: their colleagues have nothing to do with it
create policy own on series for select using (
  organisation_id = (select app_organisation()) and ((select app_role()) = 'COORDINATOR'
    or match_id in (select m.id from match m where m.volunteer_id = (select app_volunteer()))));
create policy make on series for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'VOLUNTEER'
  and match_id in (select m.id from match m where m.volunteer_id = (select app_volunteer())));
-- a coordinator too: a match that ends takes its series with it
create policy own_change on series for update
  using (organisation_id = (select app_organisation()) and ((select app_role()) = 'COORDINATOR'
    or match_id in (select m.id from match m where m.volunteer_id = (select app_volunteer()))))
  with check (organisation_id = (select app_organisation()));
create policy own on series_occurrence for select using (
  organisation_id = (select app_organisation()) and ((select app_role()) = 'COORDINATOR'
    or series_id in (select s.id from series s join match m on m.id = s.match_id
      where m.volunteer_id = (select app_volunteer()))));
-- the prison sees which visits belong together; not what somebody skipped, nor why something could not be
create policy facility on series_occurrence for select using (
  facility_id = (select app_facility()) and visit_id is not null);
create policy facility on series for select using (facility_id = (select app_facility()));
create policy make on series_occurrence for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'VOLUNTEER'
  and series_id in (select s.id from series s join match m on m.id = s.match_id
    where m.volunteer_id = (select app_volunteer())));
create policy own_change on series_occurrence for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'VOLUNTEER'
    and series_id in (select s.id from series s join match m on m.id = s.match_id
      where m.volunteer_id = (select app_volunteer())))
  with check (organisation_id = (select app_organisation()));
create policy take_back on series_occurrence for delete using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'VOLUNTEER' and state = 'SKIPPED'
  and series_id in (select s.id from series s join match m on m.id = s.match_id
    where m.volunteer_id = (select app_volunteer())));
grant select, insert (organisation_id, facility_id, match_id, every_weeks, first_day, starts, minutes, started_by,
  created_at, looked_on), update (looked_on, ended_at, end_reason) on series to vrijplaats_app;
grant select, insert (organisation_id, facility_id, series_id, on_day, state, visit_id, hindrance),
  update (state, visit_id, hindrance), delete on series_occurrence to vrijplaats_app;

-- The worker plans ahead: it takes times and places and asks for visits, by the same constraints as a volunteer does. It
-- confirms nothing, calls nothing off, and reads no name and no outcome.
create policy worker on series for all to vrijplaats_worker using (true) with check (true);
create policy worker on series_occurrence for all to vrijplaats_worker using (true) with check (true);
create policy worker on blocked_day for select to vrijplaats_worker using (true);
create policy worker on slot_place for all to vrijplaats_worker using (true) with check (true);
create policy worker_plans on presence for insert to vrijplaats_worker with check (live);
create policy worker_plans on visit for insert to vrijplaats_worker with check (state = 'PROPOSED');
grant select, update (looked_on) on series to vrijplaats_worker;
grant select, insert, update (state, visit_id, hindrance) on series_occurrence to vrijplaats_worker;
grant select on blocked_day to vrijplaats_worker;
grant select (id, facility_id, slot_id, capacity, day, number), insert on slot_place to vrijplaats_worker;
grant insert on presence, visit to vrijplaats_worker;
