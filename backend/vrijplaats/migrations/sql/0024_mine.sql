-- What a volunteer has of their own on the phone: papers with somebody to call, a calendar to subscribe to.

-- a volunteer may call their coordinator: the number the coordinator filled in for that, which may be none
create policy coordinator_to_call on person_contact for select using (
  (select app_role()) = 'VOLUNTEER'
  and person_id in (select m.person_id from membership m
    where m.organisation_id = (select app_organisation()) and m.role = 'COORDINATOR' and m.ended_at is null));
