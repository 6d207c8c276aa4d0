-- Codes by e-mail: to sign in without a passkey, and to show that a new address is one's own. The digits themselves are
-- in no table: the program makes them from the row's id (core.tickets).
create table sign_in_code (
  id uuid primary key default uuidv7(),
  -- null for an address nobody has, or has asked for too often: the row is there, so that both are the same work
  person_id uuid references person,
  address_hash bytea not null check (length(address_hash) = 32),
  device text not null check (device ~ '^[A-Za-z]{0,16}/[A-Za-z]{0,16}$'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);
create index on sign_in_code (address_hash);
create index on sign_in_code (expires_at);
create index on sign_in_code (person_id);

create table email_change (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  email text not null check (email ~ '^[\x21-\x7e]+@[\x21-\x7e]+$' and length(email) <= 254),
  -- the address until then, which is told
  former_email text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);
create index on email_change (person_id);
create index on email_change (expires_at);

-- how a session began: what was not begun with a passkey is worth less (core.access)
alter table session add column began_with text not null default 'PASSKEY'
  check (began_with in ('PASSKEY', 'CODE', 'SSO', 'DEMO', 'RECOVERY', 'INVITATION'));

alter table sign_in_code enable row level security;
alter table sign_in_code force row level security;
alter table email_change enable row level security;
alter table email_change force row level security;

-- before anybody is signed in: who types an address, or brings back what was handed out for it
create policy ask on sign_in_code for insert with check (address_hash = (select app_address()));
create policy read on sign_in_code for select
  using (id = (select app_ticket()) or address_hash = (select app_address()));
create policy try on sign_in_code for update
  using (id = (select app_ticket()) or address_hash = (select app_address()))
  with check (id = (select app_ticket()) or address_hash = (select app_address()));
create policy worker on sign_in_code for all to vrijplaats_worker using (true);
create policy own on email_change for all
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
create policy worker on email_change for all to vrijplaats_worker using (true);
-- whether somebody has a passkey decides what a letter says; never which one
create policy worker on passkey for select to vrijplaats_worker using (true);

grant select, insert, update (expires_at, tries, used_at) on sign_in_code to vrijplaats_app;
grant select, insert, update (former_email, expires_at, tries, used_at) on email_change to vrijplaats_app;
grant select, delete on sign_in_code, email_change to vrijplaats_worker;
grant select (person_id, blocked_at) on passkey to vrijplaats_worker;
