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
    and exists (select from match_review r where r.match_id = m.id and r.choice in ('HAND_OVER', 'HAND_BACK'));
  perform set_config('app.role', coalesce(was, ''), true);
end
$$;
revoke execute on function lighten_after_hand_over from public;
grant execute on function lighten_after_hand_over to vrijplaats_worker;
comment on function lighten_after_hand_over is 'Whoever hands a match over has room for somebody else from the day on; the worker changes nothing of a volunteer itself.';

-- What goes on outside is no prison's business: it does not read who opens the name of somebody who was released.
set role vrijplaats_audit;
create or replace function own_part(verb text) returns text
  language sql stable set search_path = public, pg_temp
as $$
  select case app_role()
    when 'OPERATOR' then format('select h.* from history h where h.verb = %L', verb)
    when 'COORDINATOR' then format('select h.* from history h where h.verb = %L and h.organisation_id = app_organisation()', verb)
    when 'STAFF' then case when verb = 'identity.read' then
        'select h.* from (select h.* from history h where h.verb = ''identity.read'' and h.facility_id = app_facility()'
        ' union all select h.* from history h where h.verb = ''identity.read'' and h.facility_id is null'
        ' and h.subject ->> ''detainee'' in (select o.id::text from detainee o where o.facility_id = app_facility())) h'
        ' where not exists (select from departure x where x.facility_id = app_facility() and x.kind = ''RELEASE'''
        ' and x.undone_at is null and x.detainee_id = (h.subject ->> ''detainee'')::uuid and h.at >= x.moved_at)'
      else format('select h.* from history h where h.verb = %L and h.facility_id = app_facility()', verb) end
    else 'select h.* from history h where false' end
$$;
set role vrijplaats_owner;
grant select (facility_id, detainee_id, kind, moved_at, undone_at) on departure to vrijplaats_audit;

-- A name that its prison erases after a release is gone for the prison at once, whether anybody is still visited outside or
-- not. Only who meets them outside keeps the first name until that ends: then the key is destroyed, in the same transaction.
-- Of an erased name nothing else is kept, and no coordinator and no prison reads what is.
alter table detainee_identity alter column family_name drop not null;
alter table detainee_identity add check (family_name is not null or wing is null);
grant update (family_name, wing) on detainee_identity to vrijplaats_keys;
drop policy facility on detainee_identity;
create policy facility on detainee_identity for select using (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF' and left_at is null and family_name is not null);
drop policy coordinator on detainee_identity;
create policy coordinator on detainee_identity for select using (
  (select app_role()) = 'COORDINATOR' and family_name is not null and (
    detainee_id in (select r.detainee_id from visit_request r
      where r.organisation_id = (select app_organisation()) and r.state in ('OPEN', 'OFFERED', 'MATCHED'))
    or detainee_id in (select m.detainee_id from match m
      where m.organisation_id = (select app_organisation()) and m.state <> 'ENDED')));
set role vrijplaats_keys;
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
create function forget_who_was_erased() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
begin
  perform set_config('app.role', 'MOVE', true);
  delete from detainee_key k using detainee d
  where k.facility_id = new.facility_id and k.detainee_id = new.detainee_id and d.id = k.detainee_id and d.erased_at is not null
    and not exists (select from match m where m.facility_id = k.facility_id and m.detainee_id = k.detainee_id and m.state <> 'ENDED');
  perform set_config('app.role', coalesce(was, ''), true);
  return null;
end
$$;
revoke execute on function forget_who_was_erased from public;
-- when the transaction is over: who takes over goes on with the name
create constraint trigger forget_who_was_erased after update of state on match deferrable initially deferred
  for each row when (new.state = 'ENDED') execute function forget_who_was_erased();
alter function forget_who_was_erased owner to vrijplaats_keys;
