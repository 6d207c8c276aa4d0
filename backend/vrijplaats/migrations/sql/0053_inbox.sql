-- A request goes back to everybody, or over to another organisation when both agree. While it is proposed to one, the
-- request itself says so: whoever locks its row sees it, so that nobody is invited meanwhile.
alter table visit_request no force row level security;
alter table visit_request add column proposed_to uuid references organisation;
alter table visit_request force row level security;
create index on visit_request (proposed_to) where proposed_to is not null;
-- what waits for nobody any more is proposed to nobody, whoever settled it; nor what waits at another prison by now
create function request_proposed_while_open() returns trigger language plpgsql as $$
begin
  if new.state <> 'OPEN' or new.facility_id <> old.facility_id then
    new.proposed_to := null;
  end if;
  return new;
end
$$;
create trigger request_proposed_while_open before update on visit_request
  for each row when (new.proposed_to is not null) execute function request_proposed_while_open();

create table hand_over (
  id uuid primary key default uuidv7(),
  -- who has the request and proposes
  organisation_id uuid not null references organisation,
  facility_id uuid not null references facility,
  request_id uuid not null,
  to_organisation_id uuid not null references organisation,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'OVER')),
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  foreign key (facility_id, request_id) references visit_request (facility_id, id) on update cascade,
  check (organisation_id <> to_organisation_id),
  check ((state = 'PROPOSED') = (answered_at is null)),
  check (expires_at > proposed_at)
);
create unique index hand_over_one_proposed on hand_over (request_id) where state = 'PROPOSED';
create index on hand_over (request_id);
create index on hand_over (to_organisation_id) where state = 'PROPOSED';
create index on hand_over (organisation_id);
create index hand_over_ends on hand_over (expires_at) where state = 'PROPOSED';
alter table hand_over enable row level security;
alter table hand_over force row level security;
create policy either_side on hand_over for select to vrijplaats_app using (
  (select app_role()) = 'COORDINATOR' and (select app_organisation()) in (organisation_id, to_organisation_id));
create policy propose on hand_over for insert to vrijplaats_app with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR' and state = 'PROPOSED');
create policy answer on hand_over for update to vrijplaats_app
  using ((select app_role()) = 'COORDINATOR' and (select app_organisation()) in (organisation_id, to_organisation_id)
    and state = 'PROPOSED')
  with check ((select app_role()) = 'COORDINATOR' and (
    organisation_id = (select app_organisation()) and state in ('PROPOSED', 'WITHDRAWN')
    or to_organisation_id = (select app_organisation()) and state in ('PROPOSED', 'ACCEPTED', 'DECLINED')));
create policy worker on hand_over for all to vrijplaats_worker using (true) with check (true);
grant select, insert (organisation_id, facility_id, request_id, to_organisation_id, proposed_at, expires_at),
  update (state, answered_at) on hand_over to vrijplaats_app;
grant select, update (state, answered_at) on hand_over to vrijplaats_worker;
grant update (proposed_to) on visit_request to vrijplaats_app;
grant update (proposed_to) on visit_request to vrijplaats_worker;

-- nobody proposes what is not theirs to give
create function hand_over_of_own_request() returns trigger language plpgsql as $$
begin
  if not exists (select from visit_request r where r.id = new.request_id and r.organisation_id = new.organisation_id
    and r.state = 'OPEN') then
    raise insufficient_privilege using message = 'not a request of this organisation';
  end if;
  return new;
end
$$;
create trigger hand_over_of_own_request before insert on hand_over
  for each row execute function hand_over_of_own_request();

-- who is asked to take it over sees what everybody would see of a request that is nobody's, and no name
create policy proposed on visit_request for select to vrijplaats_app using (
  (select app_role()) = 'COORDINATOR' and state = 'OPEN' and id in (select h.request_id from hand_over h
    where h.to_organisation_id = (select app_organisation()) and h.state = 'PROPOSED'));
-- they make it theirs, or let go of the proposal; it never becomes anybody else's by them
create policy proposed_change on visit_request for update to vrijplaats_app
  using ((select app_role()) = 'COORDINATOR' and state = 'OPEN' and proposed_to = (select app_organisation()))
  with check ((select app_role()) = 'COORDINATOR' and state = 'OPEN' and proposed_to is null
    and organisation_id in (select h.organisation_id from hand_over h
      where h.request_id = visit_request.id and h.to_organisation_id = (select app_organisation()) and h.state = 'PROPOSED'));
