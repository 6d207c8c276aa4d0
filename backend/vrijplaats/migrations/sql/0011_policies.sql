-- Tenants are walls (promise 6), on two axes: organisation and facility. Settings are read once per statement: (select ...).
-- The declared matrix in migrations/access.toml says the same in data; tests/security holds both together.
do $$
declare
  name text;
begin
  foreach name in array array[
    'organisation', 'organisation_setting', 'facility', 'organisation_facility', 'funder', 'person', 'person_contact',
    'membership', 'session', 'demo_persona', 'history', 'outbox', 'idempotency', 'notice', 'room', 'visiting_slot',
    'blocked_day', 'slot_place', 'volunteer', 'volunteer_availability', 'credential', 'credential_requirement', 'admission',
    'detainee', 'detainee_identity', 'visit_request', 'pool_entry', 'offer', 'match', 'presence', 'visit', 'visit_log',
    'publication', 'figure_cell'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end
$$;

-- directories: names of organisations and prisons are public
create policy directory on organisation for select using (true);
create policy directory on facility for select using (true);
create policy directory on funder for select using (true);
create policy directory on credential_requirement for select using (true);
create policy demo on demo_persona for select using (true);
create policy own on organisation_setting for select using (organisation_id = (select app_organisation()));
create policy own on organisation_facility for select
  using (organisation_id = (select app_organisation()) or facility_id = (select app_facility()));

-- people
create policy own on session for all
  using (token_hash = (select app_session()) or person_id = (select app_person()))
  with check (person_id = (select app_person()));
create policy known on membership for select using (
  person_id = (select app_person())
  or organisation_id = (select app_organisation())
  or facility_id = (select app_facility())
  or person_id in (select s.person_id from session s)
  or ((select app_role()) = 'DEMO' and id in (select d.membership_id from demo_persona d)));
create policy own on person_contact for select using (person_id = (select app_person()));
create policy colleague on person_contact for select using (
  (select app_role()) = 'COORDINATOR'
  and person_id in (select v.person_id from volunteer v where v.organisation_id = (select app_organisation())));
create policy own on person for select using (id = (select app_person()));
create policy known on person for select using (
  id in (select m.person_id from membership m)
  or id in (select v.person_id from volunteer v)
  -- who comes to visit here; asked for the facility only, or each coordinator's list would read every visit there ever was
  or ((select app_facility()) is not null
    and id in (select p.person_id from presence p where p.facility_id = (select app_facility()))));
create policy own_change on person for update using (id = (select app_person())) with check (id = (select app_person()));

-- mechanisms
create policy read on history for select using (
  (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  or (facility_id = (select app_facility()) and (select app_role()) = 'STAFF')
  or (select app_role()) = 'OPERATOR'
  or person_id = (select app_person()));
create policy write on history for insert with check (person_id = (select app_person()));
create policy audit on history for select to vrijplaats_audit using (true);
create policy write on outbox for insert with check (
  (organisation_id is null or organisation_id = (select app_organisation()) or facility_id = (select app_facility())));
create policy own on idempotency for all using (person_id = (select app_person())) with check (person_id = (select app_person()));
create policy own on notice for select using (person_id = (select app_person()));
create policy own_change on notice for update using (person_id = (select app_person())) with check (person_id = (select app_person()));

-- facilities: their staff, readable by the organisations that are active there
create policy read on room for select using (
  facility_id = (select app_facility()) or facility_id in (select f.facility_id from organisation_facility f));
create policy read on visiting_slot for select using (
  facility_id = (select app_facility()) or facility_id in (select f.facility_id from organisation_facility f));
create policy read on blocked_day for select using (
  facility_id = (select app_facility()) or facility_id in (select f.facility_id from organisation_facility f));
create policy change on room for insert with check (facility_id = (select app_facility()) and (select app_role()) = 'STAFF');
create policy change on visiting_slot for insert with check (facility_id = (select app_facility()) and (select app_role()) = 'STAFF');
create policy change on blocked_day for insert with check (facility_id = (select app_facility()) and (select app_role()) = 'STAFF');
create policy read on slot_place for select using (
  facility_id = (select app_facility()) or facility_id in (select f.facility_id from organisation_facility f));
create policy take on slot_place for insert with check (
  organisation_id = (select app_organisation()) and facility_id in (select f.facility_id from organisation_facility f));
create policy give_back on slot_place for delete using (
  organisation_id = (select app_organisation()) or facility_id = (select app_facility()));

-- the register
create policy own on volunteer for select using (organisation_id = (select app_organisation()));
create policy own_change on volunteer for update
  using (organisation_id = (select app_organisation())) with check (organisation_id = (select app_organisation()));
create policy session on volunteer for select using (
  (select app_organisation()) is null and (select app_facility()) is null and person_id in (select s.person_id from session s));
create policy own on volunteer_availability for select using (organisation_id = (select app_organisation()));
create policy own on admission for select using (
  organisation_id = (select app_organisation()) or facility_id = (select app_facility()));
create policy own on credential for select using (organisation_id = (select app_organisation()));
-- the gate must know on the day itself: validity of papers of those who ask to enter here
create policy gate on credential for select using (
  volunteer_id in (select a.volunteer_id from admission a where a.facility_id = (select app_facility())));

-- requests
create policy read on detainee for select using (facility_id = (select app_facility()));
create policy enter on detainee for insert with check (facility_id = (select app_facility()) and (select app_role()) = 'STAFF');
create policy facility on visit_request for select using (facility_id = (select app_facility()));
create policy organisation on visit_request for select using (organisation_id = (select app_organisation()));
create policy pool on visit_request for select using (
  organisation_id is null and state = 'OPEN' and (select app_role()) = 'COORDINATOR'
  and facility_id in (select f.facility_id from organisation_facility f
    where f.organisation_id = (select app_organisation())
    and f.active_from <= current_date and (f.active_until is null or f.active_until >= current_date)));
create policy enter on visit_request for insert with check (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF'
  and (organisation_id is null or organisation_id in (select f.organisation_id from organisation_facility f)));
create policy facility_change on visit_request for update
  using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF')
  with check (facility_id = (select app_facility()));
create policy organisation_change on visit_request for update
  using (organisation_id = (select app_organisation())) with check (organisation_id = (select app_organisation()));
create policy claim on visit_request for update
  using (organisation_id is null and state = 'OPEN' and (select app_role()) = 'COORDINATOR'
    and facility_id in (select f.facility_id from organisation_facility f
      where f.organisation_id = (select app_organisation())
      and f.active_from <= current_date and (f.active_until is null or f.active_until >= current_date)))
  with check (organisation_id = (select app_organisation()));
create policy read on pool_entry for select using (
  facility_id = (select app_facility())
  or ((select app_role()) = 'COORDINATOR' and facility_id in (select f.facility_id from organisation_facility f)));
create policy enter on pool_entry for insert with check (facility_id = (select app_facility()) and (select app_role()) = 'STAFF');
-- a wish that was taken back before anybody claimed it: nobody was first
create policy take_back on pool_entry for delete using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF');

-- promise 3: the facility's staff, the handling coordinator, the matched volunteer while the match runs; nobody else
create policy facility on detainee_identity for select using (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF');
create policy coordinator on detainee_identity for select using (
  (select app_role()) = 'COORDINATOR' and (
    detainee_id in (select r.detainee_id from visit_request r
      where r.organisation_id = (select app_organisation()) and r.state in ('OPEN', 'OFFERED', 'MATCHED'))
    or detainee_id in (select m.detainee_id from match m
      where m.organisation_id = (select app_organisation()) and m.state <> 'ENDED')));
create policy volunteer on detainee_identity for select using (
  (select app_role()) = 'VOLUNTEER' and detainee_id in (select m.detainee_id from match m
    where m.organisation_id = (select app_organisation()) and m.volunteer_id = (select app_volunteer()) and m.state <> 'ENDED'));
create policy enter on detainee_identity for insert with check (facility_id = (select app_facility()) and (select app_role()) = 'STAFF');

-- matching
create policy own on offer for select using (organisation_id = (select app_organisation()));
create policy make on offer for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy own_change on offer for update
  using (organisation_id = (select app_organisation())) with check (organisation_id = (select app_organisation()));
-- a wish that is withdrawn takes its invitations with it
create policy facility_withdraws on offer for update
  using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF') with check (state = 'WITHDRAWN');
create policy facility_withdraws_read on offer for select using (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF' and state in ('LIVE', 'WITHDRAWN'));
create policy own on match for select using (
  organisation_id = (select app_organisation()) or facility_id = (select app_facility()));
create policy make on match for insert with check (organisation_id = (select app_organisation()));
create policy own_change on match for update
  using (organisation_id = (select app_organisation())) with check (organisation_id = (select app_organisation()));

-- visits
create policy own on presence for select using (
  organisation_id = (select app_organisation()) or facility_id = (select app_facility()) or person_id = (select app_person()));
create policy make on presence for insert with check (organisation_id = (select app_organisation()));
create policy own_change on presence for update
  using (organisation_id = (select app_organisation()) or facility_id = (select app_facility()))
  with check (organisation_id = (select app_organisation()) or facility_id = (select app_facility()));
create policy own on visit for select using (
  organisation_id = (select app_organisation()) or facility_id = (select app_facility()));
create policy make on visit for insert with check (organisation_id = (select app_organisation()));
create policy own_change on visit for update
  using (organisation_id = (select app_organisation()) or facility_id = (select app_facility()))
  with check (organisation_id = (select app_organisation()) or facility_id = (select app_facility()));
create policy own on visit_log for select using (organisation_id = (select app_organisation()));
create policy make on visit_log for insert with check (
  organisation_id = (select app_organisation()) and (select app_role()) = 'VOLUNTEER');

-- publications
create policy read on publication for select using ((select app_role()) in ('FUNDER', 'COORDINATOR', 'OPERATOR'));
create policy publish on publication for insert with check ((select app_role()) = 'OPERATOR');
create policy read on figure_cell for select using ((select app_role()) in ('FUNDER', 'COORDINATOR', 'OPERATOR'));
create policy publish on figure_cell for insert with check ((select app_role()) = 'OPERATOR');
