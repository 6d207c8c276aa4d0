-- A request that nobody answers goes on by itself: the coordinator chooses how many are asked at a time and after how
-- many hours the next are. One of these runs for a request at a time; what has ended stays, with why.
create table waves (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  facility_id uuid not null references facility,
  request_id uuid not null,
  size smallint not null check (size between 1 and 10),
  every_hours smallint not null check (every_hours between 1 and 72),
  -- how long each of those asked has to answer
  answer_time interval not null check (answer_time > interval '0' and answer_time <= interval '30 days'),
  next_at timestamptz not null,
  started_by uuid not null references person,
  created_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('STOPPED', 'SETTLED', 'HANDED_BACK', 'NOBODY_LEFT')),
  foreign key (facility_id, request_id) references visit_request (facility_id, id),
  check ((ended_at is null) = (end_reason is null))
);
create unique index waves_one_running on waves (organisation_id, request_id) where ended_at is null;
create index waves_next on waves (next_at) where ended_at is null;
create index on waves (request_id);
create index on waves (started_by);
alter table waves enable row level security;
alter table waves force row level security;
create policy own on waves for select using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy make on waves for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on waves for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
grant select, insert (organisation_id, facility_id, request_id, size, every_hours, answer_time, next_at, started_by, created_at),
  update (size, every_hours, answer_time, next_at, started_by, ended_at, end_reason) on waves to vrijplaats_app;

-- The worker sends the next wave: it ranks who can be asked by what the coordinator's screen ranks by (languages, papers,
-- hours; never a name of a detainee) and makes the invitations.
create policy worker on waves for all to vrijplaats_worker using (true) with check (true);
grant select, update (next_at, ended_at, end_reason) on waves to vrijplaats_worker;
create policy worker on volunteer_availability for select to vrijplaats_worker using (true);
create policy worker on credential for select to vrijplaats_worker using (true);
create policy worker on admission for select to vrijplaats_worker using (true);
create policy worker on visiting_slot for select to vrijplaats_worker using (true);
grant select on volunteer_availability, credential, credential_requirement, admission, visiting_slot to vrijplaats_worker;
grant insert on offer to vrijplaats_worker;