-- back to everybody
create policy hand_back on visit_request for update to vrijplaats_app
  using ((select app_role()) = 'COORDINATOR' and state = 'OPEN' and organisation_id = (select app_organisation())
    and proposed_to is null)
  with check ((select app_role()) = 'COORDINATOR' and state = 'OPEN' and organisation_id is null and claimed_by is null
    and proposed_to is null);
create policy hand_back on pool_entry for insert to vrijplaats_app with check (
  (select app_role()) = 'COORDINATOR' and facility_id in (select f.facility_id from organisation_facility f
    where f.organisation_id = (select app_organisation())));
-- the other side of a proposal hears of it, in the same transaction
create policy other_side on outbox for insert to vrijplaats_app with check (
  (select app_role()) = 'COORDINATOR' and (
    organisation_id in (select h.to_organisation_id from hand_over h where h.organisation_id = (select app_organisation()))
    or organisation_id in (select h.organisation_id from hand_over h where h.to_organisation_id = (select app_organisation()))));

-- Whom a request can be proposed to: who else works at that prison on that day. A coordinator learns it of the prisons
-- where their own organisation works, and of no other.
grant select (organisation_id, facility_id, active_from, active_until) on organisation_facility to vrijplaats_audit;
create policy audit on organisation_facility for select to vrijplaats_audit using (true);
set role vrijplaats_audit;
create function organisations_beside(prison uuid, on_day date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct f.organisation_id from organisation_facility f
  where app_role() = 'COORDINATOR' and f.facility_id = prison and f.organisation_id <> app_organisation()
    and f.active_from <= on_day and (f.active_until is null or f.active_until >= on_day)
    and exists (select from organisation_facility o where o.organisation_id = app_organisation()
      and o.facility_id = prison and o.active_from <= on_day and (o.active_until is null or o.active_until >= on_day))
$$;
revoke execute on function organisations_beside from public;
grant execute on function organisations_beside to vrijplaats_app;
set role vrijplaats_owner;
-- another organisation's proposal answers like none
grant select (id) on hand_over to vrijplaats_audit;
create policy audit on hand_over for select to vrijplaats_audit using (true);

-- A coordinator's names for sets of filters of the inbox: their own, in this organisation.
create table inbox_view (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  name text not null check (length(name) between 1 and 40),
  facility_code text check (length(facility_code) <= 60),
  language text check (length(language) <= 40),
  activity_kind text,
  whose text check (whose in ('MINE', 'OURS', 'EVERYONE')),
  standing text check (standing in ('NOT_ASKED', 'ASKED', 'NOBODY_COULD', 'PROPOSED')),
  waiting_days smallint check (waiting_days between 1 and 365),
  opens_first boolean not null default false,
  created_at timestamptz not null
);
create unique index inbox_view_name on inbox_view (organisation_id, person_id, lower(name));
create unique index inbox_view_first on inbox_view (organisation_id, person_id) where opens_first;
create index on inbox_view (person_id);
alter table inbox_view enable row level security;
alter table inbox_view force row level security;
create policy own on inbox_view for all to vrijplaats_app
  using ((select app_role()) = 'COORDINATOR' and person_id = (select app_person())
    and organisation_id = (select app_organisation()))
  with check ((select app_role()) = 'COORDINATOR' and person_id = (select app_person())
    and organisation_id = (select app_organisation()));
create policy self on inbox_view for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and person_id = (select app_person()));
create policy worker on inbox_view for all to vrijplaats_worker using (true) with check (true);
grant select, insert (organisation_id, person_id, name, facility_code, language, activity_kind, whose, standing, waiting_days,
  opens_first, created_at),
  update (name, facility_code, language, activity_kind, whose, standing, waiting_days, opens_first), delete
  on inbox_view to vrijplaats_app;
grant select, delete on inbox_view to vrijplaats_worker;
grant select (id) on inbox_view to vrijplaats_audit;
create policy audit on inbox_view for select to vrijplaats_audit using (true);

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
  union all select id from call_request where id = any (ids)
  union all select id from correction where id = any (ids)
  union all select id from credential where id = any (ids)
  union all select id from admission where id = any (ids)
  union all select id from hand_over where id = any (ids)
  union all select id from inbox_view where id = any (ids)
$$;
set role vrijplaats_owner;
