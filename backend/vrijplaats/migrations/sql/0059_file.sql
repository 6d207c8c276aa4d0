-- Who was imported and has not said yes to an invitation cannot sign in: nobody is asked what they cannot answer. The
-- program that asks by itself (waves) has to see that too.
drop policy worker on imported_contact;
create policy worker on imported_contact for select to vrijplaats_worker using (true);
grant select (organisation_id, joined_at) on imported_contact to vrijplaats_worker;

-- When they were asked last, by whom of the organisation is in the history.
alter table imported_contact add column invited_at timestamptz;
grant update (invited_at) on imported_contact to vrijplaats_app;
create index on invitation (organisation_id, lower(email)) where role = 'VOLUNTEER' and accepted_at is null and withdrawn_at is null;

-- What is sealed about a volunteer: whom to call when something happens, and the numbers of their passes. As with a name
-- of a detainee (0010) each has a key of their own, wrapped with that of the organisation; erasing is destroying the key.
create table organisation_key (
  organisation_id uuid primary key references organisation,
  wrapped bytea not null
);
create table volunteer_key (
  volunteer_id uuid primary key,
  organisation_id uuid not null,
  wrapped bytea not null,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id)
);
create table emergency_contact (
  volunteer_id uuid primary key,
  organisation_id uuid not null,
  name bytea not null,
  phone bytea not null,
  -- who they are to each other: "zus", "buurman"
  relation bytea,
  set_by uuid not null references person,
  set_at timestamptz not null,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id)
);
create index on emergency_contact (set_by);
alter table admission add column pass_number bytea check (pass_number is null or state = 'GRANTED' or state = 'ENDED');

alter table organisation_key enable row level security;
alter table organisation_key force row level security;
alter table volunteer_key enable row level security;
alter table volunteer_key force row level security;
alter table emergency_contact enable row level security;
alter table emergency_contact force row level security;
create policy own on emergency_contact for select using (
  organisation_id = (select app_organisation())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy make on emergency_contact for insert with check (
  organisation_id = (select app_organisation()) and set_by = (select app_person())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy own_change on emergency_contact for update
  using (organisation_id = (select app_organisation())
    and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())))
  with check (organisation_id = (select app_organisation()));
create policy own_delete on emergency_contact for delete using (
  organisation_id = (select app_organisation())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy self on emergency_contact for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and volunteer_id in (select v.id from volunteer v where v.person_id = (select app_person())));
create policy worker on emergency_contact for select to vrijplaats_worker using (was_volunteer(volunteer_id));
create policy empty on emergency_contact for delete to vrijplaats_worker using (was_volunteer(volunteer_id));
grant select, insert, update (name, phone, relation, set_by, set_at), delete on emergency_contact to vrijplaats_app;
grant select (volunteer_id), delete on emergency_contact to vrijplaats_worker;
grant update (pass_number) on admission to vrijplaats_app;

-- The keys belong to a role that cannot log in; whoever may read the file gets them through these functions, and the worker
-- destroys those of who has left.
create policy keys on organisation_key for all to vrijplaats_keys using (true) with check (true);
create policy keys on volunteer_key for all to vrijplaats_keys using (true) with check (true);
create policy worker on volunteer_key for select to vrijplaats_worker using (was_volunteer(volunteer_id));
create policy empty on volunteer_key for delete to vrijplaats_worker using (was_volunteer(volunteer_id));
grant select (volunteer_id), delete on volunteer_key to vrijplaats_worker;
create function may_open_file(volunteer uuid) returns boolean
  language sql stable set search_path = public, pg_temp
as $$
  select exists (select from volunteer v where v.id = volunteer and case app_role()
    when 'COORDINATOR' then v.organisation_id = app_organisation()
    when 'VOLUNTEER' then v.organisation_id = app_organisation() and v.id = app_volunteer()
    when 'SELF' then v.person_id = app_person()
    else false end)
$$;
create function put_organisation_key(offered bytea) returns bytea
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  kept bytea;
begin
  if app_organisation() is null or app_role() not in ('COORDINATOR', 'VOLUNTEER') then
    raise insufficient_privilege using message = 'not this organisation';
  end if;
  insert into organisation_key (organisation_id, wrapped) values (app_organisation(), offered) on conflict do nothing;
  select wrapped into kept from organisation_key where organisation_id = app_organisation();
  return kept;
end
$$;
comment on function put_organisation_key is 'Keeps the first wrapped key offered for the own organisation and returns the one that is kept.';
create function put_volunteer_key(volunteer uuid, offered bytea) returns bytea
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  kept bytea;
begin
  if app_organisation() is null or not may_open_file(volunteer) then
    raise insufficient_privilege using message = 'not this volunteer';
  end if;
  insert into volunteer_key (volunteer_id, organisation_id, wrapped) values (volunteer, app_organisation(), offered)
  on conflict do nothing;
  select wrapped into kept from volunteer_key where volunteer_id = volunteer;
  return kept;
end
$$;
comment on function put_volunteer_key is 'Keeps the first wrapped key offered for a volunteer of the own organisation, or for oneself, and returns the one that is kept.';
create function read_volunteer_keys(volunteer uuid)
  returns table (organisation_id uuid, organisation_wrapped bytea, volunteer_wrapped bytea)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select k.organisation_id, o.wrapped, k.wrapped
  from volunteer_key k join organisation_key o on o.organisation_id = k.organisation_id
  where k.volunteer_id = volunteer and may_open_file(volunteer)
