-- Somebody else's membership, invitation or recovery is a tenant's too: who tries its id is noted, as with a match or a visit.
grant select (id) on invitation, recovery to vrijplaats_audit;
create policy audit on invitation for select to vrijplaats_audit using (true);
create policy audit on recovery for select to vrijplaats_audit using (true);

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
$$;
set role vrijplaats_owner;
