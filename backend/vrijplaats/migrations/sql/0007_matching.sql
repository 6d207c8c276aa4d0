-- Offers and matches.
create table offer (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  facility_id uuid not null references facility,
  request_id uuid not null,
  volunteer_id uuid not null,
  wave smallint not null default 1,
  state text not null default 'LIVE' check (state in ('LIVE', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
  distance_kilometres smallint,
  -- the reasons as they were when it was offered: [{"kind": ..., ...}], turned into words when read
  reasons jsonb not null default '[]',
  offered_by uuid references person,
  expires_at timestamptz not null,
  answered_at timestamptz,
  decline_reason text,
  created_at timestamptz not null default now(),
  foreign key (facility_id, request_id) references visit_request (facility_id, id),
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id)
);
-- promise 4: at most one winner, whatever the code does
create unique index offer_one_winner on offer (organisation_id, request_id) where state = 'ACCEPTED';
create unique index offer_one_live on offer (organisation_id, request_id, volunteer_id) where state = 'LIVE';
create index on offer (organisation_id, volunteer_id, state);
create index on offer (request_id);
create index offer_expiring on offer (expires_at) where state = 'LIVE';

create table match (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  facility_id uuid not null references facility,
  request_id uuid not null,
  volunteer_id uuid not null,
  detainee_id uuid not null,
  pseudonym text not null,
  activity_kind text not null,
  state text not null default 'ACTIVE' check (state in ('ACTIVE', 'REVIEW', 'ENDED')),
  rhythm_weeks smallint check (rhythm_weeks between 1 and 12),
  started_on date not null,
  ended_on date,
  end_reason text,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  foreign key (facility_id, detainee_id) references detainee (facility_id, id),
  foreign key (facility_id, request_id) references visit_request (facility_id, id),
  unique (organisation_id, id),
  unique (organisation_id, facility_id, id),
  check ((state = 'ENDED') = (ended_on is not null))
);
create unique index match_one_running on match (organisation_id, request_id) where state <> 'ENDED';
create index on match (organisation_id, volunteer_id, state);
create index on match (facility_id, state);
create index on match (detainee_id);
