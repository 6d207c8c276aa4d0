-- Privileges: what is not named here is not allowed. Columns where only some may change.
revoke execute on function app_setting, app_person, app_organisation, app_facility, app_volunteer, app_role, app_session,
  outbox_ring, publication_is_frozen from public;
grant execute on function app_setting, app_person, app_organisation, app_facility, app_volunteer, app_role, app_session
  to vrijplaats_app, vrijplaats_worker, vrijplaats_reports, vrijplaats_audit, vrijplaats_keys;
set role vrijplaats_keys;
revoke execute on function put_facility_key, put_detainee_key, read_identity_keys, erase_detainee_key from public;
grant execute on function put_facility_key, put_detainee_key, read_identity_keys, erase_detainee_key to vrijplaats_app;
set role vrijplaats_audit;
revoke execute on function history_link from public;
set role vrijplaats_reports;
revoke execute on function report_cells from public;
grant execute on function report_cells to vrijplaats_app;
set role vrijplaats_owner;

grant select on organisation, organisation_setting, facility, organisation_facility, funder, person, person_contact, membership,
  session, demo_persona, history, idempotency, notice, room, visiting_slot, blocked_day, volunteer, volunteer_availability,
  credential, credential_requirement, admission, detainee, detainee_identity, visit_request, pool_entry, offer, match, presence,
  visit, visit_log, publication, figure_cell to vrijplaats_app;
-- whose places are taken is nobody else's business: only that they are
grant select (id, facility_id, slot_id, capacity, day, number), insert, delete on slot_place to vrijplaats_app;
grant insert on session, history, outbox, idempotency, detainee, detainee_identity, visit_request, pool_entry, offer, match,
  presence, visit, visit_log, publication, figure_cell, room, visiting_slot, blocked_day to vrijplaats_app;
grant delete on session, pool_entry to vrijplaats_app;
grant update (last_seen_at, expires_at) on session to vrijplaats_app;
grant update (response) on idempotency to vrijplaats_app;
grant update (read_at) on notice to vrijplaats_app;
grant update (locale) on person to vrijplaats_app;
grant update (carrying) on volunteer to vrijplaats_app;
grant update (organisation_id, state, claimed_by, claimed_at, matched_at, ended_at, end_reason) on visit_request to vrijplaats_app;
grant update (state, answered_at, decline_reason) on offer to vrijplaats_app;
grant update (state, ended_on, end_reason) on match to vrijplaats_app;
grant update (live, room_id, private_room) on presence to vrijplaats_app;
grant update (state, regime, planned_setting, slot_place_id, confirmed_by, confirmed_at, cancel_side, cancel_cause, cancelled_at)
  on visit to vrijplaats_app;

grant select, update on outbox to vrijplaats_worker;
grant insert on outbox, notice, history to vrijplaats_worker;
grant select, delete on idempotency, session to vrijplaats_worker;
grant select on notice, membership, organisation_facility, volunteer, offer, visit_request, match, presence, visit, facility, organisation
  to vrijplaats_worker;
grant update (state, answered_at) on offer to vrijplaats_worker;
grant update (state) on visit_request to vrijplaats_worker;

grant select on visit, visit_log, presence, match, organisation, facility to vrijplaats_reports;
grant select on history to vrijplaats_audit;
