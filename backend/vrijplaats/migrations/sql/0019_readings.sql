-- Who read which name, for those whose part it is; and erasing somebody for good.

-- Readings carry the prison of whom was read about, in the chain of the organisation that read: the policies of history
-- then show the prison that row and no other of the organisation's. What was written before stays as it was hashed.
create index history_readings on history (at desc, id desc) where verb = 'identity.read';
create index history_readings_organisation on history (organisation_id, at desc, id desc) where verb = 'identity.read';
create index history_readings_facility on history (facility_id, at desc, id desc) where verb = 'identity.read';
-- readings by organisations from before this migration: they are found by whom was read about
create index history_readings_older on history ((subject ->> 'detainee')) where verb = 'identity.read' and facility_id is null;
create index history_attempts on history (at desc, id desc) where verb = 'access.foreign_id';

-- what the list is made of: a reader's display name, a pseudonym and a prison; never a sealed name
grant select (id, display_name) on person to vrijplaats_audit;
grant select (facility_id, pseudonym) on detainee to vrijplaats_audit;
grant select (name) on organisation, facility to vrijplaats_audit;
create policy audit on person for select to vrijplaats_audit using (true);

create function own_part(verb text) returns text
  language sql stable set search_path = public, pg_temp
as $$
  select case app_role()
    when 'OPERATOR' then format('select h.* from history h where h.verb = %L', verb)
    when 'COORDINATOR' then format('select h.* from history h where h.verb = %L and h.organisation_id = app_organisation()', verb)
    when 'STAFF' then format('select h.* from history h where h.verb = %L and h.facility_id = app_facility()', verb)
      || case when verb = 'identity.read' then
        ' union all select h.* from history h where h.verb = ''identity.read'' and h.facility_id is null'
        ' and h.subject ->> ''detainee'' in (select o.id::text from detainee o where o.facility_id = app_facility())'
        else '' end
    else 'select h.* from history h where false' end
$$;
comment on function own_part is 'Which rows of the history are the actor''s part of an audit: all of the operator''s, those of the own organisation, those about the own prison. Only used inside the two functions below.';

create function name_readings(since timestamptz, until timestamptz, wanted text, last_at timestamptz, last_id uuid, most integer)
  returns table (id uuid, at timestamptz, reader text, role text, organisation text, facility text, detainee_id uuid,
    pseudonym text, purpose text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query execute format($q$
    select h.id, h.at, p.display_name, h.role, o.name, f.name, d.id, d.pseudonym, h.subject ->> 'purpose'
    from (%s) h
    join detainee d on d.id = (h.subject ->> 'detainee')::uuid
    join facility f on f.id = d.facility_id
    left join person p on p.id = h.person_id
    left join organisation o on o.id = h.organisation_id
    where h.at >= $1 and h.at < $2
      and ($3 is null or position(lower($3) in lower(p.display_name)) > 0 or position(lower($3) in lower(d.pseudonym)) > 0)
      and ($4 is null or (h.at, h.id) < ($4, $5))
    order by h.at desc, h.id desc limit $6 $q$, own_part('identity.read'))
  using since, until, wanted, last_at, last_id, most;
end
$$;
create function count_name_readings(since timestamptz, until timestamptz, wanted text) returns bigint
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  total bigint;
begin
  if wanted is null then
    execute format('select count(*) from (%s) h where h.at >= $1 and h.at < $2', own_part('identity.read')) into total using since, until;
  else
    execute format($q$
      select count(*) from (%s) h
      join detainee d on d.id = (h.subject ->> 'detainee')::uuid
      left join person p on p.id = h.person_id
      where h.at >= $1 and h.at < $2
        and (position(lower($3) in lower(p.display_name)) > 0 or position(lower($3) in lower(d.pseudonym)) > 0)
      $q$, own_part('identity.read')) into total using since, until, wanted;
  end if;
  return total;
end
$$;
-- Who asked for an id of another tenant. It names the question that was asked and never the id; not to who tried.
create function foreign_attempts(since timestamptz, until timestamptz, most integer)
  returns table (id uuid, at timestamptz, person text, role text, organisation text, facility text, operation text)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query execute format($q$
    select h.id, h.at, p.display_name, h.role, o.name, f.name, h.subject ->> 'operation'
    from (%s) h
    left join person p on p.id = h.person_id
    left join organisation o on o.id = h.organisation_id
    left join facility f on f.id = h.facility_id
    where h.at >= $1 and h.at < $2 and h.person_id is distinct from app_person()
    order by h.at desc, h.id desc limit $3 $q$, own_part('access.foreign_id'))
  using since, until, most;
end
$$;
alter function own_part owner to vrijplaats_audit;
alter function name_readings owner to vrijplaats_audit;
alter function count_name_readings owner to vrijplaats_audit;
alter function foreign_attempts owner to vrijplaats_audit;
set role vrijplaats_audit;
revoke execute on function own_part, name_readings, count_name_readings, foreign_attempts from public;
grant execute on function name_readings, count_name_readings, foreign_attempts to vrijplaats_app;
set role vrijplaats_owner;

-- Erasing: the key goes, what recognises the same person goes, and the free text of their wishes goes.
alter table detainee alter column fingerprint drop not null;
alter table detainee add column erased_at timestamptz;
alter table detainee add check (erased_at is null or fingerprint is null);
grant select (id, facility_id, erased_at), update (fingerprint, erased_at) on detainee to vrijplaats_keys;
grant update (note) on visit_request to vrijplaats_keys;
create policy erase on detainee for update to vrijplaats_keys
  using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF')
  with check (facility_id = (select app_facility()));

create function hold_detainee(who uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform from detainee d where d.id = who and d.facility_id = app_facility() and d.erased_at is null for key share;
  return found;
end
$$;
comment on function hold_detainee is 'Whether somebody of the own facility has a name; until the transaction is over nobody erases it.';
create function erase_detainee(who uuid, moment timestamptz) returns boolean
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
  delete from detainee_key k where k.detainee_id = who and k.facility_id = app_facility();
  update visit_request r set note = null where r.detainee_id = who and r.facility_id = app_facility() and r.note is not null;
  return true;
end
$$;
comment on function erase_detainee is 'Destroys the key of somebody of the own facility and what recognises them; false when there is nothing to erase.';
alter function hold_detainee owner to vrijplaats_keys;
alter function erase_detainee owner to vrijplaats_keys;
set role vrijplaats_keys;
drop function erase_detainee_key(uuid);
revoke execute on function hold_detainee, erase_detainee from public;
grant execute on function hold_detainee, erase_detainee to vrijplaats_app;
set role vrijplaats_owner;
