-- The register. A person may be a volunteer of two organisations; each keeps its own row.
create table volunteer (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  status text not null check (status in ('APPLICANT', 'IN_TRAINING', 'READY', 'ACTIVE', 'PAUSED', 'LEFT')),
  status_since date not null,
  gender text check (gender in ('WOMAN', 'MAN', 'OTHER')),
  -- a place, never an address
  place text,
  latitude double precision,
  longitude double precision,
  languages text[] not null default '{nl}' check (cardinality(languages) between 1 and 20),
  kinds text[] not null default '{ONE_TO_ONE}',
  capacity smallint not null default 1 check (capacity between 0 and 20),
  -- running matches; moved only together with a match, so that capacity holds without counting first
  carrying smallint not null default 0 check (carrying >= 0),
  -- neutral and keyed, to count a person once across organisations
  fingerprint bytea,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (organisation_id, person_id)
);
create index on volunteer (person_id);
create table volunteer_availability (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  volunteer_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  starts time not null default '00:00',
  ends time not null default '23:59',
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  unique (organisation_id, volunteer_id, weekday, starts)
);
create table credential (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  volunteer_id uuid not null,
  kind text not null check (kind in ('VOG', 'REFERENCE', 'TRAINING_BASIS', 'TRAINING_SOS', 'TRAINING_CHILD_SAFETY')),
  issuer text not null,
  valid_from date not null,
  valid_until date,
  seen_by uuid references person,
  seen_on date,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id)
);
create index on credential (organisation_id, volunteer_id);
-- policy is data: which kinds of activity need which credential
create table credential_requirement (
  organisation_id uuid not null references organisation,
  activity_kind text not null,
  credential_kind text not null,
  primary key (organisation_id, activity_kind, credential_kind)
);
create table admission (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  facility_id uuid not null references facility,
  volunteer_id uuid not null,
  state text not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED', 'ENDED')),
  valid_from date,
  valid_until date,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  check (state <> 'GRANTED' or valid_from is not null)
);
create index on admission (organisation_id, volunteer_id, facility_id);
create index on admission (facility_id, volunteer_id);
