-- A correction of a logged visit that corrects it (docs/decisions, 0068): the request says which visit, and while it is open a
-- coordinator of that organisation, and nobody else, may write that log.
alter table correction
  add column visit_id uuid,
  add foreign key (organisation_id, visit_id) references visit (organisation_id, id),
  add check (visit_id is null or item = 'VISIT');
create index on correction (visit_id) where visit_id is not null;
grant insert (visit_id) on correction to vrijplaats_app;
-- of a visit of one's own; what lets somebody ask is met as well
create policy own_visit on correction as restrictive for insert to vrijplaats_app with check (
  visit_id is null or visit_id in (select v.id from visit v join presence p on p.id = v.presence_id
    where v.id = correction.visit_id and p.volunteer_id = (select app_volunteer())));
-- one question about a thing at a time, and of visits each is a thing
drop index correction_open_once;
create unique index correction_open_once on correction (organisation_id, volunteer_id, item, visit_id) nulls not distinct
  where answered_at is null and withdrawn_at is null;

alter table visit_log
  add column corrected_by uuid references person,
  add column corrected_at timestamptz,
  add check ((corrected_by is null) = (corrected_at is null));
create index on visit_log (corrected_by) where corrected_by is not null;
grant update (outcome, minutes, setting, travel_kilometres, corrected_by, corrected_at) on visit_log to vrijplaats_app;
create policy corrects on visit_log for update to vrijplaats_app
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR'
    and visit_id in (select c.visit_id from correction c
      where c.visit_id = visit_log.visit_id and c.answered_at is null and c.withdrawn_at is null))
  with check (organisation_id = (select app_organisation()) and corrected_by = (select app_person()));
-- of a visit that was called off and took place all the same there is no log yet
create policy corrects_make on visit_log for insert to vrijplaats_app
  with check (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR'
    and corrected_by = (select app_person())
    and visit_id in (select c.visit_id from correction c
      where c.visit_id = visit_log.visit_id and c.answered_at is null and c.withdrawn_at is null));
