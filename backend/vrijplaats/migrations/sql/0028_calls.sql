-- "Bel mij": a volunteer asks the coordinators of the organisation to call. How soon, and never what about: no text.
create table call_request (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  volunteer_id uuid not null,
  urgency text not null check (urgency in ('TODAY', 'THIS_WEEK')),
  asked_at timestamptz not null,
  -- since when it cannot wait until tomorrow: asking again may make it so
  urgent_since timestamptz,
  -- when the other coordinators were reminded, which happens once
  reminded_at timestamptz,
  -- who said "I call", so that not two of them do
  taken_by uuid references person,
  taken_at timestamptz,
  called_by uuid references person,
  called_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  check ((urgency = 'TODAY') = (urgent_since is not null)),
  check ((taken_by is null) = (taken_at is null)),
  check ((called_by is null) = (called_at is null)),
  check (called_at is null or withdrawn_at is null)
);
-- asking again never doubles
create unique index call_request_open_once on call_request (organisation_id, volunteer_id)
  where called_at is null and withdrawn_at is null;
create index on call_request (organisation_id, called_at);
create index on call_request (urgent_since) where called_at is null and withdrawn_at is null and reminded_at is null;

alter table call_request enable row level security;
alter table call_request force row level security;
create policy own on call_request for select using (
  organisation_id = (select app_organisation())
  and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())));
create policy ask on call_request for insert with check (
  organisation_id = (select app_organisation()) and volunteer_id = (select app_volunteer()));
create policy own_change on call_request for update
  using (organisation_id = (select app_organisation())
    and ((select app_role()) = 'COORDINATOR' or volunteer_id = (select app_volunteer())))
  with check (organisation_id = (select app_organisation()));
create policy worker on call_request for all to vrijplaats_worker using (true) with check (true);
grant select, insert (organisation_id, volunteer_id, urgency, asked_at, urgent_since),
  update (urgency, urgent_since, reminded_at, taken_by, taken_at, called_by, called_at, withdrawn_at)
  on call_request to vrijplaats_app;
grant select, update (reminded_at), delete on call_request to vrijplaats_worker;

-- one more kind of news that one may rather not be woken for
alter table push_preference drop constraint push_preference_muted_check;
alter table push_preference add constraint push_preference_muted_check
  check (muted <@ array['INVITATIONS', 'VISITS', 'REMINDERS', 'REQUESTS', 'ANSWERS', 'CALLS'] and cardinality(muted) <= 6);

-- a visit that moves takes another time: it stays the same visit, in calendars too
grant update (presence_id) on visit to vrijplaats_app;

-- another organisation's question answers like none, and the attempt is noted
grant select (id) on call_request to vrijplaats_audit;
create policy audit on call_request for select to vrijplaats_audit using (true);
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
$$;
set role vrijplaats_owner;
