-- The operator sees who runs a tenant, by name, and may end them or make somebody its contact person. Never volunteers:
-- those are the organisation's, and so is what becomes of their matches.
create policy operator on membership for select using (
  (select app_role()) = 'OPERATOR' and role in ('COORDINATOR', 'STAFF', 'FUNDER'));
create policy operator_change on membership for update
  using ((select app_role()) = 'OPERATOR' and role in ('COORDINATOR', 'STAFF', 'FUNDER'))
  with check ((select app_role()) = 'OPERATOR' and role in ('COORDINATOR', 'STAFF', 'FUNDER'));

-- Who was ended must not come back by an invitation of their own. The operator does not read the invitations of a tenant,
-- with the names and addresses in them; hence this, which answers nothing.
grant select (invited_by, organisation_id, facility_id, accepted_at, withdrawn_at),
  update (withdrawn_at, shown_id, shown_until) on invitation to vrijplaats_audit;
create policy audit_withdraws on invitation for update to vrijplaats_audit
  using (accepted_at is null and withdrawn_at is null) with check (withdrawn_at is not null);
create function withdraw_invitations_of(gone uuid, moment timestamptz) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  update invitation i set withdrawn_at = moment, shown_id = null, shown_until = null
  from membership m
  where app_role() = 'OPERATOR' and m.id = gone and m.ended_at is not null and i.invited_by = m.person_id
    and i.accepted_at is null and i.withdrawn_at is null
    and (i.organisation_id = m.organisation_id and m.role = 'COORDINATOR' or i.facility_id = m.facility_id)
$$;
comment on function withdraw_invitations_of is 'Invitations that somebody made as what they no longer are, for the operator who ended it.';
alter function withdraw_invitations_of owner to vrijplaats_audit;
revoke execute on function withdraw_invitations_of from public;
grant execute on function withdraw_invitations_of to vrijplaats_app;

-- A screen that stays open asks for the same names every 20 seconds: that is one reading an hour (docs/decisions, 0052).
-- What was written to the history last, and when; it says nothing that the history does not say
create table reading_noted (
  person_id uuid not null references person,
  session_id uuid not null,
  membership_id uuid not null references membership,
  -- no key: an error would tell that somebody is detained elsewhere
  detainee_id uuid not null,
  purpose text not null check (purpose in ('request', 'match', 'visit')),
  noted_at timestamptz not null,
  primary key (person_id, session_id, membership_id, detainee_id, purpose)
);
create index on reading_noted (noted_at);
create index on reading_noted (membership_id);
alter table reading_noted enable row level security;
alter table reading_noted force row level security;
create policy own on reading_noted for all
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
create policy worker on reading_noted for all to vrijplaats_worker using (true);
grant select, insert, update (noted_at) on reading_noted to vrijplaats_app;
grant select, delete on reading_noted to vrijplaats_worker;

-- The operator says where an organisation works, and through that could read rooms, hours and taken places of every
-- prison. It served nobody: those are read by who works or visits there.
alter policy read on room using (
  facility_id = (select app_facility())
  or ((select app_organisation()) is not null and facility_id in (select f.facility_id from organisation_facility f)));
alter policy read on visiting_slot using (
  facility_id = (select app_facility())
  or ((select app_organisation()) is not null and facility_id in (select f.facility_id from organisation_facility f)));
alter policy read on blocked_day using (
  facility_id = (select app_facility())
  or ((select app_organisation()) is not null and facility_id in (select f.facility_id from organisation_facility f)));
alter policy read on slot_place using (
  facility_id = (select app_facility())
  or ((select app_organisation()) is not null and facility_id in (select f.facility_id from organisation_facility f)));
