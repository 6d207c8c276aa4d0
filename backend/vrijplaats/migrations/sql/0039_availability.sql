-- When a volunteer can: away for some days, or paused. Both are questions about dates, as papers are, and never a flag that
-- something has to take back in time. No reason is kept: it is nobody's business.
create table volunteer_away (
  id uuid not null unique default uuidv7(),
  organisation_id uuid not null,
  volunteer_id uuid not null,
  starts_on date not null,
  -- the last day away, included
  ends_on date not null,
  created_at timestamptz not null,
  primary key (organisation_id, volunteer_id, starts_on),
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  check (starts_on <= ends_on),
  -- two that touch are one: what is shown can be taken back as it is shown
  constraint volunteer_away_apart exclude using gist (volunteer_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create table volunteer_pause (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  volunteer_id uuid not null,
  starts_on date not null,
  -- the last day of it, included; none: until the volunteer says so
  ends_on date,
  -- the first day on which it no longer holds: stopped early, or its last day has gone and that was told
  over_on date,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  check (starts_on <= ends_on),
  check (starts_on <= over_on)
);
create unique index volunteer_pause_one on volunteer_pause (organisation_id, volunteer_id) where over_on is null;
create index on volunteer_pause (organisation_id, volunteer_id, starts_on);
create index volunteer_pause_last_day on volunteer_pause (ends_on) where over_on is null;

-- "paused" as a status was such a flag; whoever had it, has a pause until they say so
alter table volunteer no force row level security;
alter table volunteer_pause no force row level security;
insert into volunteer_pause (organisation_id, volunteer_id, starts_on)
  select organisation_id, id, status_since from volunteer where status = 'PAUSED';
update volunteer set status = 'ACTIVE' where status = 'PAUSED';
alter table volunteer force row level security;
alter table volunteer drop constraint volunteer_status_check;
alter table volunteer add constraint volunteer_status_check
  check (status in ('APPLICANT', 'IN_TRAINING', 'READY', 'ACTIVE', 'LEFT'));

-- The organisation's coordinators read it, and the volunteer whose it is. The prison never.
alter table volunteer_away enable row level security;
alter table volunteer_away force row level security;
alter table volunteer_pause enable row level security;
alter table volunteer_pause force row level security;
create policy own on volunteer_away for select using (
  organisation_id = (select app_organisation())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy say on volunteer_away for insert with check (
  organisation_id = (select app_organisation()) and volunteer_id = (select app_volunteer()));
create policy take_back on volunteer_away for delete using (
  organisation_id = (select app_organisation()) and volunteer_id = (select app_volunteer()));
create policy own on volunteer_pause for select using (
  organisation_id = (select app_organisation())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy say on volunteer_pause for insert with check (
  organisation_id = (select app_organisation()) and volunteer_id = (select app_volunteer()));
create policy own_change on volunteer_pause for update
  using (organisation_id = (select app_organisation()) and volunteer_id = (select app_volunteer()))
  with check (organisation_id = (select app_organisation()) and volunteer_id = (select app_volunteer()));
-- the program ends a pause whose last day has gone, and plans visits around the days somebody is away
create policy worker on volunteer_away for all to vrijplaats_worker using (true);
create policy worker on volunteer_pause for all to vrijplaats_worker using (true) with check (true);
grant select, insert (organisation_id, volunteer_id, starts_on, ends_on, created_at), delete on volunteer_away
  to vrijplaats_app;
grant select, insert (organisation_id, volunteer_id, starts_on, ends_on), update (ends_on, over_on) on volunteer_pause
  to vrijplaats_app;
grant select, delete on volunteer_away to vrijplaats_worker;
grant select, update (over_on) on volunteer_pause to vrijplaats_worker;

-- the hours of the week are the volunteer's to say; until now every volunteer could read those of all others
drop policy own on volunteer_availability;
create policy own on volunteer_availability for select using (
  organisation_id = (select app_organisation())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy say on volunteer_availability for insert with check (
  organisation_id = (select app_organisation()) and volunteer_id = (select app_volunteer()));
create policy take_back on volunteer_availability for delete using (
  organisation_id = (select app_organisation()) and volunteer_id = (select app_volunteer()));
grant insert (organisation_id, volunteer_id, weekday, starts, ends), delete on volunteer_availability to vrijplaats_app;

-- how many people somebody visits at most is theirs to say too, and nobody changes the row of another volunteer
drop policy own_change on volunteer;
create policy own_change on volunteer for update
  using (organisation_id = (select app_organisation())
    and ((select app_role()) = 'COORDINATOR' or person_id = (select app_person())))
  with check (organisation_id = (select app_organisation()));
grant update (capacity) on volunteer to vrijplaats_app;

-- whose invitation is withdrawn by a pause sees that the request goes on by itself, so that nobody is asked to do anything
create policy asked on waves for select using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'VOLUNTEER'
  and request_id in (select o.request_id from offer o where o.volunteer_id = (select app_volunteer())));
