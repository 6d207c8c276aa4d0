-- After a release two people meet outside. Such a visit is the volunteer's and the organisation's: it is at no gate, takes no
-- room and no place in a visiting slot, has no regime, and no prison reads that there is one. Where they meet is not kept.
alter table presence add column outside boolean not null default false;
alter table presence add check (not outside or room_id is null and not private_room);
alter table visit add column outside boolean not null default false;
alter table visit add check (not outside or slot_place_id is null and state <> 'PROPOSED' and regime = 'UNKNOWN'
  and planned_setting = 'OUTSIDE' and confirmed_by is null and cancel_side is distinct from 'FACILITY');

alter policy own on presence using (
  organisation_id = (select app_organisation()) or facility_id = (select app_facility()) and not outside
  or person_id = (select app_person()));
alter policy own_change on presence
  using (organisation_id = (select app_organisation()) or facility_id = (select app_facility()) and not outside)
  with check (organisation_id = (select app_organisation()) or facility_id = (select app_facility()) and not outside);
alter policy own on visit using (
  organisation_id = (select app_organisation()) or facility_id = (select app_facility()) and not outside);
alter policy own_change on visit
  using (organisation_id = (select app_organisation()) or facility_id = (select app_facility()) and not outside)
  with check (organisation_id = (select app_organisation()) or facility_id = (select app_facility()) and not outside);

create function outside_after_release() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if not exists (select from presence p join match m on m.id = new.match_id
    where p.id = new.presence_id and p.outside = new.outside
      and (not new.outside or m.outside_until >= (p.starts_at at time zone 'Europe/Amsterdam')::date)) then
    raise insufficient_privilege using message = 'outside is for after a release, until half a year has passed';
  end if;
  return new;
end
$$;
revoke execute on function outside_after_release from public;
create trigger outside_after_release before insert or update of presence_id on visit
  for each row execute function outside_after_release();

-- that the half year is nearly over is said once, also when the clock did not come by on the very day
alter table match add column nearly_told_on date;
grant update (nearly_told_on) on match to vrijplaats_worker;

-- It is chosen from the report on; on the day the worker does it.
grant update (outside_until) on match to vrijplaats_worker;
grant update (claimed_by, claimed_at) on visit_request to vrijplaats_worker;
create policy lightens on match_review for select to vrijplaats_owner using ((select app_role()) = 'MOVE');
create function lighten_after_hand_over(handed uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
begin
  perform set_config('app.role', 'MOVE', true);
  update volunteer v set carrying = v.carrying - 1 from match m
  where m.id = handed and m.state = 'REVIEW' and v.id = m.volunteer_id and v.carrying > 0
    and exists (select from match_review r where r.match_id = m.id and r.choice = 'HAND_OVER');
  perform set_config('app.role', coalesce(was, ''), true);
end
$$;
revoke execute on function lighten_after_hand_over from public;
grant execute on function lighten_after_hand_over to vrijplaats_worker;
comment on function lighten_after_hand_over is 'Whoever hands a match over has room for somebody else from the day on; the worker changes nothing of a volunteer itself.';
