-- What counts when people are put together, and how heavily: 0 not, 1 a little, 2 as usual, 3 heavily. An organisation
-- without a row goes by 2 everywhere. The ranking reads it, also when the worker sends the next round.
create table matching_weight (
  organisation_id uuid primary key references organisation,
  language smallint not null check (language between 0 and 3),
  distance smallint not null check (distance between 0 and 3),
  days smallint not null check (days between 0 and 3),
  load smallint not null check (load between 0 and 3),
  waiting smallint not null check (waiting between 0 and 3),
  continuity smallint not null check (continuity between 0 and 3),
  newcomer smallint not null check (newcomer between 0 and 3),
  fluency smallint not null check (fluency between 0 and 3),
  changed_by uuid not null references person,
  changed_at timestamptz not null,
  -- something has to tell one person from another
  check (language + distance + days + load > 0)
);
create index on matching_weight (changed_by);
alter table matching_weight enable row level security;
alter table matching_weight force row level security;
create policy own on matching_weight for select using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy make on matching_weight for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on matching_weight for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
grant select, insert, update on matching_weight to vrijplaats_app;
create policy worker on matching_weight for select to vrijplaats_worker using (true);
grant select on matching_weight to vrijplaats_worker;
