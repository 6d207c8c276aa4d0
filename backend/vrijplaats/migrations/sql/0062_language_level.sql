-- How well somebody speaks a language, as an organisation knows it: well, or a little (docs/decisions/0066). What is spoken
-- a little is spoken: it stands among the languages too, and whatever only asks who speaks one goes on as before.
alter table volunteer add column little_languages text[] not null default '{}' check (little_languages <@ languages);
grant update (little_languages) on volunteer to vrijplaats_app, vrijplaats_worker;
grant insert (little_languages) on volunteer to vrijplaats_keys;

-- how much it matters, as the other weights
alter table matching_weight add column fluency smallint not null default 2 check (fluency between 0 and 3);

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
    little_languages, kinds, capacity)
  select each.file, organisation, each.person, each.status, each.since, each.gender, each.place, each.latitude,
    each.longitude, each.languages, each.little_languages, each.kinds, each.capacity
  from jsonb_to_recordset(people) each (file uuid, person uuid, status text, since date, gender text, place text,
    latitude double precision, longitude double precision, languages text[], little_languages text[], kinds text[],
    capacity smallint);
end
$$;
set role vrijplaats_owner;
