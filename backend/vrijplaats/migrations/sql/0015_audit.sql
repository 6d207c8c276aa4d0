-- What the audit may know: that an id exists somewhere, and who read which sealed name. Never what the id stands for.
grant select (id) on visit_request, offer, match, visit, volunteer, notice, organisation, facility, detainee to vrijplaats_audit;
do $$
declare
  name text;
begin
  foreach name in array array['visit_request', 'offer', 'match', 'visit', 'volunteer', 'notice', 'detainee'] loop
    execute format('create policy audit on %I for select to vrijplaats_audit using (true)', name);
  end loop;
end
$$;

create function ids_that_exist(ids uuid[]) returns setof uuid
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
$$;
comment on function ids_that_exist is 'For the history only, after the answer has left: whether an id that was not found is somebody else''s.';
alter function ids_that_exist owner to vrijplaats_audit;

-- colleagues and the operator read that somebody tried another tenant's id; who tried learns nothing from it
create policy not_by_who_tried on history as restrictive for select to vrijplaats_app
  using (verb <> 'access.foreign_id' or person_id is distinct from (select app_person()));

set role vrijplaats_audit;
revoke execute on function ids_that_exist from public;
grant execute on function ids_that_exist to vrijplaats_app;
set role vrijplaats_owner;
