-- The register: every status with the day on which it began, so that "active on a day" is a question about dates
-- (docs/definitions/active_volunteer.md). Whoever writes a volunteer's status writes the row: one place, nothing to forget.
create table volunteer_status (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  volunteer_id uuid not null,
  status text not null check (status in ('APPLICANT', 'IN_TRAINING', 'READY', 'ACTIVE', 'LEFT')),
  since date not null,
  -- who said so; null for what the program does by itself
  set_by uuid references person,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id)
);
create index on volunteer_status (organisation_id, volunteer_id, since, id);
create index on volunteer_status (set_by);
alter table volunteer no force row level security;
insert into volunteer_status (organisation_id, volunteer_id, status, since)
select organisation_id, id, status, status_since from volunteer;
alter table volunteer force row level security;
alter table volunteer_status enable row level security;
alter table volunteer_status force row level security;
create policy own on volunteer_status for select using (
  organisation_id = (select app_organisation())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy worker on volunteer_status for select to vrijplaats_worker using (true);
grant select on volunteer_status to vrijplaats_app, vrijplaats_worker;

-- nobody writes in it by themselves: the trigger does, as the owner, with whom nobody logs in
create policy keep on volunteer_status for insert to vrijplaats_owner with check (true);
create function keep_volunteer_status() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into volunteer_status (organisation_id, volunteer_id, status, since, set_by)
  values (new.organisation_id, new.id, new.status, new.status_since, app_person());
  return null;
end
$$;
create trigger first_status after insert on volunteer for each row execute function keep_volunteer_status();
create trigger next_status after update of status on volunteer for each row
  when (old.status is distinct from new.status) execute function keep_volunteer_status();

-- The status that holds on a day: the last one that had begun, and of two that began on one day the later written.
create function volunteer_status_on(organisation uuid, day date) returns table (volunteer_id uuid, status text, since date)
  language sql stable set search_path = public, pg_temp
as $$
  select distinct on (s.volunteer_id) s.volunteer_id, s.status, s.since from volunteer_status s
  where s.organisation_id = organisation and s.since <= day
  order by s.volunteer_id, s.since desc, s.id desc
$$;
comment on function volunteer_status_on is 'Who was what in an organisation''s register on a day.';
-- A day in a pause does not count: from its first day up to and including the last, or until it was ended sooner.
create function volunteers_active_on(organisation uuid, day date) returns table (volunteer_id uuid)
  language sql stable set search_path = public, pg_temp
as $$
  select s.volunteer_id from volunteer_status_on(organisation, day) s
  where s.status = 'ACTIVE' and not exists (
    select from volunteer_pause p where p.organisation_id = organisation and p.volunteer_id = s.volunteer_id
      and p.starts_on <= day and (p.ends_on is null or p.ends_on >= day) and (p.over_on is null or p.over_on > day))
$$;
comment on function volunteers_active_on is 'docs/definitions/active_volunteer.md: who was active in an organisation''s register on a day.';
revoke execute on function keep_volunteer_status, volunteer_status_on, volunteers_active_on from public;
grant execute on function volunteer_status_on, volunteers_active_on to vrijplaats_app, vrijplaats_worker;

-- What coordinators change in a file, under the policy of 0039: a volunteer changes their own row only.
grant update (gender, place, latitude, longitude, languages, kinds) on volunteer to vrijplaats_app;

-- Which papers there are is the organisation's own; five are there from the beginning.
create table credential_type (
  organisation_id uuid not null references organisation,
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{1,39}$' and code <> 'ADMISSION'),
  name_nl text not null check (length(name_nl) between 1 and 60),
  name_en text check (length(name_en) between 1 and 60),
  -- a VOG is given for a screening profile
  has_profile boolean not null default false,
  -- seen once and good for ever: never asked again
  once boolean not null default false,
  -- how long the organisation lets one count, from the day it was issued; null is for as long as the paper itself says
  valid_months smallint check (valid_months between 1 and 240),
  primary key (organisation_id, code),
  check (not once or valid_months is null)
);
-- a prison may let a paper count for a shorter time
create table credential_validity (
  organisation_id uuid not null,
  facility_id uuid not null references facility,
  credential_kind text not null,
  valid_months smallint not null check (valid_months between 1 and 240),
  primary key (organisation_id, facility_id, credential_kind),
  foreign key (organisation_id, credential_kind) references credential_type (organisation_id, code)
);
create index on credential_validity (facility_id);
create index on credential_validity (organisation_id, credential_kind);
create function standard_papers() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  insert into credential_type (organisation_id, code, name_nl, name_en, has_profile, once, valid_months) values
    (new.id, 'VOG', 'VOG', 'VOG', true, false, 48),
    (new.id, 'REFERENCE', 'referentie', 'reference', false, true, null),
    (new.id, 'TRAINING_BASIS', 'basistraining', 'basic training', false, false, 36),
    (new.id, 'TRAINING_SOS', 'SOS-training', 'SOS training', false, false, 36),
    (new.id, 'TRAINING_CHILD_SAFETY', 'training veilig met kinderen', 'child safety training', false, false, 36);
  return null;
end
$$;
revoke execute on function standard_papers from public;
alter table organisation no force row level security;
insert into credential_type (organisation_id, code, name_nl, name_en, has_profile, once, valid_months)
select o.id, t.* from organisation o cross join (values
  ('VOG', 'VOG', 'VOG', true, false, 48),
  ('REFERENCE', 'referentie', 'reference', false, true, null),
  ('TRAINING_BASIS', 'basistraining', 'basic training', false, false, 36),
  ('TRAINING_SOS', 'SOS-training', 'SOS training', false, false, 36),
  ('TRAINING_CHILD_SAFETY', 'training veilig met kinderen', 'child safety training', false, false, 36)) t;
alter table organisation force row level security;
create trigger standard_papers after insert on organisation for each row execute function standard_papers();

alter table credential no force row level security;
alter table credential
  drop constraint credential_kind_check,
  add constraint credential_kind foreign key (organisation_id, kind) references credential_type (organisation_id, code),
  add column profile text check (length(profile) between 1 and 20),
  add check (valid_until >= valid_from);
-- references are seen once from here on, whatever end was written down before
update credential set valid_until = null where kind = 'REFERENCE';
alter table credential force row level security;
alter table credential_requirement no force row level security;
alter table credential_requirement
  drop constraint credential_requirement_pkey,
  add column facility_id uuid references facility,
  add column id uuid primary key default uuidv7(),
  add constraint credential_requirement_once
    unique nulls not distinct (organisation_id, activity_kind, credential_kind, facility_id),
  add constraint credential_requirement_kind
    foreign key (organisation_id, credential_kind) references credential_type (organisation_id, code);
create index on credential_requirement (organisation_id, credential_kind);
create index on credential_requirement (facility_id);
alter table credential_requirement force row level security;

alter table credential_type enable row level security;
alter table credential_type force row level security;
alter table credential_validity enable row level security;
alter table credential_validity force row level security;
create policy own on credential_type for select using (organisation_id = (select app_organisation()));
create policy operator on credential_type for insert with check ((select app_role()) = 'OPERATOR');
create policy make on credential_type for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on credential_type for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
create policy worker on credential_type for select to vrijplaats_worker using (true);
-- the gate asks both for whoever stands there
create policy own on credential_validity for select using (
  organisation_id = (select app_organisation()) or facility_id = (select app_facility()));
drop policy directory on credential_requirement;
create policy own on credential_requirement for select using (
  organisation_id = (select app_organisation())
  or ((select app_role()) = 'STAFF' and organisation_id in (select f.organisation_id from organisation_facility f)));
create policy worker on credential_requirement for select to vrijplaats_worker using (true);
create policy make on credential_validity for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on credential_validity for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
create policy own_delete on credential_validity for delete using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy worker on credential_validity for select to vrijplaats_worker using (true);
create policy make on credential_requirement for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_delete on credential_requirement for delete using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy make on credential for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on credential for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
create policy own_delete on credential for delete using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
grant select, insert (organisation_id, code, name_nl, name_en, has_profile, once, valid_months),
  update (name_nl, name_en, has_profile, once, valid_months) on credential_type to vrijplaats_app;
grant select, insert, update (valid_months), delete on credential_validity to vrijplaats_app;
grant select on credential_type, credential_validity to vrijplaats_worker;
grant insert (facility_id), delete on credential_requirement to vrijplaats_app;
grant insert (organisation_id, volunteer_id, kind, issuer, profile, valid_from, valid_until, seen_by, seen_on),
  update (valid_until), delete on credential to vrijplaats_app;

-- What was said about a paper that ends, so that each step is said once: 90, 30 and 7 days before.
create table paper_warning (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  volunteer_id uuid not null,
  kind text not null,
  facility_id uuid references facility,
  until date not null,
  step smallint not null check (step in (90, 30, 7)),
  told_at timestamptz not null,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  unique nulls not distinct (organisation_id, volunteer_id, kind, facility_id, until, step)
);
create index on paper_warning (told_at);
create index on paper_warning (facility_id);
-- A planned visit for which a paper will have ended: the coordinators were told, once.
create table visit_review (
  visit_id uuid primary key,
  organisation_id uuid not null,
  told_at timestamptz not null,
  foreign key (organisation_id, visit_id) references visit (organisation_id, id)
);
create index on visit_review (organisation_id, visit_id);
alter table paper_warning enable row level security;
alter table paper_warning force row level security;
alter table visit_review enable row level security;
alter table visit_review force row level security;
create policy worker on paper_warning for all to vrijplaats_worker using (true) with check (true);
create policy worker on visit_review for all to vrijplaats_worker using (true) with check (true);
grant select, insert, delete on paper_warning, visit_review to vrijplaats_worker;

-- a person reads their own, over all organisations
create policy self on volunteer_status for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and volunteer_id in (select v.id from volunteer v where v.person_id = (select app_person())));
-- and what their own papers are called there
create policy self on credential_type for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and (organisation_id, code) in (
    select c.organisation_id, c.kind from credential c join volunteer v on v.id = c.volunteer_id
    where v.person_id = (select app_person())));