$$;
comment on function read_volunteer_keys is 'The keys with which a file is opened, for its coordinators and the volunteer.';
alter table organisation_key owner to vrijplaats_keys;
alter table volunteer_key owner to vrijplaats_keys;
alter function may_open_file owner to vrijplaats_keys;
alter function put_organisation_key owner to vrijplaats_keys;
alter function put_volunteer_key owner to vrijplaats_keys;
alter function read_volunteer_keys owner to vrijplaats_keys;
set role vrijplaats_keys;
revoke execute on function may_open_file, put_organisation_key, put_volunteer_key, read_volunteer_keys from public;
grant execute on function put_organisation_key, put_volunteer_key, read_volunteer_keys to vrijplaats_app;
set role vrijplaats_owner;

-- Who opened what of a file, for its coordinators and the volunteer: the rows of the history.
create index history_opened on history ((subject ->> 'volunteer'), at desc)
  where verb in ('volunteer.read_emergency', 'admission.read_pass');
create function file_readings(volunteer uuid, most integer)
  returns table (id uuid, at timestamptz, reader text, verb text, facility text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select h.id, h.at, p.display_name, h.verb, f.name
  from history h
  left join person p on p.id = h.person_id
  left join facility f on f.id = (h.subject ->> 'facility')::uuid
  where h.verb in ('volunteer.read_emergency', 'admission.read_pass') and h.subject ->> 'volunteer' = volunteer::text
    and h.organisation_id = app_organisation() and (app_role() = 'COORDINATOR' or volunteer = app_volunteer())
  order by h.at desc, h.id desc limit most
$$;
comment on function file_readings is 'Who opened what is sealed in a file of the own organisation, or in one''s own.';
-- The same of a whole organisation, beside who read which name: its coordinators hold each other to it. No prison's and no
-- operator's part: they open nothing of it and it is about nobody of theirs.
create index history_opened_organisation on history (organisation_id, at desc, id desc)
  where verb in ('volunteer.read_emergency', 'admission.read_pass');
create function opened_files(since timestamptz, until timestamptz, last_at timestamptz, last_id uuid, most integer)
  returns table (id uuid, at timestamptz, reader text, verb text, facility text, volunteer_id uuid)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select h.id, h.at, p.display_name, h.verb, f.name, (h.subject ->> 'volunteer')::uuid
  from history h
  left join person p on p.id = h.person_id
  left join facility f on f.id = (h.subject ->> 'facility')::uuid
  where h.verb in ('volunteer.read_emergency', 'admission.read_pass') and app_role() = 'COORDINATOR'
    and h.organisation_id = app_organisation() and h.at >= since and h.at < until
    and (last_at is null or (h.at, h.id) < (last_at, last_id))
  order by h.at desc, h.id desc limit most
$$;
create function count_opened_files(since timestamptz, until timestamptz) returns bigint
  language sql stable security definer set search_path = public, pg_temp
as $$
  select count(*) from history h
  where h.verb in ('volunteer.read_emergency', 'admission.read_pass') and app_role() = 'COORDINATOR'
    and h.organisation_id = app_organisation() and h.at >= since and h.at < until
$$;
comment on function opened_files is 'Who opened what is sealed in the files of the own organisation, for its coordinators.';
alter function file_readings owner to vrijplaats_audit;
alter function opened_files owner to vrijplaats_audit;
alter function count_opened_files owner to vrijplaats_audit;
set role vrijplaats_audit;
revoke execute on function file_readings, opened_files, count_opened_files from public;
grant execute on function file_readings, opened_files, count_opened_files to vrijplaats_app;
set role vrijplaats_owner;

-- Short notes about a volunteer, which the volunteer reads too. Nobody changes one: it is taken away.
create table volunteer_note (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  volunteer_id uuid not null,
  note text not null check (length(note) between 1 and 280),
  written_by uuid not null references person,
  written_at timestamptz not null,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id)
);
create index on volunteer_note (organisation_id, volunteer_id);
create index on volunteer_note (written_by);
alter table volunteer_note enable row level security;
alter table volunteer_note force row level security;
create policy own on volunteer_note for select using (
  organisation_id = (select app_organisation())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy make on volunteer_note for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR'
  and written_by = (select app_person()));
create policy own_delete on volunteer_note for delete using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy self on volunteer_note for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and volunteer_id in (select v.id from volunteer v where v.person_id = (select app_person())));
create policy worker on volunteer_note for select to vrijplaats_worker using (was_volunteer(volunteer_id));
create policy empty on volunteer_note for delete to vrijplaats_worker using (was_volunteer(volunteer_id));
create policy audit on volunteer_note for select to vrijplaats_audit using (true);
grant select, insert (organisation_id, volunteer_id, note, written_by, written_at), delete on volunteer_note to vrijplaats_app;
grant select (volunteer_id), delete on volunteer_note to vrijplaats_worker;
grant select (id) on volunteer_note to vrijplaats_audit;

-- Who calls says when they can, and the coordinator writes it down: under the same rules, and the volunteer hears it.
create policy say_for on volunteer_availability for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy take_back_for on volunteer_availability for delete using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy say_for on volunteer_away for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy take_back_for on volunteer_away for delete using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy say_for on volunteer_pause for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy change_for on volunteer_pause for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');

-- A paper that is seen once from now on loses its end, and gets it back when the organisation thinks again.
alter table credential add column former_until date;
grant update (former_until) on credential to vrijplaats_app;

-- Another tenant's id answers like none, and the attempt is noted: of every table of which the audit reads the id. A new
-- one needs the grant and the policy only. People are asked for by what they are, and history by its reader.
set role vrijplaats_audit;
create or replace function ids_that_exist(ids uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  place regclass;
begin
  for place in
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
      and c.relname not in ('person', 'history') and has_column_privilege(c.oid, a.attnum, 'select')
  loop
    return query execute format('select id from %s where id = any ($1)', place) using ids;
  end loop;
end
$$;
set role vrijplaats_owner;
