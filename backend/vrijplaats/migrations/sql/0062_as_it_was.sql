-- Of two that give out or take back a person's time the second waits before it holds anything that the first may need.
-- Who takes a match over goes along with whoever visits in it, so planning in it gives out the time of both.
create function hold_time(who uuid, visited uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  along uuid;
begin
  perform set_config('app.role', 'MOVE', true);
  select v.person_id into along from match_review r join match m on m.id = r.match_id join volunteer v on v.id = r.asked_id
  where r.match_id = visited and m.organisation_id = app_organisation() and r.answer is distinct from 'NO' and r.met_at is null
  order by r.created_at desc limit 1;
  perform set_config('app.role', coalesce(was, ''), true);
  perform pg_advisory_xact_lock(hashtextextended('time ' || least(who, along)::text, 0));
  perform pg_advisory_xact_lock(hashtextextended('time ' || greatest(who, along)::text, 0));
end
$$;
revoke execute on function hold_time from public;
grant execute on function hold_time to vrijplaats_app, vrijplaats_worker;
comment on function hold_time is 'Waits for whoever gives out the time of this person at this moment, or of who was asked to take over the match; before any row is held.';

-- A match that was looked at before it was reported is looked at when the report is taken back: because of an earlier report
-- of which nobody chose yet, or because whoever visits has left.
alter table match_review add column stays_in_review boolean not null default false;
grant insert (stays_in_review), update (stays_in_review) on match_review to vrijplaats_app;
select set_config('app.role', 'MOVE', true);
update match_review r set stays_in_review = true
where exists (select from match_review o where o.match_id = r.match_id and o.created_at < r.created_at
    and (o.choice is null or o.choice = 'HAND_OVER'))
  or exists (select from match m join volunteer v on v.id = m.volunteer_id where m.id = r.match_id and v.status = 'LEFT');
select set_config('app.role', '', true);

-- A wish that ends on the day because one of the same kind waits at the next prison already: that one has waited as long.
-- When the report is taken back, it has not.
set role vrijplaats_keys;
create or replace function departure_carried_out(which uuid, moment timestamptz, spare text[])
  returns table (what text, request_id uuid, offer_id uuid, organisation_id uuid, facility_id uuid)
  language plpgsql set search_path = public, pg_temp
as $$
declare
  gone departure;
  passed departure_key;
  next_id uuid;
  next_name text;
  today date := (moment at time zone 'Europe/Amsterdam')::date;
  wish record;
  owner uuid;
  undone jsonb := '[]';
  stays uuid;
  stays_since timestamptz;
begin
  select * into gone from departure d where d.id = which and d.moved_at is null and d.undone_at is null for update;
  if not found or gone.on_day > today then
    return;
  end if;
  perform from visit_request r where r.detainee_id = gone.detainee_id and r.state in ('OPEN', 'OFFERED', 'MATCHED')
    order by r.id for update;
  select * into passed from departure_key k where k.departure_id = which;
  if not found then  -- the name was erased meanwhile, and with it every wish was withdrawn
    update departure d set moved_at = moment where d.id = which;
    return;
  end if;
  update departure_key k set fingerprint = (select d.fingerprint from detainee d where d.id = gone.detainee_id)
  where k.departure_id = which;
  update detainee d set fingerprint = null where d.id = gone.detainee_id;
  update detainee_identity i set left_at = moment where i.detainee_id = gone.detainee_id;
  for offer_id, request_id, organisation_id in
    update offer o set state = 'WITHDRAWN', answered_at = moment from visit_request r
    where r.id = o.request_id and r.detainee_id = gone.detainee_id and o.state = 'LIVE'
    returning o.id, o.request_id, o.organisation_id loop
    what := 'offer.withdrawn'; facility_id := gone.facility_id;
    return next;
  end loop;
  offer_id := null;
  if gone.kind = 'RELEASE' then
    delete from pool_entry p using visit_request r
    where r.id = p.request_id and r.detainee_id = gone.detainee_id and r.state = 'OPEN' and r.organisation_id is null;
    for request_id, organisation_id in
      update visit_request r set state = 'WITHDRAWN', ended_at = moment, end_reason = 'RELEASED'
      where r.detainee_id = gone.detainee_id and r.state in ('OPEN', 'OFFERED') returning r.id, r.organisation_id loop
      what := 'request.withdrawn'; facility_id := gone.facility_id;
      undone := undone || jsonb_build_object('id', request_id, 'organisation', organisation_id);
      return next;
    end loop;
  else
    select d.id, d.pseudonym into next_id, next_name from detainee d
    where d.facility_id = gone.to_facility_id and d.fingerprint = passed.to_fingerprint;
    if next_id is null then
      next_id := passed.to_detainee_id;
      select n.name into next_name from unnest(gone.pseudonym || spare) with ordinality n (name, place)
      where not exists (select from detainee d where d.facility_id = gone.to_facility_id and d.pseudonym = n.name)
      order by n.place limit 1;
      insert into detainee (id, facility_id, pseudonym, fingerprint)
      values (next_id, gone.to_facility_id, next_name, passed.to_fingerprint);
      insert into detainee_identity (detainee_id, facility_id, given_name, family_name, version)
      values (next_id, gone.to_facility_id, passed.given_name, passed.family_name, passed.version);
      insert into detainee_key (detainee_id, facility_id, wrapped)
      values (next_id, gone.to_facility_id, passed.wrapped);
    end if;
    update departure_key k set to_detainee_id = next_id where k.departure_id = which;
    set constraints match_person deferred;
    for wish in select r.id, r.state, r.organisation_id, r.activity_kind, r.waiting_since from visit_request r
      where r.detainee_id = gone.detainee_id and (r.state in ('OPEN', 'OFFERED') or r.state = 'MATCHED' and exists (
        select from match m where m.request_id = r.id and m.state <> 'ENDED')) order by r.id loop
      if wish.state <> 'MATCHED' and exists (select from visit_request r where r.detainee_id = next_id
        and r.activity_kind = wish.activity_kind and r.state in ('OPEN', 'OFFERED')) then
        delete from pool_entry p where p.request_id = wish.id and wish.organisation_id is null;
        update visit_request r set state = 'WITHDRAWN', ended_at = moment, end_reason = 'TRANSFERRED' where r.id = wish.id;
        select r.id, r.waiting_since into stays, stays_since from visit_request r where r.detainee_id = next_id
          and r.activity_kind = wish.activity_kind and r.state in ('OPEN', 'OFFERED') for update;
        update visit_request r set waiting_since = least(r.waiting_since, wish.waiting_since) where r.id = stays;
        what := 'request.withdrawn'; request_id := wish.id; organisation_id := wish.organisation_id;
        facility_id := gone.facility_id;
        undone := undone || jsonb_build_object('id', wish.id, 'organisation', wish.organisation_id,
          'stays', stays, 'stays_since', stays_since, 'stays_now', least(stays_since, wish.waiting_since));
        return next;
        continue;
      end if;
      owner := wish.organisation_id;
      if wish.state <> 'MATCHED' and not exists (select from organisation_facility f
        where f.organisation_id = owner and f.facility_id = gone.to_facility_id
        and f.active_from <= today and (f.active_until is null or f.active_until >= today)) then
        owner := null;
      end if;
      update visit_request r set facility_id = gone.to_facility_id, detainee_id = next_id, pseudonym = next_name,
        state = case r.state when 'OFFERED' then 'OPEN' else r.state end, organisation_id = owner,
        claimed_by = case when owner is null then null else r.claimed_by end,
        claimed_at = case when owner is null then null else r.claimed_at end
      where r.id = wish.id;
      update match m set facility_id = gone.to_facility_id, detainee_id = next_id, pseudonym = next_name
      where m.request_id = wish.id and m.state <> 'ENDED';
      if owner is null then
        insert into pool_entry (request_id, facility_id) values (wish.id, gone.to_facility_id) on conflict do nothing;
      end if;
      undone := undone || jsonb_build_object('id', wish.id, 'organisation', wish.organisation_id);
      what := case when wish.state = 'MATCHED' then 'match.moved' else 'request.moved' end;
      request_id := wish.id; organisation_id := owner; facility_id := gone.to_facility_id;
      return next;
    end loop;
    set constraints match_person immediate;
  end if;
  update departure_key k set moved = undone where k.departure_id = which;
  update departure d set moved_at = moment where d.id = which;
end
$$;

create or replace function departure_undone(which uuid, moment timestamptz) returns jsonb
  language plpgsql set search_path = public, pg_temp
as $$
declare
  gone departure;
  passed departure_key;
  wish record;
  asked jsonb;
  admissions jsonb;
  taken uuid[];
begin
  select * into gone from departure d
  where d.id = which and d.facility_id = app_facility() and d.undone_at is null for update;
  if not found then
    return null;
  end if;
  -- the requests before the matches, as by everything that touches both: who is asked answers before this or not at all
  perform from visit_request r where r.id in (
      select m.request_id from match m join match_review v on v.match_id = m.id where v.departure_id = which
      union select unnest(array[e ->> 'id', e ->> 'stays'])::uuid from departure_key k, jsonb_array_elements(k.moved) e
      where k.departure_id = which)
    order by r.id for update;
  perform from match m join match_review v on v.match_id = m.id where v.departure_id = which order by m.id for update of m;
  if exists (select from match_review v join match m on m.id = v.match_id
    where v.departure_id = which and (v.choice is not null and gone.moved_at is not null or m.state <> 'REVIEW')) then
    return null;
  end if;
  select * into passed from departure_key k where k.departure_id = which;
  if gone.moved_at is not null then
    if passed.departure_id is null then
      return null;
    end if;
    -- somebody claimed it, asked somebody, or entered another wish for them
    if exists (select from visit_request r where r.id in (select (e ->> 'id')::uuid from jsonb_array_elements(passed.moved) e)
        and (r.claimed_at > gone.moved_at or r.state = 'OFFERED' or r.state = 'WITHDRAWN' and r.ended_at > gone.moved_at
          or r.matched_at > gone.moved_at))
      or exists (select from visit_request r where r.detainee_id = passed.to_detainee_id and r.created_at > gone.moved_at)
      or exists (select from departure d where d.detainee_id = passed.to_detainee_id and d.undone_at is null)
      or exists (select from detainee d where d.facility_id = gone.facility_id and d.fingerprint = passed.fingerprint) then
      return null;
    end if;
    set constraints match_person deferred;
    for wish in select (e ->> 'id')::uuid as id, (e ->> 'organisation')::uuid as organisation_id
      from jsonb_array_elements(passed.moved) e loop
      update visit_request r set facility_id = gone.facility_id, detainee_id = gone.detainee_id,
        pseudonym = gone.pseudonym, organisation_id = wish.organisation_id,
        state = case r.state when 'WITHDRAWN' then 'OPEN' else r.state end,
        ended_at = case r.state when 'WITHDRAWN' then null else r.ended_at end,
        end_reason = case r.state when 'WITHDRAWN' then null else r.end_reason end
      where r.id = wish.id;
      update match m set facility_id = gone.facility_id, detainee_id = gone.detainee_id, pseudonym = gone.pseudonym
      where m.request_id = wish.id and m.state <> 'ENDED';
      if wish.organisation_id is null then
        insert into pool_entry (request_id, facility_id) values (wish.id, gone.facility_id) on conflict do nothing;
      end if;
    end loop;
    update visit_request r set waiting_since = (e ->> 'stays_since')::timestamptz
    from jsonb_array_elements(passed.moved) e
    where r.id = (e ->> 'stays')::uuid and r.waiting_since = (e ->> 'stays_now')::timestamptz;  -- or somebody changed it since
    set constraints match_person immediate;
    update detainee_identity i set left_at = null where i.detainee_id = gone.detainee_id;
    -- whom the next prison had not known is unknown to it again
    if gone.kind = 'TRANSFER' and passed.wrapped is not null
      and exists (select from detainee_key k where k.detainee_id = passed.to_detainee_id and k.wrapped = passed.wrapped) then
      delete from detainee_key k where k.detainee_id = passed.to_detainee_id;
      delete from detainee_identity i where i.detainee_id = passed.to_detainee_id;
      delete from detainee d where d.id = passed.to_detainee_id;
    end if;
    update detainee d set fingerprint = passed.fingerprint where d.id = gone.detainee_id;
  end if;
  update match m set state = 'ACTIVE' from match_review v
  where v.departure_id = which and m.id = v.match_id and not v.stays_in_review;
  update volunteer v set carrying = v.carrying - 1 from match_review r
  where r.departure_id = which and r.answer = 'YES' and r.met_at is null and v.id = r.asked_id and v.carrying > 0;
  select coalesce(jsonb_agg(jsonb_build_object('id', r.admission_id, 'volunteer_id', m.volunteer_id,
    'organisation_id', m.organisation_id)), '[]')
  into admissions from match_review r join match m on m.id = r.match_id
  where r.departure_id = which and r.admission_id is not null;
  taken := array(select take_back_admissions(array(select v.id from match_review v where v.departure_id = which)));
  select coalesce(jsonb_agg(distinct a), '[]') into admissions from jsonb_array_elements(admissions) a
  where (a ->> 'id')::uuid = any (taken);
  select coalesce(jsonb_agg(jsonb_build_object('person_id', v.person_id, 'organisation_id', v.organisation_id)), '[]')
  into asked from match_review r join volunteer v on v.id = r.asked_id
  where r.departure_id = which and r.answer is distinct from 'NO' and r.met_at is null;
  delete from match_review v where v.departure_id = which;
  delete from departure_key k where k.departure_id = which;
  update departure d set undone_at = moment where d.id = which;
  return jsonb_build_object('asked', asked, 'admissions', admissions);
end
$$;

-- Handed over, or ended because of the transfer, while a wish of theirs waits at the next prison already: that one has waited
-- as long as this one had when somebody was found, as when it is handed back. The days of the visits are no days of waiting.
create function days_go_on(wish visit_request, moment timestamptz) returns boolean
  language plpgsql set search_path = public, pg_temp
as $$
begin
  -- in the order of everything that touches more than one wish of somebody
  perform from visit_request r where r.detainee_id = wish.detainee_id and r.state in ('OPEN', 'OFFERED', 'MATCHED')
  order by r.id for update;
  update visit_request r
  set waiting_since = least(r.waiting_since, moment - (coalesce(wish.matched_at, moment) - wish.waiting_since))
  where r.facility_id = wish.facility_id and r.detainee_id = wish.detainee_id and r.activity_kind = wish.activity_kind
    and r.state in ('OPEN', 'OFFERED');
  return found;
end
$$;
revoke execute on function days_go_on from public;
create function waits_as_long(ending uuid, moment timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  own uuid := app_organisation();
  wish visit_request;
begin
  perform set_config('app.role', 'MOVE', true);
  select r.* into wish from visit_request r join match m on m.request_id = r.id and m.facility_id = r.facility_id
  where m.id = ending and m.state = 'REVIEW' and r.state = 'MATCHED' and (was is null or m.organisation_id = own)
    and exists (select from match_review v join departure d on d.id = v.departure_id
      where v.match_id = m.id and d.kind = 'TRANSFER' and d.moved_at is not null);
  if found then
    perform days_go_on(wish, moment);
  end if;
  perform set_config('app.role', coalesce(was, ''), true);
end
$$;
revoke execute on function waits_as_long from public;
grant execute on function waits_as_long to vrijplaats_app, vrijplaats_worker;
comment on function waits_as_long is 'Of a match that is about to end because of a transfer: the wish that waits for the same person where they are now has waited as long.';
set role vrijplaats_owner;
