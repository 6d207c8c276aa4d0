-- Recovery: somebody lost their phone, somebody who knows them says so, and two halves of a code let them make a new passkey.
-- Neither half stands here: they are made anew from the id (core.tickets). `locator` is a keyed hash by which the half that
-- was read out finds its row.
create table recovery (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  -- as what the person is helped: whose tenant sees it, and where the new session begins
  membership_id uuid not null references membership,
  role text not null check (role in ('VOLUNTEER', 'COORDINATOR', 'STAFF', 'FUNDER', 'OPERATOR')),
  organisation_id uuid references organisation,
  facility_id uuid references facility,
  locator uuid not null unique,
  -- the other half goes to the person's own address; otherwise a second one has to confirm, who then has it
  by_mail boolean not null,
  -- the person is something elsewhere too: without an address an operator has to be one of the two
  elsewhere boolean not null,
  started_by uuid not null references person,
  started_role text not null,
  known_by text not null check (known_by in ('CALLED_BACK', 'IN_PERSON', 'VIDEO')),
  second_by uuid references person,
  second_known_by text check (second_known_by in ('CALLED_BACK', 'IN_PERSON', 'VIDEO')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0 check (tries >= 0),
  used_at timestamptz,
  withdrawn_at timestamptz,
  check (started_by <> person_id),
  check (second_by is null or second_by not in (person_id, started_by)),
  check ((second_by is null) = (second_known_by is null)),
  check (used_at is null or withdrawn_at is null)
);
create index on recovery (person_id);
create index on recovery (organisation_id);
create index on recovery (facility_id);
create index on recovery (expires_at);
alter table recovery enable row level security;
alter table recovery force row level security;

-- Whom the actor may help back in, and what is needed for it. As second one an operator may also help a volunteer.
grant select (id, person_id, role, organisation_id, facility_id, ended_at) on membership to vrijplaats_audit;
grant select (person_id, email_verified_at) on person_contact to vrijplaats_audit;
create policy audit on membership for select to vrijplaats_audit using (true);
create policy audit on person_contact for select to vrijplaats_audit using (true);
create function recoverable(wanted uuid, as_second boolean)
  returns table (person_id uuid, role text, organisation_id uuid, facility_id uuid, by_mail boolean, elsewhere boolean)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select m.person_id, m.role, m.organisation_id, m.facility_id,
    exists (select from person_contact c where c.person_id = m.person_id and c.email_verified_at is not null),
    exists (select from membership o where o.person_id = m.person_id and o.ended_at is null
      and (o.organisation_id, o.facility_id) is distinct from (m.organisation_id, m.facility_id))
  from membership m
  where m.id = wanted and m.ended_at is null and m.person_id <> app_person() and (
    (app_role() = 'COORDINATOR' and m.role in ('VOLUNTEER', 'COORDINATOR') and m.organisation_id = app_organisation())
    or (app_role() = 'STAFF' and m.role = 'STAFF' and m.facility_id = app_facility())
    or (app_role() = 'OPERATOR' and (as_second or m.role <> 'VOLUNTEER')))
$$;
comment on function recoverable is 'Whom the actor may help back in: nobody twice over, never oneself, nobody of another tenant. Says of the person only whether a letter reaches them and whether they are something elsewhere.';
alter function recoverable owner to vrijplaats_audit;

-- whom the actor may help, by a part of their name: a display name and where they belong, nothing else
grant select (id, display_name) on person to vrijplaats_audit;
grant select (name) on organisation, facility to vrijplaats_audit;
create policy found_by_helpers on person for select to vrijplaats_audit using (true);
create function people_to_help(wanted text, most integer)
  returns table (membership_id uuid, name text, role text, place text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select m.id, p.display_name, m.role, coalesce(o.name, f.name)
  from person p join membership m on m.person_id = p.id and m.ended_at is null
  cross join lateral recoverable(m.id, false) r
  left join organisation o on o.id = m.organisation_id left join facility f on f.id = m.facility_id
  where position(lower(wanted) in lower(p.display_name)) > 0
  order by p.display_name, m.id limit most
$$;
alter function people_to_help owner to vrijplaats_audit;

-- the person, their own tenant's helpers, and the operator where an operator can help; and who brings half of the code
create policy read on recovery for select using (
  person_id = (select app_person())
  or ((select app_role()) = 'COORDINATOR' and organisation_id = (select app_organisation()))
  or ((select app_role()) = 'STAFF' and facility_id = (select app_facility()))
  or ((select app_role()) = 'OPERATOR' and (role <> 'VOLUNTEER' or not by_mail))
  or id = (select app_ticket()) or locator = (select app_ticket()));
create policy start on recovery for insert with check (
  started_by = (select app_person()) and started_role = (select app_role())
  and exists (select from recoverable(membership_id, false) r
    where r.person_id = recovery.person_id and r.role = recovery.role
      and (r.organisation_id, r.facility_id, r.by_mail, r.elsewhere) is not distinct from
        (recovery.organisation_id, recovery.facility_id, recovery.by_mail, recovery.elsewhere)));
create policy change on recovery for update using (
  person_id = (select app_person())
  or ((select app_role()) = 'COORDINATOR' and organisation_id = (select app_organisation()))
  or ((select app_role()) = 'STAFF' and facility_id = (select app_facility()))
  or ((select app_role()) = 'OPERATOR' and (role <> 'VOLUNTEER' or not by_mail))
  or id = (select app_ticket()) or locator = (select app_ticket()));
create policy worker on recovery for all to vrijplaats_worker using (true);

-- who is helped and who helps know each other's name, also where nothing else connects them
create policy recovering on person for select using (
  id in (select r.person_id from recovery r union all select r.started_by from recovery r));

grant select, insert, update (second_by, second_known_by, tries, used_at, withdrawn_at) on recovery to vrijplaats_app;
grant select, delete on recovery to vrijplaats_worker;
set role vrijplaats_audit;
revoke execute on function recoverable, people_to_help from public;
grant execute on function recoverable, people_to_help to vrijplaats_app;
set role vrijplaats_owner;

-- who comes back ends the codes that were asked for meanwhile
create policy own on sign_in_code for select using (person_id = (select app_person()));
create policy own_end on sign_in_code for update
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
