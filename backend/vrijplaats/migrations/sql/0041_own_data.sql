-- My own data (docs/decisions, 0060): everything about a person read by that person over all they are and were, asking for
-- a correction, leaving, and what becomes of who has left.

-- The role SELF: a person who reads what is kept about them, everywhere at once. It has no organisation, no prison and no
-- volunteer, so that no other policy shows it anything of a tenant; what it reads is declared here and is its own.
create policy self on volunteer for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and person_id = (select app_person()));
do $$
declare
  name text;
begin
  foreach name in array array['volunteer_availability', 'credential', 'admission', 'offer', 'match', 'call_request'] loop
    execute format('create policy self on %I for select to vrijplaats_app using ('
      '(select app_role()) = ''SELF'' and volunteer_id in (select v.id from volunteer v where v.person_id = (select app_person())))', name);
  end loop;
end
$$;
create policy self on visit for select to vrijplaats_app using (
  (select app_role()) = 'SELF'
  and presence_id in (select p.id from presence p where p.person_id = (select app_person())));
create policy self on visit_log for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and visit_id in (
    select v.id from visit v join presence p on p.id = v.presence_id where p.person_id = (select app_person())));
-- an invitation that was accepted has the name and the address as they were typed; others' invitations are the inviter's
create policy self on invitation for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and accepted_by = (select app_person()));
create index history_person on history (person_id, id);
create index history_about_person on history ((subject ->> 'person')) where subject ->> 'person' is not null;
create index history_about_membership on history ((subject ->> 'membership')) where subject ->> 'membership' is not null;
create index presence_person on presence (person_id, starts_at);
-- What others did about this person: when, and as what; by whom of them is their data. A function, because the planner may
-- not use these indexes below the policies of history.
create function history_about_me(before uuid, most integer)
  returns table (id uuid, at timestamptz, role text, verb text, organisation_id uuid, facility_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select h.id, h.at, h.role, h.verb, h.organisation_id, h.facility_id
  from history h
  where app_role() = 'SELF' and h.person_id is distinct from app_person() and (before is null or h.id < before)
    and h.id in (
      select a.id from history a where a.subject ->> 'person' = app_person()::text
      union select b.id from history b where b.subject ->> 'membership' in (
        select m.id::text from membership m where m.person_id = app_person()))
  order by h.id desc limit most
$$;
alter function history_about_me owner to vrijplaats_audit;
set role vrijplaats_audit;
revoke execute on function history_about_me from public;
grant execute on function history_about_me to vrijplaats_app;
set role vrijplaats_owner;
-- at which push service a device is known: a public host, never the address of the device
grant select (service) on push_subscription to vrijplaats_app;

-- "Klopt er iets niet?": a volunteer asks for a correction of what only the coordinators can change. Which thing, and what
-- it has to be: no conversation.
create table correction (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  volunteer_id uuid not null,
  item text not null
    check (item in ('PLACE', 'LANGUAGES', 'KINDS', 'GENDER', 'CAPACITY', 'PAPERS', 'ADMISSION', 'VISIT', 'STATUS')),
  wanted text not null check (length(wanted) between 1 and 200),
  asked_at timestamptz not null,
  -- a month, as the law says (GDPR article 12(3))
  due_on date not null,
  -- when the coordinators were reminded, which happens once
  reminded_at timestamptz,
  outcome text check (outcome in ('CHANGED', 'NOT_CHANGED')),
  reason text check (reason in ('IS_RIGHT', 'NEEDS_PROOF', 'NOT_OURS', 'UNCLEAR')),
  answered_by uuid references person,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  check ((answered_at is null) = (outcome is null) and (answered_at is null) = (answered_by is null)),
  check ((outcome is not distinct from 'NOT_CHANGED') = (reason is not null)),
  check (answered_at is null or withdrawn_at is null)
);
-- one question about a thing at a time
create unique index correction_open_once on correction (organisation_id, volunteer_id, item)
  where answered_at is null and withdrawn_at is null;
create index on correction (organisation_id, asked_at) where answered_at is null and withdrawn_at is null;
create index on correction (answered_by);
alter table correction enable row level security;
alter table correction force row level security;
create policy own on correction for select to vrijplaats_app using (
  organisation_id = (select app_organisation())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy self on correction for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and volunteer_id in (select v.id from volunteer v where v.person_id = (select app_person())));
create policy ask on correction for insert to vrijplaats_app with check (
  organisation_id = (select app_organisation()) and volunteer_id = (select app_volunteer()));
create policy own_change on correction for update to vrijplaats_app
  using (organisation_id = (select app_organisation())
    and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())))
  with check (organisation_id = (select app_organisation()));
create policy worker on correction for all to vrijplaats_worker using (true) with check (true);
grant select, insert (organisation_id, volunteer_id, item, wanted, asked_at, due_on),
  update (outcome, reason, answered_by, answered_at, withdrawn_at) on correction to vrijplaats_app;
