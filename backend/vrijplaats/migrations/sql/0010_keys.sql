-- Keys of sealed names: a table and a role of their own, reached through three functions only. Erasing a person is
-- destroying the key.
create table facility_key (
  facility_id uuid primary key references facility,
  wrapped bytea not null,
  version smallint not null default 1
);
create table detainee_key (
  detainee_id uuid primary key references detainee,
  facility_id uuid not null references facility,
  wrapped bytea not null
);
grant select on detainee_identity, visit_request, match, organisation_facility to vrijplaats_keys;

create function put_facility_key(facility uuid, wrapped_key bytea) returns bytea
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  kept bytea;
begin
  if facility is distinct from app_facility() or app_role() is distinct from 'STAFF' then
    raise insufficient_privilege using message = 'not this facility';
  end if;
  insert into facility_key (facility_id, wrapped) values (facility, wrapped_key) on conflict do nothing;
  select wrapped into kept from facility_key where facility_id = facility;
  return kept;
end
$$;
comment on function put_facility_key is 'Keeps the first wrapped key offered for the own facility and returns the one that is kept.';

create function put_detainee_key(detainee uuid, wrapped_key bytea) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into detainee_key (detainee_id, facility_id, wrapped)
  select i.detainee_id, i.facility_id, wrapped_key from detainee_identity i
  where i.detainee_id = detainee and i.facility_id = app_facility() and app_role() = 'STAFF';
  if not found then
    raise insufficient_privilege using message = 'not this detainee';
  end if;
end
$$;
comment on function put_detainee_key is 'Keeps the wrapped key of a detainee of the own facility whose sealed identity was just written.';

-- the policies of detainee_identity decide: who may not read the sealed name gets no key either
create function read_identity_keys(detainees uuid[])
  returns table (detainee_id uuid, facility_id uuid, facility_wrapped bytea, detainee_wrapped bytea)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select d.detainee_id, d.facility_id, f.wrapped, d.wrapped
  from detainee_key d
  join facility_key f on f.facility_id = d.facility_id
  join detainee_identity i on i.detainee_id = d.detainee_id
  where d.detainee_id = any (detainees)
$$;

create function erase_detainee_key(detainee uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from detainee_key k
  where k.detainee_id = detainee and k.facility_id = app_facility() and app_role() = 'STAFF';
  return found;
end
$$;

alter table facility_key enable row level security;
alter table facility_key force row level security;
alter table detainee_key enable row level security;
alter table detainee_key force row level security;
create policy readers on facility_key for select to vrijplaats_keys using (
  facility_id = (select app_facility()) or facility_id in (select i.facility_id from detainee_identity i));
create policy own on facility_key for insert to vrijplaats_keys with check (facility_id = (select app_facility()));
create policy readers on detainee_key for select to vrijplaats_keys using (
  detainee_id in (select i.detainee_id from detainee_identity i));
create policy own on detainee_key for insert to vrijplaats_keys with check (facility_id = (select app_facility()));
create policy erase on detainee_key for delete to vrijplaats_keys using (facility_id = (select app_facility()));

alter table facility_key owner to vrijplaats_keys;
alter table detainee_key owner to vrijplaats_keys;
alter function put_facility_key owner to vrijplaats_keys;
alter function put_detainee_key owner to vrijplaats_keys;
alter function read_identity_keys owner to vrijplaats_keys;
alter function erase_detainee_key owner to vrijplaats_keys;
