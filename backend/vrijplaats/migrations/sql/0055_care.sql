-- Care for volunteers (docs/decisions, 0075 and 0076): that a coordinator spoke with somebody, who stands in for a colleague
-- who is away, and a message to a selection of volunteers.

-- Ticked off: spoken, about which sign, on which day, by whom. Never what was said: there is no place for it. `fact` is the
-- key by which the program knows this occurrence again, made of dates, numbers and ids only.
create table care_talk (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  volunteer_id uuid not null,
  match_id uuid,
  signal text not null check (signal in ('SILENT_30', 'SILENT_14', 'OVERLOADED', 'FIRST_VISIT', 'NEVER_ASKED',
    'HALF_YEAR')),
  fact text not null check (fact ~ '^[0-9a-f:/-]{1,80}$'),
  spoken_by uuid not null references person,
  spoken_at timestamptz not null,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  foreign key (organisation_id, match_id) references match (organisation_id, id),
  -- of two coordinators at once one was first
  unique (organisation_id, volunteer_id, signal, fact)
);
create index on care_talk (organisation_id, spoken_at);
create index on care_talk (spoken_by);
create index on care_talk (match_id);
alter table care_talk enable row level security;
alter table care_talk force row level security;
create policy own on care_talk for select to vrijplaats_app using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy speak on care_talk for insert to vrijplaats_app with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR'
  and spoken_by = (select app_person()));
create policy take_back on care_talk for delete to vrijplaats_app using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR'
  and spoken_by = (select app_person()));
create policy self on care_talk for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and volunteer_id in (select v.id from volunteer v where v.person_id = (select app_person())));
create policy worker on care_talk for all to vrijplaats_worker using (true) with check (true);
grant select, insert (organisation_id, volunteer_id, match_id, signal, fact, spoken_by, spoken_at), delete on care_talk
  to vrijplaats_app;
grant select, delete on care_talk to vrijplaats_worker;
grant select (id) on care_talk to vrijplaats_audit;
create policy audit on care_talk for select to vrijplaats_audit using (true);
-- the signs of an organisation are looked for in the last hundred days of its visits and answers
create index on presence (organisation_id, starts_at);
create index on offer (organisation_id, answered_at) where answered_at is not null;

-- Who stands in for a coordinator who is away, from the first day up to and including the last; or until it was ended.
create table deputy (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  stands_in_id uuid not null references person,
  starts_on date not null,
  ends_on date not null,
  set_by uuid not null references person,
  created_at timestamptz not null,
  ended_at timestamptz,
  check (starts_on <= ends_on),
  check (person_id <> stands_in_id),
  -- one at a time: nobody has to guess who of two it is
  constraint deputy_one exclude using gist (organisation_id with =, person_id with =,
    daterange(starts_on, ends_on, '[]') with &&) where (ended_at is null)
);
create index on deputy (organisation_id, ends_on) where ended_at is null;
create index on deputy (person_id);
create index on deputy (stands_in_id);
create index on deputy (set_by);
alter table deputy enable row level security;
alter table deputy force row level security;
-- volunteers too: they see whom to call
create policy own on deputy for select to vrijplaats_app using (
  organisation_id = (select app_organisation()) and (select app_role()) in ('COORDINATOR', 'VOLUNTEER'));
create policy name_one on deputy for insert to vrijplaats_app with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR'
  and set_by = (select app_person()));
create policy own_change on deputy for update to vrijplaats_app
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
create policy self on deputy for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and (select app_person()) in (person_id, stands_in_id));
create policy worker on deputy for all to vrijplaats_worker using (true) with check (true);
grant select, insert (organisation_id, person_id, stands_in_id, starts_on, ends_on, set_by, created_at), update (ended_at)
  on deputy to vrijplaats_app;
grant select, delete on deputy to vrijplaats_worker;
grant select (id) on deputy to vrijplaats_audit;
create policy audit on deputy for select to vrijplaats_audit using (true);

-- who is no coordinator any more stands in for nobody, and nobody for them, however that came about
create policy over on deputy for all to vrijplaats_owner using (true) with check (true);
create function end_deputies_of() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update deputy set ended_at = new.ended_at
  where organisation_id = new.organisation_id and new.person_id in (person_id, stands_in_id) and ended_at is null;
  return null;
end
$$;
revoke execute on function end_deputies_of from public;
create trigger end_deputies after update of ended_at on membership for each row
  when (new.role = 'COORDINATOR' and old.ended_at is null and new.ended_at is not null)
  execute function end_deputies_of();

-- Whose work somebody does on a day: their own, and that of whom they stand in for, and of whom those stand in for.
create function works_for(who uuid, day date) returns setof uuid
  language sql stable set search_path = public, pg_temp
as $$
  with recursive worked_for as (
    select who as id
    union
    select d.person_id from deputy d join worked_for w on w.id = d.stands_in_id
    where d.ended_at is null and day between d.starts_on and d.ends_on
  )
  select id from worked_for
