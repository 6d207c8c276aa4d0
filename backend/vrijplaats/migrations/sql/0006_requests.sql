-- A detainee's wish. The name is sealed; everything else knows a pseudonym only.
create table detainee (
  id uuid primary key default uuidv7(),
  facility_id uuid not null references facility,
  pseudonym text not null check (length(pseudonym) between 1 and 40),
  -- keyed and per facility: recognises the same person without being readable
  fingerprint bytea not null check (length(fingerprint) = 32),
  created_at timestamptz not null default now(),
  unique (facility_id, id),
  unique (facility_id, pseudonym),
  unique (facility_id, fingerprint)
);
create table detainee_identity (
  detainee_id uuid primary key,
  facility_id uuid not null,
  given_name bytea not null,
  family_name bytea not null,
  wing bytea,
  version smallint not null default 1,
  foreign key (facility_id, detainee_id) references detainee (facility_id, id)
);
create table visit_request (
  id uuid primary key default uuidv7(),
  facility_id uuid not null references facility,
  -- null until claimed; set at once when the detainee prefers an organisation
  organisation_id uuid references organisation,
  detainee_id uuid not null,
  pseudonym text not null,
  activity_kind text not null,
  languages text[] not null check (cardinality(languages) between 1 and 10),
  volunteer_gender text check (volunteer_gender in ('WOMAN', 'MAN', 'OTHER')),
  note text check (length(note) <= 280),
  consent_at timestamptz not null,
  waiting_since timestamptz not null default now(),
  state text not null default 'OPEN' check (state in ('OPEN', 'OFFERED', 'MATCHED', 'WITHDRAWN', 'CLOSED')),
  requested_by uuid references person,
  claimed_by uuid references person,
  claimed_at timestamptz,
  matched_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  created_at timestamptz not null default now(),
  foreign key (facility_id, detainee_id) references detainee (facility_id, id),
  unique (facility_id, id),
  check (state not in ('OFFERED', 'MATCHED') or organisation_id is not null)
);
create unique index visit_request_one_open on visit_request (facility_id, detainee_id, activity_kind) where state in ('OPEN', 'OFFERED');
create index on visit_request (organisation_id, state, waiting_since);
create index on visit_request (facility_id, state, waiting_since);
create index visit_request_pool on visit_request (facility_id, waiting_since) where organisation_id is null and state = 'OPEN';
create index on visit_request (detainee_id);
-- Which requests went to everyone. Outlives the claim, so that a coordinator who was a moment late hears "another was
-- first" instead of "does not exist"; holds no more than what was shown to all of them.
create table pool_entry (
  request_id uuid primary key,
  facility_id uuid not null,
  foreign key (facility_id, request_id) references visit_request (facility_id, id)
);
