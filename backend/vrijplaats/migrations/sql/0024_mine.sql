-- What a volunteer has of their own on the phone: papers with somebody to call, a calendar to subscribe to.

-- a volunteer may call their coordinator: the number the coordinator filled in for that, which may be none
create policy coordinator_to_call on person_contact for select using (
  (select app_role()) = 'VOLUNTEER'
  and person_id in (select m.person_id from membership m
    where m.organisation_id = (select app_organisation()) and m.role = 'COORDINATOR' and m.ended_at is null));

-- a calendar that programs fetch without a session: the secret in its address is made from the id (core.tickets) and
-- stands nowhere; taking the row away ends it
create table calendar_feed (
  id uuid primary key default uuidv7(),
  person_id uuid not null unique references person,
  created_at timestamptz not null,
  -- the day only: when somebody's calendar looks is nobody's business
  fetched_on date
);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy own on calendar_feed for all
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
create policy by_ticket on calendar_feed for select using (id = (select app_ticket()));
create policy fetched on calendar_feed for update
  using (id = (select app_ticket())) with check (id = (select app_ticket()));
grant select, insert (person_id, created_at), update (fetched_on), delete on calendar_feed to vrijplaats_app;

-- how often a visit changed, which calendars compare: counted here, so that no way of changing one is forgotten
alter table visit add column revision integer not null default 0 check (revision >= 0);
grant update (revision) on visit to vrijplaats_app;
create function visit_revised() returns trigger language plpgsql as $$
begin
  new.revision := greatest(new.revision, old.revision + 1);
  return new;
end
$$;
create trigger visit_revised before update on visit for each row when (old is distinct from new)
  execute function visit_revised();
create function presence_revised() returns trigger language plpgsql as $$
begin
  update visit set revision = revision + 1 where presence_id = new.id and organisation_id = new.organisation_id;
  return null;
end
$$;
create trigger presence_revised after update of starts_at, ends_at on presence for each row
  when ((old.starts_at, old.ends_at) is distinct from (new.starts_at, new.ends_at)) execute function presence_revised();
revoke execute on function visit_revised, presence_revised from public;
