-- Somebody says yes between the report that a person leaves and the day itself. That match is looked at from its first moment, like
-- those that ran when it was reported: or after a release nobody would choose, and the name would stay readable (promise 3).
grant insert (organisation_id, facility_id, match_id, departure_id, created_at) on match_review to vrijplaats_keys;
create function is_looked_at_when_reported() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
begin
  perform set_config('app.role', 'MOVE', true);
  insert into match_review (organisation_id, facility_id, match_id, departure_id, created_at)
  select new.organisation_id, new.facility_id, new.id, d.id, new.created_at from departure d
  where d.facility_id = new.facility_id and d.detainee_id = new.detainee_id and d.moved_at is null and d.undone_at is null;
  if found then
    update match m set state = 'REVIEW' where m.id = new.id and m.state = 'ACTIVE';
  end if;
  perform set_config('app.role', coalesce(was, ''), true);
  return null;
end
$$;
create trigger is_looked_at_when_reported after insert on match for each row execute function is_looked_at_when_reported();
alter function is_looked_at_when_reported owner to vrijplaats_keys;
set role vrijplaats_keys;
revoke execute on function is_looked_at_when_reported from public;
set role vrijplaats_owner;
