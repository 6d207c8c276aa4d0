-- What every action leaves behind: history, outbox, idempotency.
create table history (
  id uuid primary key default uuidv7(),
  at timestamptz not null default clock_timestamp(),
  person_id uuid,
  role text,
  verb text not null check (verb ~ '^[a-z_]+(\.[a-z_]+)+$'),
  subject jsonb not null,
  organisation_id uuid references organisation,
  facility_id uuid references facility,
  chain uuid not null,
  previous_hash bytea not null,
  hash bytea not null
);
create index on history (chain, id);
create index on history (organisation_id, id);
create index on history (facility_id, id);
create index on history ((subject ->> 'request'), id);
-- the last hash of each chain (one chain per tenant); nobody but the trigger's owner reaches it
create table history_head (
  chain uuid primary key,
  hash bytea not null
);
alter table history_head owner to vrijplaats_audit;

create function history_link() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  last bytea;
begin
  new.chain := coalesce(new.organisation_id, new.facility_id, '00000000-0000-0000-0000-000000000000'::uuid);
  insert into history_head values (new.chain, '\x'::bytea) on conflict do nothing;
  select hash into last from history_head where chain = new.chain for update;
  new.at := clock_timestamp();
  new.previous_hash := last;
  new.hash := sha256(last || convert_to(concat_ws('|', new.id, extract(epoch from new.at), coalesce(new.person_id::text, ''),
    coalesce(new.role, ''), new.verb, new.subject::text, coalesce(new.organisation_id::text, ''), coalesce(new.facility_id::text, '')), 'UTF8'));
  update history_head set hash = new.hash where chain = new.chain;
  return new;
end
$$;
alter function history_link() owner to vrijplaats_audit;
create trigger history_link before insert on history for each row execute function history_link();

create table outbox (
  id uuid primary key default uuidv7(),
  event text not null check (event ~ '^[a-z_]+(\.[a-z_]+)+$'),
  -- ids and codes only, never anything a person could be known by
  payload jsonb not null default '{}',
  recipients uuid[] not null default '{}',
  organisation_id uuid references organisation,
  facility_id uuid references facility,
  created_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  attempts smallint not null default 0,
  last_error text,
  done_at timestamptz
);
create index outbox_waiting on outbox (next_at) where done_at is null;
create function outbox_ring() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end
$$;
create trigger outbox_ring after insert on outbox for each statement execute function outbox_ring();

create table idempotency (
  person_id uuid not null references person,
  key uuid not null,
  request_hash bytea not null,
  response bytea,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index on idempotency (created_at);

create table notice (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  outbox_id uuid not null,
  event text not null,
  payload jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  -- a doorbell that rings twice tells once
  unique (person_id, outbox_id)
);
