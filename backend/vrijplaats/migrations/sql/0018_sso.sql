-- Single sign-on: where the people of an organisation or a prison have an account of their own, and who they are there.
create table sso_provider (
  id uuid primary key default uuidv7(),
  organisation_id uuid references organisation,
  facility_id uuid references facility,
  -- to the letter as the provider says it: a slash more is another provider
  issuer text not null check (length(issuer) between 1 and 300),
  client_id text not null check (length(client_id) between 1 and 200),
  -- AES-GCM-SIV under a key derived from the master key
  client_secret bytea not null,
  email_domains text[] not null default '{}' check (cardinality(email_domains) <= 20),
  created_at timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(organisation_id, facility_id) = 1)
);
create unique index on sso_provider (organisation_id) where ended_at is null;
create unique index on sso_provider (facility_id) where ended_at is null;

-- a person is known by what the issuer calls them, never by an e-mail address: addresses are given to somebody else later
create table sso_identity (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  provider_id uuid not null references sso_provider,
  issuer text not null check (length(issuer) between 1 and 300),
  subject text not null check (length(subject) between 1 and 255),
  -- sha256 of issuer and subject: how somebody who is not signed in yet is found, and nobody else is
  shown bytea not null unique check (length(shown) = 32),
  created_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject)
);
create index on sso_identity (person_id);
create index on sso_identity (provider_id);

-- one journey to a provider and back: once, within ten minutes, in the browser that began it. Nonce and code verifier are
-- not kept: they are derived from the state and the browser's cookie, of which only the hashes are here
create table sso_attempt (
  hash bytea primary key check (length(hash) = 32),
  browser bytea not null check (length(browser) = 32),
  provider_id uuid not null references sso_provider,
  purpose text not null check (purpose in ('SIGN_IN', 'LINK')),
  person_id uuid references person,
  return_path text not null check (length(return_path) between 1 and 300),
  expires_at timestamptz not null,
  check ((purpose = 'SIGN_IN') = (person_id is null))
);
create index on sso_attempt (expires_at);
create index on sso_attempt (provider_id);

-- a session that was begun through a provider ends with it
alter table session add column sso_provider_id uuid references sso_provider;
create index on session (sso_provider_id) where sso_provider_id is not null;

do $$
declare
  name text;
begin
  foreach name in array array['sso_provider', 'sso_identity', 'sso_attempt'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end
$$;

-- who has a provider is public, since one chooses it before anybody knows who one is: the role of that moment is 'SSO'.
-- A session leads to the provider it was begun through. The client secret opens with the master key only
create policy read on sso_provider for select
  using ((select app_role()) is not null or id in (select s.sso_provider_id from session s));
create policy make on sso_provider for insert with check ((select app_role()) = 'OPERATOR');
create policy change on sso_provider for update
  using ((select app_role()) = 'OPERATOR') with check ((select app_role()) = 'OPERATOR');

-- before anybody is signed in, what the provider calls a person leads to that one row and to nothing else
create policy read on sso_identity for select
  using (person_id = (select app_person()) or shown = (select app_credential()));
create policy add on sso_identity for insert with check (person_id = (select app_person()));
create policy change on sso_identity for update
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
create policy remove on sso_identity for delete using (person_id = (select app_person()));

-- only who brings the state back finds it
create policy bring_back on sso_attempt for all
  using (hash = (select app_challenge()))
  with check (person_id is not distinct from (select app_person()));
create policy worker on sso_attempt for all to vrijplaats_worker using (true);

grant select, insert on sso_provider to vrijplaats_app;
grant update (issuer, client_id, client_secret, email_domains, ended_at) on sso_provider to vrijplaats_app;
grant select, insert, delete on sso_identity to vrijplaats_app;
grant update (last_used_at) on sso_identity to vrijplaats_app;
grant select, insert, delete on sso_attempt to vrijplaats_app;
grant select, delete on sso_attempt to vrijplaats_worker;
