-- How well somebody speaks a language, as an organisation knows it: well, or a little (docs/decisions/0066). What is spoken
-- a little is spoken: it stands among the languages too, and whatever only asks who speaks one goes on as before.
alter table volunteer add column little_languages text[] not null default '{}' check (little_languages <@ languages);
grant update (little_languages) on volunteer to vrijplaats_app, vrijplaats_worker;
grant insert (little_languages) on volunteer to vrijplaats_keys;

-- how much it matters, as the other weights
alter table matching_weight add column fluency smallint not null default 2 check (fluency between 0 and 3);

-- A chaplaincy activity may have a denomination, a person has none (docs/decisions/0067). A request says it only when the
-- person asks for it; a volunteer's file, of which chaplaincy they help with.
alter table visit_request add column activity_denomination text
    check (activity_denomination in ('CATHOLIC', 'PROTESTANT', 'HUMANIST', 'JEWISH', 'MUSLIM', 'BUDDHIST', 'HINDU')),
  add check (activity_denomination is null or activity_kind = 'CHAPLAINCY');
alter table volunteer add column activity_denominations text[] not null default '{}' check (activity_denominations
    <@ array['CATHOLIC', 'PROTESTANT', 'HUMANIST', 'JEWISH', 'MUSLIM', 'BUDDHIST', 'HINDU']),
  add check (activity_denominations = '{}' or 'CHAPLAINCY' = any (kinds));
grant update (activity_denominations) on volunteer to vrijplaats_app, vrijplaats_worker;
grant insert (activity_denominations) on volunteer to vrijplaats_keys;
grant update (activity_denomination) on visit_request to vrijplaats_keys;
-- It goes when the wish is over. Of who was reported as gone that may be taken back for a week: there it goes after that week,
-- or with the name.
create function forget_wish_of_activity() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
begin
  new.activity_denomination := null;
  return new;
end
$$;
create trigger forget_wish_of_activity before update on visit_request for each row
  when (new.activity_denomination is not null and (new.state = 'CLOSED'
    or new.state = 'WITHDRAWN' and new.end_reason is distinct from 'RELEASED' and new.end_reason is distinct from 'TRANSFERRED'))
  execute function forget_wish_of_activity();

set role vrijplaats_keys;
create or replace function make_imported(people jsonb, language text) returns void
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
create or replace function departures_forgotten(before timestamptz) returns integer
  language plpgsql set search_path = public, pg_temp
as $$
declare
  forgotten integer;
begin
  delete from detainee_key k using departure d
  where d.detainee_id = k.detainee_id and d.kind = 'TRANSFER' and d.moved_at < before and d.undone_at is null;
  update visit_request r set activity_denomination = null
  where r.activity_denomination is not null and r.state = 'WITHDRAWN' and r.ended_at < before;
  delete from departure_key k using departure d where d.id = k.departure_id and d.moved_at < before;
  get diagnostics forgotten = row_count;
  return forgotten;
end
$$;
create or replace function erase_detainee(who uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if app_role() is distinct from 'STAFF' then
    return false;
  end if;
  update detainee d set fingerprint = null, erased_at = moment
  where d.id = who and d.facility_id = app_facility() and d.erased_at is null;
  if not found then
    return false;
  end if;
  -- who has left is not the staff's to see any more, and the key is not either
  perform set_config('app.role', 'MOVE', true);
  update detainee_identity i set family_name = null, wing = null where i.detainee_id = who and i.facility_id = app_facility();
  delete from detainee_key k where k.detainee_id = who and k.facility_id = app_facility()
    and not exists (select from match m where m.facility_id = k.facility_id and m.detainee_id = who and m.state <> 'ENDED');
  delete from departure_key k where k.detainee_id = who and k.facility_id = app_facility();
  update departure d set to_place = null where d.detainee_id = who and d.facility_id = app_facility() and d.to_place is not null;
  update visit_request r set note = null, activity_denomination = null where r.detainee_id = who
    and r.facility_id = app_facility() and (r.note is not null or r.activity_denomination is not null);
  perform set_config('app.role', 'STAFF', true);
  return true;
end
$$;
set role vrijplaats_owner;
