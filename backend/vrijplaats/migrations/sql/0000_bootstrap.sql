-- Roles, ownership and the one extension. Run by a superuser, again at every start; changes nothing the second time.
-- The login roles are the restricted ones themselves: a forgotten setting shows nothing (docs/decisions, tenancy).
do $$
declare
  name text;
begin
  foreach name in array array['vrijplaats_owner', 'vrijplaats_keys'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin nosuperuser nobypassrls noinherit', name);
    end if;
  end loop;
  foreach name in array array['vrijplaats_migrator', 'vrijplaats_app', 'vrijplaats_worker', 'vrijplaats_reports', 'vrijplaats_audit'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login nosuperuser nobypassrls noinherit', name);
    end if;
  end loop;
  -- set role only, nothing inherited: the migrator owns nothing until it says so
  grant vrijplaats_owner to vrijplaats_migrator with inherit false, set true;
  grant vrijplaats_keys, vrijplaats_reports, vrijplaats_audit to vrijplaats_owner with inherit false, set true;
  execute format('alter database %I owner to vrijplaats_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to vrijplaats_migrator, vrijplaats_app, vrijplaats_worker, vrijplaats_reports, vrijplaats_audit', current_database());
  execute format('alter database %I set timezone to ''UTC''', current_database());
end
$$;
create extension if not exists btree_gist;
alter schema public owner to vrijplaats_owner;
revoke all on schema public from public;
-- create is needed to hand a function to these roles; they cannot log in with it or have no insert anywhere
grant usage, create on schema public to vrijplaats_keys, vrijplaats_reports, vrijplaats_audit;
grant usage on schema public to vrijplaats_app, vrijplaats_worker;
