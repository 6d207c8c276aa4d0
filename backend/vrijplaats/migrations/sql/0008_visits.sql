-- One place for a volunteer's time; visits own presences.
create table presence (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  facility_id uuid not null references facility,
  volunteer_id uuid not null,
  person_id uuid not null references person,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  live boolean not null default true,
  room_id uuid,
  private_room boolean not null default false,
  foreign key (organisation_id, volunteer_id) references volunteer (organisation_id, id),
  foreign key (facility_id, room_id) references room (facility_id, id),
  unique (organisation_id, facility_id, id),
  -- promise 4: never double-booked, across organisations
  constraint presence_person_once exclude using gist (person_id with =, during with &&) where (live),
  constraint presence_room_once exclude using gist (room_id with =, during with &&) where (live and private_room)
);
create index on presence (facility_id, starts_at);
create index on presence (organisation_id, volunteer_id, starts_at);

create table visit (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  facility_id uuid not null,
  match_id uuid not null,
  presence_id uuid not null,
  pseudonym text not null,
  slot_place_id uuid unique,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'CONFIRMED', 'CANCELLED', 'LOGGED')),
  regime text not null default 'UNKNOWN' check (regime in ('OFFICIAL', 'REGULAR_HOUR', 'OTHER', 'UNKNOWN')),
  planned_setting text not null default 'UNKNOWN' check (planned_setting in ('PRIVATE_ROOM', 'SUPERVISED_HALL', 'OUTSIDE', 'UNKNOWN')),
  proposed_by uuid references person,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  cancel_side text check (cancel_side in ('FACILITY', 'DETAINEE', 'VOLUNTEER', 'ORGANISATION')),
  cancel_cause text,
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, facility_id, match_id) references match (organisation_id, facility_id, id),
  foreign key (organisation_id, facility_id, presence_id) references presence (organisation_id, facility_id, id),
  foreign key (facility_id, slot_place_id) references slot_place (facility_id, id),
  unique (organisation_id, presence_id),
  unique (organisation_id, id),
  check ((state = 'CANCELLED') = (cancel_side is not null))
);
create index on visit (match_id);
create index on visit (facility_id, state);
create index on visit (organisation_id, state);

-- apart from the visit: the facility's policies never reach an outcome, minutes or kilometres
create table visit_log (
  visit_id uuid primary key,
  organisation_id uuid not null,
  outcome text not null check (outcome in ('HELD', 'VOLUNTEER_ABSENT', 'DETAINEE_ABSENT', 'FACILITY_CANCELLED')),
  minutes smallint not null check (minutes between 0 and 1440),
  setting text not null check (setting in ('PRIVATE_ROOM', 'SUPERVISED_HALL', 'OUTSIDE', 'UNKNOWN')),
  travel_kilometres numeric(6, 1) not null check (travel_kilometres between 0 and 2000),
  logged_by uuid references person,
  logged_at timestamptz not null default now(),
  foreign key (organisation_id, visit_id) references visit (organisation_id, id)
);
