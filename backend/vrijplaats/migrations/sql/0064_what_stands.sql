-- What an organisation knows of somebody stays known when they join. Who is invited need not type their number anew: it is kept
-- unless they type another. Whoever only holds the link reads whether there is one, and never which: a letter may be mis-sent.
set role vrijplaats_owner;
grant select (for_person) on invitation to vrijplaats_keys;
grant select (phone), update (phone) on person_contact to vrijplaats_keys;
set role vrijplaats_keys;
create function imported_for_ticket() returns uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select c.volunteer_id from invitation i
  join imported_contact c on c.organisation_id = i.organisation_id and lower(c.email) = lower(i.email) and c.joined_at is null
  join volunteer v on v.id = c.volunteer_id join person p on p.id = v.person_id
  cross join lateral (select string_to_array(lower(i.display_name), ' ') as asked,
    string_to_array(lower(p.display_name), ' ') as known) words
  where app_ticket() in (i.link_id, i.shown_id) and i.role = 'VOLUNTEER'
    and case when i.volunteer_id is not null then c.volunteer_id = i.volunteer_id
      else words.asked <@ words.known or words.known <@ words.asked end
$$;
create function number_is_known() returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from imported_contact c where c.volunteer_id = imported_for_ticket() and c.phone is not null)
$$;
comment on function number_is_known is 'Whether the file that the invitation of this transaction is for has a telephone number; never which.';
create or replace function take_over_imported(at timestamptz) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  who uuid := app_person();
  where_to uuid;
  is_new boolean;
  file uuid;
  former uuid;
  known_number text;
begin
  select i.organisation_id, i.for_person = who into where_to, is_new from invitation i
  where app_ticket() in (i.link_id, i.shown_id) and i.role = 'VOLUNTEER' and i.accepted_by = who and i.email is not null;
  if not found or exists (select from volunteer v where v.organisation_id = where_to and v.person_id = who) then
    return null;
  end if;
  select c.volunteer_id, v.person_id, c.phone into file, former, known_number
  from imported_contact c join volunteer v on v.id = c.volunteer_id
  where c.volunteer_id = imported_for_ticket() and c.joined_at is null for update of c;
  if not found then
    return null;
  end if;
  -- of who is here already the number is theirs to give, for every organisation at once
  if is_new then
    update person_contact p set phone = known_number where p.person_id = who and p.phone is null;
  end if;
  update volunteer set person_id = who where id = file;
  update membership set ended_at = at
  where person_id = former and organisation_id = where_to and role = 'VOLUNTEER' and ended_at is null;
  update imported_contact set email = null, phone = null, joined_at = at where volunteer_id = file;
  return file;
end
$$;
revoke execute on function imported_for_ticket, number_is_known from public;
grant execute on function number_is_known to vrijplaats_app;

-- A match ends while the wish stands: it waits again. If one of the same kind waits for the person already, that is enough, and
-- it has waited as long as this one had when somebody was found.
create function another_waits(ending uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  own uuid := app_organisation();
  who uuid := app_volunteer();
  wish visit_request;
  waits boolean := false;
begin
  perform set_config('app.role', 'MOVE', true);
  select r.* into wish from visit_request r join match m on m.request_id = r.id and m.facility_id = r.facility_id
  where m.id = ending and m.state <> 'ENDED' and r.state = 'MATCHED' and m.organisation_id = own
    and (was = 'COORDINATOR' or was = 'VOLUNTEER' and m.volunteer_id = who);
  if found then
    waits := days_go_on(wish, moment);
  end if;
  perform set_config('app.role', coalesce(was, ''), true);
  return waits;
end
$$;
revoke execute on function another_waits from public;
grant execute on function another_waits to vrijplaats_app;
comment on function another_waits is 'Of a match that is about to end while the wish stands: whether another wish of the same kind waits for that person; it has waited as long.';
set role vrijplaats_owner;
