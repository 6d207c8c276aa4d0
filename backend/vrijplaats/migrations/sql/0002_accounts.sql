-- Who signs in. A person belongs to the platform; a membership belongs to a tenant.
create table organisation (
  id uuid primary key default uuidv7(),
  name text not null unique check (length(name) between 1 and 120),
  created_at timestamptz not null default now()
);
create table organisation_setting (
  organisation_id uuid primary key references organisation,
  kilometre_rate_cents smallint not null default 23 check (kilometre_rate_cents between 0 and 200)
);
create table facility (
  id uuid primary key default uuidv7(),
  code text not null unique,
  name text not null,
  city text not null,
  latitude double precision not null,
  longitude double precision not null,
  women boolean not null default false
);
create table organisation_facility (
  organisation_id uuid not null references organisation,
  facility_id uuid not null references facility,
  active_from date not null,
  active_until date,
  primary key (organisation_id, facility_id, active_from),
  check (active_until is null or active_until >= active_from)
);
create index on organisation_facility (facility_id);
create table funder (
  id uuid primary key default uuidv7(),
  name text not null unique
);
create table person (
  id uuid primary key default uuidv7(),
  display_name text not null check (length(display_name) between 1 and 120),
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  created_at timestamptz not null default now()
);
-- apart from person, so that whoever may read a name does not read how to reach them
create table person_contact (
  person_id uuid primary key references person,
  email text,
  phone text
);
create table membership (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  role text not null check (role in ('VOLUNTEER', 'COORDINATOR', 'STAFF', 'FUNDER', 'OPERATOR')),
  organisation_id uuid references organisation,
  facility_id uuid references facility,
  funder_id uuid references funder,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check (case role
    when 'VOLUNTEER' then organisation_id is not null and facility_id is null and funder_id is null
    when 'COORDINATOR' then organisation_id is not null and facility_id is null and funder_id is null
    when 'STAFF' then facility_id is not null and organisation_id is null and funder_id is null
    when 'FUNDER' then funder_id is not null and organisation_id is null and facility_id is null
    else organisation_id is null and facility_id is null and funder_id is null end)
);
create index on membership (person_id);
create index on membership (organisation_id, role);
create index on membership (facility_id, role);
create table session (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references person,
  membership_id uuid not null references membership,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index on session (person_id);
create index on session (expires_at);
-- filled in the demo only
create table demo_persona (
  key text primary key,
  person_id uuid not null references person,
  membership_id uuid not null references membership,
  position smallint not null
);
