-- Invitations: how somebody becomes a member of a tenant. Nothing secret is kept: the links are made from link_id and
-- shown_id with the signing key (core.tickets), and a new id makes the old link worthless.
create table invitation (
  id uuid primary key default uuidv7(),
  role text not null check (role in ('VOLUNTEER', 'COORDINATOR', 'STAFF', 'FUNDER', 'OPERATOR')),
  organisation_id uuid references organisation,
  facility_id uuid references facility,
  funder_id uuid references funder,
  contact_person boolean not null default false check (not contact_person or role = 'STAFF'),
  display_name text not null check (length(display_name) between 1 and 120),
  email text check (email ~ '^[\x21-\x7e]+@[\x21-\x7e]+$' and length(email) <= 254),
  locale text not null check (locale in ('nl', 'en')),
  -- null when it was made at the console of a fresh installation
  invited_by uuid references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  link_id uuid not null unique default uuidv7(),
  rounds smallint not null default 1 check (rounds between 1 and 20),
  mail_state text not null default 'NONE' check (mail_state in ('NONE', 'WAITING', 'SENT', 'REFUSED')),
  -- the same as a code on the inviter's screen, for as long as it is open
  shown_id uuid unique,
  shown_until timestamptz check ((shown_id is null) = (shown_until is null)),
  -- who this will be when it is somebody new: known beforehand, because a passkey is made for a person
  for_person uuid not null unique default uuidv7(),
  accepted_at timestamptz,
  -- at the end of the transaction: the invitation is taken before the person is there, so that of two at once one is
  accepted_by uuid references person deferrable initially deferred,
  withdrawn_at timestamptz,
  check ((accepted_at is null) = (accepted_by is null)),
  check (mail_state = 'NONE' or email is not null),
  check (case role
    when 'VOLUNTEER' then organisation_id is not null and facility_id is null and funder_id is null
    when 'COORDINATOR' then organisation_id is not null and facility_id is null and funder_id is null
    when 'STAFF' then facility_id is not null and organisation_id is null and funder_id is null
    when 'FUNDER' then funder_id is not null and organisation_id is null and facility_id is null
    else organisation_id is null and facility_id is null and funder_id is null end)
);
create index on invitation (organisation_id, id);
create index on invitation (facility_id, id);
create index on invitation (invited_by, created_at);

-- the contact person of a prison invites colleagues
alter table membership add column contact_person boolean not null default false check (not contact_person or role = 'STAFF');
-- one is something once
create unique index membership_once on membership (person_id, role, organisation_id, facility_id, funder_id)
  nulls not distinct where ended_at is null;
-- who was there first at each prison is its contact person until somebody says otherwise
create policy migrating on membership for all to vrijplaats_owner using (true) with check (true);
update membership set contact_person = true where id in (
  select distinct on (facility_id) id from membership where role = 'STAFF' and ended_at is null
  order by facility_id, created_at, id);
drop policy migrating on membership;

-- a passkey for somebody who holds an invitation and is nobody yet
alter table webauthn_challenge
  drop constraint webauthn_challenge_purpose_check,
  drop constraint webauthn_challenge_check,
  add constraint webauthn_challenge_purpose check (purpose in ('REGISTER', 'SIGN_IN', 'CONFIRM', 'JOIN')),
  add constraint webauthn_challenge_person check ((purpose in ('SIGN_IN', 'JOIN')) = (person_id is null));

alter table invitation enable row level security;
alter table invitation force row level security;

-- who asks for whom; and whoever holds the link, which the program has made sure is its own
create policy organisation on invitation for select using (
  organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR');
create policy facility on invitation for select using (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF');
create policy own on invitation for select using (invited_by = (select app_person()));
create policy ticket on invitation for select using ((select app_ticket()) in (link_id, shown_id));
create policy console on invitation for select using ((select app_role()) = 'CONSOLE' and role = 'OPERATOR');
create policy invite on invitation for insert with check (
  invited_by = (select app_person()) and case (select app_role())
    when 'COORDINATOR' then organisation_id = (select app_organisation()) and role in ('VOLUNTEER', 'COORDINATOR')
    when 'STAFF' then facility_id = (select app_facility()) and role = 'STAFF'
    when 'OPERATOR' then role in ('COORDINATOR', 'STAFF', 'FUNDER')
    else false end);
create policy invite_from_console on invitation for insert with check (
  invited_by is null and role = 'OPERATOR' and (select app_role()) = 'CONSOLE');
create policy organisation_change on invitation for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()) and accepted_by is null);
create policy facility_change on invitation for update
  using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF')
  with check (facility_id = (select app_facility()) and accepted_by is null);