-- another organisation's paper or admission answers like none, and the attempt is noted
grant select (id) on credential, admission to vrijplaats_audit;
create policy audit on credential for select to vrijplaats_audit using (true);
create policy audit on admission for select to vrijplaats_audit using (true);
set role vrijplaats_audit;
create or replace function ids_that_exist(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select id from visit_request where id = any (ids)
  union all select id from offer where id = any (ids)
  union all select id from match where id = any (ids)
  union all select id from visit where id = any (ids)
  union all select id from volunteer where id = any (ids)
  union all select id from notice where id = any (ids)
  union all select id from detainee where id = any (ids)
  union all select id from organisation where id = any (ids)
  union all select id from facility where id = any (ids)
  union all select id from membership where id = any (ids)
  union all select id from invitation where id = any (ids)
  union all select id from recovery where id = any (ids)
  union all select id from call_request where id = any (ids)
  union all select id from correction where id = any (ids)
  union all select id from credential where id = any (ids)
  union all select id from admission where id = any (ids)
$$;
set role vrijplaats_owner;

-- Coordinators ask a prison for permission and write down what it said.
alter table admission no force row level security;
alter table admission
  add column requested_on date,
  add column decided_on date,
  add check (valid_until >= valid_from),
  add constraint admission_own unique (organisation_id, id);
alter table admission force row level security;
-- one that waits for an answer, at most
create unique index admission_one_requested on admission (organisation_id, volunteer_id, facility_id)
  where state = 'REQUESTED';
create policy make on admission for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on admission for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
grant insert (organisation_id, facility_id, volunteer_id, state, requested_on),
  update (state, valid_from, valid_until, decided_on) on admission to vrijplaats_app;
