-- Volunteers out of an organisation's own spreadsheet. Whoever is in it becomes a person with a membership and a file, and
-- has no way in: the address stays with the organisation until they say yes to an invitation themselves
-- (docs/decisions/0072). So an import tells nobody who takes part elsewhere, and a wrong address lets nobody in.
create table imported_contact (
  volunteer_id uuid primary key,
  organisation_id uuid not null,
  email text check (email ~ '^[\x21-\x7e]+@[\x21-\x7e]+$' and length(email) <= 254),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- by which a later file knows them again, also when they changed their address: keyed, and of this organisation only
  email_mark bytea check (length(email_mark) = 32),
  name_mark bytea check (length(name_mark) = 32),
  -- of the name alone: who joined under another one is still known at their address
  called_mark bytea check (length(called_mark) = 32),
  -- they took it over: from then on how to reach them is their own
  joined_at timestamptz check (joined_at is null or (email is null and phone is null)),
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id)
);
-- one address is one person's: who says yes at it can only be them. At the end of a transaction, so that a file may give
-- two people each other's.
alter table imported_contact add constraint imported_contact_address
  exclude using btree (organisation_id with =, lower(email) with =) where (joined_at is null)
  deferrable initially deferred;
alter table imported_contact enable row level security;
alter table imported_contact force row level security;
create policy own on imported_contact for select using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy make on imported_contact for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on imported_contact for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
create policy self on imported_contact for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and volunteer_id in (select v.id from volunteer v where v.person_id = (select app_person())));
create policy empty on imported_contact for delete to vrijplaats_worker using (was_volunteer(volunteer_id));
create policy worker on imported_contact for select to vrijplaats_worker using (was_volunteer(volunteer_id));
grant select, insert (volunteer_id, organisation_id, email, phone, email_mark, name_mark, called_mark),
  update (email, phone, email_mark, name_mark, called_mark)
  on imported_contact to vrijplaats_app;
grant select (volunteer_id), delete on imported_contact to vrijplaats_worker;

-- Which column of a spreadsheet is what, as the organisation said it the last time. A heading is kept as a keyed mark.
create table import_columns (
  organisation_id uuid primary key references organisation,
  columns jsonb not null check (jsonb_typeof(columns) = 'object'),
  changed_by uuid not null references person,
  changed_at timestamptz not null
);
create index on import_columns (changed_by);
alter table import_columns enable row level security;
alter table import_columns force row level security;
create policy own on import_columns for select using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy make on import_columns for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on import_columns for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
grant select, insert, update (columns, changed_by, changed_at) on import_columns to vrijplaats_app;

grant insert (valid_from, valid_until, decided_on) on admission to vrijplaats_app;

-- New people only, each a volunteer of the coordinator's own organisation and nothing else, with a file: nobody who is here
-- already can be made a member of anything by it.
grant insert (id, display_name, locale) on person to vrijplaats_keys;
grant insert (person_id, role, organisation_id), select (id, person_id, role, organisation_id), update (ended_at)
  on membership to vrijplaats_keys;
grant insert (id, organisation_id, person_id, status, status_since, gender, place, latitude, longitude, languages, kinds, capacity)
  on volunteer to vrijplaats_keys;
create policy imported on person for insert to vrijplaats_keys with check (true);
create policy imported on membership for insert to vrijplaats_keys with check (true);
create policy taken_over on membership for update to vrijplaats_keys using (true) with check (true);
create function make_imported(people jsonb, language text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  organisation uuid := app_organisation();
begin
  if app_role() is distinct from 'COORDINATOR' or organisation is null then
    raise insufficient_privilege using message = 'only a coordinator takes people in';
  end if;
  insert into person (id, display_name, locale)
  select each.person, each.name, language from jsonb_to_recordset(people) each (person uuid, name text);
  insert into membership (person_id, role, organisation_id)
  select each.person, 'VOLUNTEER', organisation from jsonb_to_recordset(people) each (person uuid);
  insert into volunteer (id, organisation_id, person_id, status, status_since, gender, place, latitude, longitude, languages,
    little_languages, kinds, activity_denominations, capacity)
  select each.file, organisation, each.person, each.status, each.since, each.gender, each.place, each.latitude,
    each.longitude, each.languages, each.little_languages, each.kinds, each.activity_denominations,
    each.capacity
  from jsonb_to_recordset(people) each (file uuid, person uuid, status text, since date, gender text, place text,
    latitude double precision, longitude double precision, languages text[], little_languages text[], kinds text[],
    activity_denominations text[], capacity smallint);
end
$$;
comment on function make_imported is 'New people with a membership and a file of the coordinator''s organisation, and no way in.';

-- Whoever says yes to an invitation that was sent to the address of an imported file, takes that file over: the same
-- dates, papers and admissions, and no second file beside it. People share an address, so the invitation says of which
-- file it is; one that somebody made by hand has to say a name that is theirs.
grant select (id, organisation_id, person_id), update (person_id) on volunteer to vrijplaats_keys;
grant select, update (email, phone, joined_at) on imported_contact to vrijplaats_keys;
alter table invitation add column volunteer_id uuid,
  add foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id);
create index on invitation (volunteer_id);
grant insert (volunteer_id) on invitation to vrijplaats_app;
grant select (role, organisation_id, email, display_name, volunteer_id, accepted_by, link_id, shown_id) on invitation
  to vrijplaats_keys;
grant select (id, display_name) on person to vrijplaats_keys;
create policy taken_over on person for select to vrijplaats_keys using (true);
create policy taken_over on volunteer for all to vrijplaats_keys using (true) with check (true);
create policy taken_over on imported_contact for all to vrijplaats_keys using (true) with check (true);
create policy taken_over on invitation for select to vrijplaats_keys using (true);
create function take_over_imported(at timestamptz) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  who uuid := app_person();
  where_to uuid;
  address text;
  invited uuid;
  words text[];
  file uuid;
  former uuid;
begin
  select i.organisation_id, i.email, i.volunteer_id, string_to_array(lower(i.display_name), ' ')
  into where_to, address, invited, words from invitation i
  where app_ticket() in (i.link_id, i.shown_id) and i.role = 'VOLUNTEER' and i.accepted_by = who and i.email is not null;
  if not found or exists (select from volunteer v where v.organisation_id = where_to and v.person_id = who) then
    return null;
  end if;
  select c.volunteer_id, v.person_id into file, former
  from imported_contact c join volunteer v on v.id = c.volunteer_id join person p on p.id = v.person_id
  where c.organisation_id = where_to and lower(c.email) = lower(address) and c.joined_at is null
    and case when invited is not null then c.volunteer_id = invited
      else words <@ string_to_array(lower(p.display_name), ' ') or string_to_array(lower(p.display_name), ' ') <@ words end
  for update of c;
  if not found then
    return null;
  end if;
  update volunteer set person_id = who where id = file;
  update membership set ended_at = at
  where person_id = former and organisation_id = where_to and role = 'VOLUNTEER' and ended_at is null;
  update imported_contact set email = null, phone = null, joined_at = at where volunteer_id = file;
  return file;
end
$$;
comment on function take_over_imported is 'Gives who accepts the invitation of this transaction the file their organisation imported for that address.';
alter function make_imported owner to vrijplaats_keys;
alter function take_over_imported owner to vrijplaats_keys;
set role vrijplaats_keys;
revoke execute on function make_imported, take_over_imported from public;
grant execute on function make_imported, take_over_imported to vrijplaats_app;
set role vrijplaats_owner;