create policy own_change on invitation for update
  using (invited_by = (select app_person()) and (select app_role()) = 'OPERATOR')
  with check (invited_by = (select app_person()) and accepted_by is null);
create policy accept on invitation for update
  using ((select app_ticket()) in (link_id, shown_id) and accepted_by is null and withdrawn_at is null)
  with check ((select app_ticket()) in (link_id, shown_id) and accepted_by = (select app_person()));
create policy worker on invitation for select to vrijplaats_worker using (true);
create policy worker_change on invitation for update to vrijplaats_worker using (true) with check (true);

-- who holds an invitation reads who invites, and becomes what it says and nothing else
create policy inviting on person for select using (
  (select app_ticket()) is not null and id in (select i.invited_by from invitation i
    where (select app_ticket()) in (i.link_id, i.shown_id)));
create policy invited on person for insert with check (
  id = (select app_person()) and id in (select i.for_person from invitation i where i.accepted_by = i.for_person));
create policy invited on membership for insert with check (
  person_id = (select app_person()) and ended_at is null and exists (select from invitation i
    where (select app_ticket()) in (i.link_id, i.shown_id) and i.accepted_by = membership.person_id
      and i.role = membership.role and i.contact_person = membership.contact_person
      and i.organisation_id is not distinct from membership.organisation_id
      and i.facility_id is not distinct from membership.facility_id
      and i.funder_id is not distinct from membership.funder_id));
create policy also_coordinator on membership for insert with check (
  (select app_role()) = 'COORDINATOR' and role = 'COORDINATOR' and organisation_id = (select app_organisation())
  and person_id in (select v.person_id from volunteer v where v.organisation_id = (select app_organisation())));
create policy organisation_change on membership for update
  using (organisation_id = (select app_organisation()) and (select app_role()) = 'COORDINATOR')
  with check (organisation_id = (select app_organisation()));
create policy facility_change on membership for update
  using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF')
  with check (facility_id = (select app_facility()));
create policy join_in on volunteer for insert with check (
  organisation_id = (select app_organisation()) and status = 'APPLICANT' and person_id = (select app_person())
  and exists (select from membership m where m.person_id = volunteer.person_id
    and m.organisation_id = volunteer.organisation_id and m.role = 'VOLUNTEER' and m.ended_at is null));

-- the operator lets tenants in
create policy operator on organisation for insert with check ((select app_role()) = 'OPERATOR');
create policy operator on organisation_setting for insert with check ((select app_role()) = 'OPERATOR');
create policy operator on credential_requirement for insert with check ((select app_role()) = 'OPERATOR');
create policy operator on facility for insert with check ((select app_role()) = 'OPERATOR');
create policy operator on funder for insert with check ((select app_role()) = 'OPERATOR');
create policy operator on organisation_facility for all
  using ((select app_role()) = 'OPERATOR') with check ((select app_role()) = 'OPERATOR');

grant select, insert (role, organisation_id, facility_id, funder_id, contact_person, display_name, email, locale,
    invited_by, created_at, expires_at, mail_state),
  update (expires_at, link_id, rounds, mail_state, shown_id, shown_until, accepted_at, accepted_by, withdrawn_at)
  on invitation to vrijplaats_app;
grant select, update (mail_state) on invitation to vrijplaats_worker;
grant insert (id, display_name, locale) on person to vrijplaats_app;
grant insert (person_id, role, organisation_id, facility_id, funder_id, contact_person),
  update (contact_person, ended_at) on membership to vrijplaats_app;
grant insert (organisation_id, person_id, status, status_since), update (status, status_since) on volunteer
  to vrijplaats_app;
grant insert (name) on organisation, funder to vrijplaats_app;
grant insert (organisation_id) on organisation_setting to vrijplaats_app;
grant insert (organisation_id, activity_kind, credential_kind) on credential_requirement to vrijplaats_app;
grant insert (code, name, city, latitude, longitude, women) on facility to vrijplaats_app;
grant insert (organisation_id, facility_id, active_from, active_until), update (active_until) on organisation_facility
  to vrijplaats_app;
