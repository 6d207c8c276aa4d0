-- Letters for whom no device wakes, or who opened nothing: one row for each notice that may become part of a letter.
create table notice_letter (
  person_id uuid not null references person,
  outbox_id uuid not null,
  event text not null,
  -- ids only, as in the notice
  about jsonb not null default '{}',
  -- as what the person was told
  role text not null check (role in ('VOLUNTEER', 'COORDINATOR')),
  -- cannot wait for the person to look by themselves: goes at once when no device wakes
  urgent boolean not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  expires_at timestamptz not null,
  -- the person used the app after this, in a session that has ended since
  opened_at timestamptz,
  -- the letter it is in, which may still be on its way
  letter_id uuid,
  done_at timestamptz,
  outcome text check (outcome in ('SENT', 'OPENED', 'OVER', 'UNWANTED', 'NO_ADDRESS', 'REFUSED')),
  check ((done_at is null) = (outcome is null)),
  -- a doorbell that rings twice writes once
  primary key (person_id, outbox_id),
  foreign key (person_id, outbox_id) references notice (person_id, outbox_id) on delete cascade
);
create index notice_letter_waiting on notice_letter (due_at) where done_at is null and letter_id is null;
create index on notice_letter (letter_id) where letter_id is not null;
create index on notice_letter (done_at);
alter table notice_letter enable row level security;
alter table notice_letter force row level security;
create policy worker on notice_letter for all to vrijplaats_worker using (true) with check (true);
create policy opened on notice_letter for all to vrijplaats_keys using (true) with check (true);
grant select, insert, update, delete on notice_letter to vrijplaats_worker;
grant select (person_id, outbox_id, created_at, opened_at, done_at), update (opened_at) on notice_letter to vrijplaats_keys;

-- A session says when somebody was last there. When it ends, what they could have seen until then is noted, and nothing
-- else of it stays.
create function letters_opened() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  -- one that is on its way to the mail server at this moment is left: signing out waits for nobody
  update notice_letter l set opened_at = old.last_seen_at
  from (select outbox_id from notice_letter where person_id = old.person_id and done_at is null and opened_at is null
    and created_at < old.last_seen_at for update skip locked) seen
  where l.person_id = old.person_id and l.outbox_id = seen.outbox_id;
  return null;
end
$$;
create trigger letters_opened after delete on session for each row execute function letters_opened();
revoke execute on function letters_opened from public;
alter function letters_opened owner to vrijplaats_keys;

-- A push service that no longer knows a device: where it was is forgotten. That its owner wants to be woken there is not, so
-- that the app asks the browser for another address when it is opened; until then letters come.
alter table push_subscription add column gone_at timestamptz;
alter table push_subscription alter column target drop not null;
alter table push_subscription add check ((target is null) = (gone_at is not null));
grant select (gone_at) on push_subscription to vrijplaats_app;
grant update (target, gone_at) on push_subscription to vrijplaats_worker;
-- a device is woken for a while after its session ran out, but not for whom a provider no longer speaks
create policy worker on sso_provider for select to vrijplaats_worker using (true);
grant select (id, ended_at) on sso_provider to vrijplaats_worker;

-- whether somebody wants such letters; about what is the same choice as for devices
alter table push_preference add column letters boolean not null default true;
