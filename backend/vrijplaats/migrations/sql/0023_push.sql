-- Push: which device of whom may be woken, what each of them is still to hear, and when somebody wants silence.
alter table session add constraint session_of_person unique (person_id, id);

create table push_subscription (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  -- a session that ends takes its device along, at once
  session_id uuid not null unique,
  -- a keyed hash: a device is recognised when it comes again, the address itself stands sealed in `target`
  endpoint_hash bytea not null unique check (length(endpoint_hash) = 32),
  -- the push service, so that one that is down does not keep the others waiting
  service text not null check (service ~ '^https?://[a-z0-9.\[\]:-]+$'),
  -- address and keys of the device, sealed; whoever holds them could wake it
  target bytea not null,
  created_at timestamptz not null,
  last_delivered_at timestamptz,
  failures smallint not null default 0,
  foreign key (person_id, session_id) references session (person_id, id) on delete cascade,
  unique (person_id, id)
);

-- one event for one device, with an attempt of its own
create table push_delivery (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  subscription_id uuid not null,
  outbox_id uuid not null,
  event text not null,
  -- ids only, as in the notice
  about jsonb not null default '{}',
  -- what it is about: news about the same thing takes the place of older news
  tag uuid not null,
  attempts smallint not null default 0,
  created_at timestamptz not null,
  next_at timestamptz not null,
  expires_at timestamptz not null,
  done_at timestamptz,
  outcome text check (outcome in ('SENT', 'OVER', 'MUTED', 'REFUSED')),
  check ((done_at is null) = (outcome is null)),
  foreign key (person_id, subscription_id) references push_subscription (person_id, id) on delete cascade,
  -- a doorbell that rings twice wakes once
  unique (subscription_id, outbox_id)
);
create index push_delivery_waiting on push_delivery (next_at) where done_at is null;
create index on push_delivery (subscription_id, tag);
create index on push_delivery (done_at);
-- whom a message was told to
create index on notice (outbox_id);

-- hours of the day in Amsterdam; from 22 until 8 unless somebody says otherwise, both empty is never
create table push_preference (
  person_id uuid primary key references person,
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_until smallint check (quiet_until between 0 and 23),
  muted text[] not null default '{}'
    check (muted <@ array['INVITATIONS', 'VISITS', 'REMINDERS', 'REQUESTS', 'ANSWERS'] and cardinality(muted) <= 5),
  check ((quiet_from is null) = (quiet_until is null) and quiet_from is distinct from quiet_until or quiet_from is null)
);

do $$
declare
  name text;
begin
  foreach name in array array['push_subscription', 'push_delivery', 'push_preference'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy worker on %I for all to vrijplaats_worker using (true) with check (true)', name);
  end loop;
end
$$;
create policy own on push_subscription for all to vrijplaats_app
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
create policy own on push_preference for all to vrijplaats_app
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
create policy forget on push_subscription for all to vrijplaats_keys using (true);

-- A device that comes again under somebody else is theirs from now on: the former owner's news must not reach it. Who
-- can name the hash holds the address and the program's key. One at a time for each address.
create function forget_push_endpoint(hash bytea) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  select pg_advisory_xact_lock(hashtextextended(encode(hash, 'hex'), 0));
  delete from push_subscription where endpoint_hash = hash;
$$;
alter function forget_push_endpoint owner to vrijplaats_keys;
set role vrijplaats_keys;
revoke execute on function forget_push_endpoint from public;
grant execute on function forget_push_endpoint to vrijplaats_app;
set role vrijplaats_owner;

-- the app writes where a device is and never reads it back
grant select (id, person_id, session_id, created_at, last_delivered_at), insert, update (session_id), delete
  on push_subscription to vrijplaats_app;
grant select (endpoint_hash), delete on push_subscription to vrijplaats_keys;
grant select, update (last_delivered_at, failures), delete on push_subscription to vrijplaats_worker;
grant select, insert, update, delete on push_delivery to vrijplaats_worker;
grant select, insert, update on push_preference to vrijplaats_app;
grant select on push_preference to vrijplaats_worker;