grant select, update (reminded_at), delete on correction to vrijplaats_worker;
grant select (id) on correction to vrijplaats_audit;
create policy audit on correction for select to vrijplaats_audit using (true);
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
$$;
set role vrijplaats_owner;

-- Leaving: one ends one's own membership, and cannot begin one. Conditions of permissive policies are met by any of them:
-- without the second, a row found by `own_end` could be written as `organisation_change` allows a coordinator to.
create policy own_end on membership for update to vrijplaats_app
  using (person_id = (select app_person()) and (select app_role()) in ('VOLUNTEER', 'COORDINATOR', 'STAFF', 'FUNDER'))
  with check (person_id = (select app_person()) and ended_at is not null and not contact_person);
create policy nothing_else on membership as restrictive for update to vrijplaats_app using (true) with check (
  (select app_role()) in ('COORDINATOR', 'STAFF', 'OPERATOR')
  or person_id = (select app_person()) and ended_at is not null and not contact_person);

-- Who has left everything: a month later nothing says who it was. The worker may take away what is of somebody without a
-- membership, and nothing of anybody else.
create function has_left(who uuid) returns boolean language sql stable parallel safe
  return exists (select from membership m where m.person_id = who)
    and not exists (select from membership m where m.person_id = who and m.ended_at is null);
revoke execute on function has_left from public;
grant execute on function has_left to vrijplaats_worker;
alter table person add column erased_at timestamptz;
create policy erase on person for update to vrijplaats_worker using (has_left(id)) with check (has_left(id));
grant update (display_name, locale, erased_at) on person to vrijplaats_worker;
do $$
declare
  name text;
begin
  foreach name in array array['person_contact', 'passkey', 'sso_identity', 'calendar_feed'] loop
    execute format('create policy erase on %I for delete to vrijplaats_worker using (has_left(person_id))', name);
    execute format('grant delete on %I to vrijplaats_worker', name);
  end loop;
  -- a delete finds its rows by what it may read of them
  foreach name in array array['sso_identity', 'calendar_feed'] loop
    execute format('create policy worker on %I for select to vrijplaats_worker using (has_left(person_id))', name);
    execute format('grant select (person_id) on %I to vrijplaats_worker', name);
  end loop;
end
$$;
grant delete on notice, push_preference to vrijplaats_worker;

-- Of a volunteer who is one no longer, the register keeps that there was one: dates, visits, figures.
create function was_volunteer(who uuid) returns boolean language sql stable parallel safe
  return exists (select from volunteer v where v.id = who and v.status = 'LEFT' and not exists (
    select from membership m where m.person_id = v.person_id and m.organisation_id = v.organisation_id
      and m.role = 'VOLUNTEER' and m.ended_at is null));
revoke execute on function was_volunteer from public;
grant execute on function was_volunteer to vrijplaats_worker;
alter table volunteer add column emptied_at timestamptz;
create policy empty on volunteer for update to vrijplaats_worker using (was_volunteer(id)) with check (status = 'LEFT');
grant update (gender, place, latitude, longitude, languages, kinds, capacity, fingerprint, emptied_at)
  on volunteer to vrijplaats_worker;
do $$
declare
  name text;
begin
  foreach name in array array['volunteer_availability', 'credential', 'admission'] loop
    execute format('create policy empty on %I for delete to vrijplaats_worker using (was_volunteer(volunteer_id))', name);
    execute format('grant delete on %I to vrijplaats_worker', name);
  end loop;
end
$$;

-- Who left and is asked again begins anew, at the same address too: an address of somebody who has left is nobody's.
grant select (person_id, email_hash), update (email, email_verified_at) on person_contact to vrijplaats_keys;
grant execute on function address_hash to vrijplaats_keys;
grant select (person_id, ended_at) on membership to vrijplaats_keys;
create policy freed on person_contact for all to vrijplaats_keys using (true) with check (true);
create policy freed on membership for select to vrijplaats_keys using (true);
create function somebody_at_address() returns uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.person_id from person_contact c where c.email_hash = app_address() and exists (
    select from membership m where m.person_id = c.person_id and m.ended_at is null)
$$;
create function free_address() returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  update person_contact c set email = null, email_verified_at = null where c.email_hash = app_address() and not exists (
    select from membership m where m.person_id = c.person_id and m.ended_at is null)
$$;
comment on function somebody_at_address is 'Who takes part and has the address of this transaction.';
comment on function free_address is 'Takes the address of this transaction away from who no longer takes part in anything.';
alter function somebody_at_address owner to vrijplaats_keys;
alter function free_address owner to vrijplaats_keys;
set role vrijplaats_keys;
revoke execute on function somebody_at_address, free_address from public;
grant execute on function somebody_at_address, free_address to vrijplaats_app;
set role vrijplaats_owner;
