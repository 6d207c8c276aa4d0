-- Prisons: rooms and timetables are effective-dated and belong to the facility.
create table room (
  id uuid primary key default uuidv7(),
  facility_id uuid not null references facility,
  name text not null check (length(name) between 1 and 60),
  setting text not null check (setting in ('PRIVATE_ROOM', 'SUPERVISED_HALL')),
  active_from date not null default '2020-01-01',
  active_until date,
  unique (facility_id, id)
);
create table visiting_slot (
  id uuid primary key default uuidv7(),
  facility_id uuid not null references facility,
  weekday smallint not null check (weekday between 1 and 7),
  starts time not null,
  ends time not null check (ends > starts),
  capacity smallint not null check (capacity between 1 and 200),
  active_from date not null,
  active_until date check (active_until is null or active_until >= active_from),
  unique (facility_id, id),
  unique (facility_id, id, capacity)
);
create index on visiting_slot (facility_id, weekday);
create table blocked_day (
  id uuid primary key default uuidv7(),
  facility_id uuid not null references facility,
  day date not null,
  cause text not null check (cause in ('HOLIDAY', 'STAFFING', 'SECURITY', 'OTHER')),
  unique (facility_id, day)
);
-- A counted place in a slot on a day. The number is at most the slot's capacity because the key carries the capacity
-- along, and a number is given once: the database counts, nobody counts first.
create table slot_place (
  id uuid primary key default uuidv7(),
  facility_id uuid not null,
  slot_id uuid not null,
  capacity smallint not null,
  day date not null,
  number smallint not null check (number between 1 and capacity),
  organisation_id uuid not null references organisation,
  foreign key (facility_id, slot_id, capacity) references visiting_slot (facility_id, id, capacity),
  unique (facility_id, slot_id, day, number),
  unique (facility_id, id)
);