$$;
comment on function works_for is 'Whose work somebody does on a day, as far as the reader''s own organisation goes.';
revoke execute on function works_for from public;
grant execute on function works_for to vrijplaats_app;

-- A short message of a coordinator to a selection of volunteers. The text stays here: notices, pushes and letters carry
-- the id, and whoever it is for reads it in the app.
create table message (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  sent_by uuid not null references person,
  text text not null check (length(text) between 1 and 600),
  created_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid references person,
  unique (organisation_id, id),
  check ((cancelled_at is null) = (cancelled_by is null))
);
create index on message (organisation_id, created_at);
create index on message (sent_by);
create index on message (cancelled_by);
-- For whom, and what became of it: one row for each. `outbox_id` is the notice by which they were told.
create table message_recipient (
  organisation_id uuid not null,
  message_id uuid not null,
  volunteer_id uuid not null,
  person_id uuid not null references person,
  outbox_id uuid,
  told_at timestamptz,
  pushed_at timestamptz,
  mailed_at timestamptz,
  opened_at timestamptz,
  -- nothing more will be tried: it could not be brought, or the person wants neither and finds it in the app
  settled text check (settled in ('FAILED', 'APP_ONLY')),
  primary key (message_id, volunteer_id),
  foreign key (organisation_id, message_id) references message (organisation_id, id) on delete cascade,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  check ((told_at is null) = (outbox_id is null))
);
create index message_recipient_waiting on message_recipient (message_id) where told_at is null;
create index message_recipient_on_its_way on message_recipient (told_at) where told_at is not null and opened_at is null;
create index on message_recipient (outbox_id);
create index on message_recipient (person_id);
create index on message_recipient (organisation_id, volunteer_id);
alter table message enable row level security;
alter table message force row level security;
alter table message_recipient enable row level security;
alter table message_recipient force row level security;
create policy own on message for select to vrijplaats_app using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
-- whom it was told, wherever they are signed in
create policy told on message for select to vrijplaats_app using (
  id in (select r.message_id from message_recipient r where r.person_id = (select app_person()) and r.told_at is not null));
create policy write on message for insert to vrijplaats_app with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR' and sent_by = (select app_person()));
create policy stop on message for update to vrijplaats_app
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
create policy self on message for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and sent_by = (select app_person()));
create policy worker on message for all to vrijplaats_worker using (true) with check (true);
create policy own on message_recipient for select to vrijplaats_app using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy told on message_recipient for select to vrijplaats_app using (
  person_id = (select app_person()) and told_at is not null);
create policy write on message_recipient for insert to vrijplaats_app with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy worker on message_recipient for all to vrijplaats_worker using (true) with check (true);
grant select, insert (organisation_id, sent_by, text, created_at), update (cancelled_at, cancelled_by) on message
  to vrijplaats_app;
grant select, insert (organisation_id, message_id, volunteer_id, person_id) on message_recipient to vrijplaats_app;
grant select (id, organisation_id, created_at, cancelled_at), delete on message to vrijplaats_worker;
grant select, update (outbox_id, told_at, pushed_at, mailed_at, opened_at, settled), delete on message_recipient
  to vrijplaats_worker;
grant select (id) on message to vrijplaats_audit;
create policy audit on message for select to vrijplaats_audit using (true);
create index on push_delivery (outbox_id);
-- whether somebody was asked already, four times an hour: what was told is kept, and is not read through for it
create index outbox_log_reminder on outbox ((payload ->> 'visit')) where event = 'visit.log_reminder';
-- one more kind of news that one may rather not be woken for
alter table push_preference drop constraint push_preference_muted_check;
alter table push_preference add constraint push_preference_muted_check
  check (muted <@ array['INVITATIONS', 'VISITS', 'REMINDERS', 'REQUESTS', 'ANSWERS', 'CALLS', 'MESSAGES']
    and cardinality(muted) <= 7);

-- Whether a text names somebody: by the keyed marks of what may be a name in it. Of those only for whom the coordinator's own
-- organisation works or worked, whose names it may or might read anyhow: nobody learns of anybody else that they are in prison.
create policy named on detainee for select to vrijplaats_keys using (
  (select app_role()) = 'COORDINATOR' and (
    id in (select m.detainee_id from match m where m.organisation_id = (select app_organisation()))
    or id in (select r.detainee_id from visit_request r
      where r.organisation_id = (select app_organisation()) and r.state in ('OPEN', 'OFFERED'))));
create function names_somebody(marks bytea[], visited_by uuid default null) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select app_role() = 'COORDINATOR' and exists (
    select from detainee d where d.fingerprint = any (marks) and (visited_by is null or d.id in (
      select m.detainee_id from match m where m.organisation_id = app_organisation() and m.volunteer_id = visited_by)))
$$;
comment on function names_somebody is 'Whether one of these marks is that of somebody for whom the coordinator''s organisation works or worked; or of whom this one volunteer visits or visited.';
alter function names_somebody owner to vrijplaats_keys;
set role vrijplaats_keys;
revoke execute on function names_somebody from public;
grant execute on function names_somebody to vrijplaats_app;
set role vrijplaats_owner;
