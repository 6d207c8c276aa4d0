-- Passkeys: a key on somebody's own device, several for each person; and the questions a device has to answer once.
create function app_credential() returns bytea language sql stable parallel safe return decode(app_setting('credential'), 'hex');
create function app_challenge() returns bytea language sql stable parallel safe return decode(app_setting('challenge'), 'hex');

create table passkey (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  -- what the person was when it was last used: the next session begins there
  membership_id uuid not null references membership,
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null check (length(public_key) between 1 and 4096),
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 60),
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- its counter went back: two devices hold the same key, so neither is believed
  blocked_at timestamptz
);
create index on passkey (person_id);

create table webauthn_challenge (
  hash bytea primary key check (length(hash) = 32),
  purpose text not null check (purpose in ('REGISTER', 'SIGN_IN', 'CONFIRM')),
  person_id uuid references person,
  expires_at timestamptz not null,
  check ((purpose = 'SIGN_IN') = (person_id is null))
);
create index on webauthn_challenge (expires_at);

-- when this session last proved with a passkey who it is
alter table session add column fresh_passkey_at timestamptz;

alter table passkey enable row level security;
alter table passkey force row level security;
alter table webauthn_challenge enable row level security;
alter table webauthn_challenge force row level security;

-- before anybody is signed in, the id a device shows leads to that one key and to nothing else; a session to its person's
create policy read on passkey for select
  using (person_id = (select app_person()) or credential_id = (select app_credential())
    or person_id in (select s.person_id from session s));
create policy add on passkey for insert with check (person_id = (select app_person()));
create policy change on passkey for update
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
create policy remove on passkey for delete using (person_id = (select app_person()));

-- only who brings the challenge back, and for whom it was made, finds it
create policy bring_back on webauthn_challenge for all
  using (hash = (select app_challenge()) and person_id is not distinct from (select app_person()))
  with check (person_id is not distinct from (select app_person()));
create policy worker on webauthn_challenge for all to vrijplaats_worker using (true);

revoke execute on function app_credential, app_challenge from public;
grant execute on function app_credential, app_challenge to vrijplaats_app, vrijplaats_worker;
grant select, insert, delete on passkey, webauthn_challenge to vrijplaats_app;
grant update (membership_id, sign_count, name, backed_up, last_used_at, blocked_at) on passkey to vrijplaats_app;
grant update (fresh_passkey_at) on session to vrijplaats_app;
grant select, delete on webauthn_challenge to vrijplaats_worker;
