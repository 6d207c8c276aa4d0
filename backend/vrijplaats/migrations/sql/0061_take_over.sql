-- After a release somebody near the new home may take over: a volunteer is asked by name, the two go together once, and then
-- the first one's match ends and the other's begins. Who said no is not kept beside the next one who is asked.
alter table match_review
  add column asked_id uuid,
  add column asked_at timestamptz,
  add column answer text check (answer in ('YES', 'NO')),
  add column answered_at timestamptz,
  add foreign key (organisation_id, asked_id) references volunteer (organisation_id, id),
  add check ((asked_id is null) = (asked_at is null)),
  add check ((answer is null) = (answered_at is null)),
  add check (asked_id is not null or answer is null);
create index on match_review (asked_id) where asked_id is not null;
grant update (asked_id, asked_at, answer, answered_at) on match_review to vrijplaats_app;
-- who is asked reads what is asked, and answers; nothing of the visits before
create policy asked on match_review for select using (
  organisation_id = (select app_organisation()) and asked_id = (select app_volunteer()));
create policy answer on match_review for update
  using (organisation_id = (select app_organisation()) and asked_id = (select app_volunteer()))
  with check (organisation_id = (select app_organisation()));
create policy self_asked on match_review for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and asked_id in (select v.id from volunteer v where v.person_id = (select app_person())));

-- Who said yes keeps room for it; when the match ends before the two went together, that room is free again. Who had not
-- answered yet is asked nothing any more. Either hears it.
create policy frees on match_review for update to vrijplaats_owner
  using ((select app_role()) = 'MOVE') with check ((select app_role()) = 'MOVE');
create function free_who_was_asked(ended uuid) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  which uuid;
  said text;
  asked uuid;
begin
  perform set_config('app.role', 'MOVE', true);
  select r.id, r.answer, r.asked_id into which, said, asked from match_review r join match m on m.id = r.match_id
  where m.id = ended and m.state = 'ENDED' and r.asked_id is not null and r.answer is distinct from 'NO' and r.met_at is null
  order by r.created_at desc limit 1 for update of r;
  if said = 'YES' then
    update match_review r set answer = null, answered_at = null where r.id = which;
    update volunteer v set carrying = v.carrying - 1 where v.id = asked and v.carrying > 0;
  end if;
  perform set_config('app.role', coalesce(was, ''), true);
  return asked;
end
$$;
revoke execute on function free_who_was_asked from public;
grant execute on function free_who_was_asked to vrijplaats_app, vrijplaats_worker;
comment on function free_who_was_asked is 'Of a match that ended before it was taken over: who was asked, and has room for somebody else if they had said yes.';
create or replace function lighten_after_release(ended uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
begin
  perform set_config('app.role', 'MOVE', true);
  -- one that is handed over was let go of when that was chosen
  update volunteer v set carrying = v.carrying - 1 from match m
  where m.id = ended and m.state = 'ENDED' and m.outside_until is not null and v.id = m.volunteer_id and v.carrying > 0
    and not exists (select from match_review r where r.match_id = m.id and r.choice = 'HAND_OVER');
  perform set_config('app.role', coalesce(was, ''), true);
end
$$;

-- The volunteer who was asked leaves the organisation: nobody is asked any more, and the coordinator asks somebody else.
create function let_go_of_take_overs(leaver uuid)
  returns table (id uuid, request_id uuid, organisation_id uuid, facility_id uuid, said_yes boolean)
  language plpgsql security definer set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  was text := app_role();
begin
  perform set_config('app.role', 'MOVE', true);
  return query
    with asked as (
      select r.id, r.answer from match_review r
      where r.asked_id = leaver and r.organisation_id = app_organisation() and r.answer is distinct from 'NO'
        and r.met_at is null and r.match_id in (select m.id from match m where m.state <> 'ENDED')
      for update of r
    ), gone as (
      update match_review r set asked_id = null, asked_at = null, answer = null, answered_at = null from asked a
      where r.id = a.id returning r.match_id, a.answer
    )
    select m.id, m.request_id, m.organisation_id, m.facility_id, g.answer is not null from gone g join match m on m.id = g.match_id
    order by m.id;
  perform set_config('app.role', coalesce(was, ''), true);
end
$$;
revoke execute on function let_go_of_take_overs from public;
grant execute on function let_go_of_take_overs to vrijplaats_app;
comment on function let_go_of_take_overs is 'Of a volunteer who leaves: the matches that they were asked to take over, and would have, if they said yes.';

-- Which admission was asked for because the same volunteer goes along; it is taken back when that is not so after all, unless
-- another match needs it. Once the prison answered it stands.
alter table match_review
  add column admission_id uuid,
  add foreign key (organisation_id, admission_id) references admission (organisation_id, id) on delete set null (admission_id);
create index on match_review (admission_id) where admission_id is not null;
grant update (admission_id) on match_review to vrijplaats_app;
create policy takes_back on admission for all to vrijplaats_owner
  using ((select app_role()) = 'MOVE' and state = 'REQUESTED') with check (false);
create function take_back_admissions(reviews uuid[]) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
begin
  perform set_config('app.role', 'MOVE', true);
  return query delete from admission a using match_review r
    where r.id = any (reviews) and (r.organisation_id = app_organisation() or r.facility_id = app_facility())
      and a.organisation_id = r.organisation_id and a.id = r.admission_id
      and not exists (select from match m where m.volunteer_id = a.volunteer_id and m.facility_id = a.facility_id
        and m.state <> 'ENDED' and m.id <> r.match_id)
      and not exists (select from match_review x join match m on m.id = x.match_id
        where x.admission_id = a.id and x.choice = 'KEEP' and m.state <> 'ENDED' and x.match_id <> r.match_id)
    returning a.id;
  perform set_config('app.role', coalesce(was, ''), true);
end
$$;
revoke execute on function take_back_admissions from public;
grant execute on function take_back_admissions to vrijplaats_app, vrijplaats_keys;
comment on function take_back_admissions is 'The admissions that were asked for by these reviews and that nothing needs any more.';

-- Until the day nothing came of what was chosen, so that a report can still be taken back; who had said yes has room again.
grant select (carrying), update (carrying) on volunteer to vrijplaats_keys;
set role vrijplaats_keys;
create or replace function departure_undone(which uuid, moment timestamptz) returns jsonb
  language plpgsql set search_path = public, pg_temp
as $$
declare
  gone departure;
  passed departure_key;
  wish record;
  asked jsonb;
begin
  select * into gone from departure d
  where d.id = which and d.facility_id = app_facility() and d.undone_at is null for update;
  if not found then
    return null;
  end if;
  -- the requests before the matches, as by everything that touches both: who is asked answers before this or not at all
  perform from visit_request r where r.id in (
      select m.request_id from match m join match_review v on v.match_id = m.id where v.departure_id = which
      union select (e ->> 'id')::uuid from departure_key k, jsonb_array_elements(k.moved) e where k.departure_id = which)
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
      update match m set detainee_id = gone.detainee_id, pseudonym = gone.pseudonym where m.request_id = wish.id;
      if wish.organisation_id is null then
        insert into pool_entry (request_id, facility_id) values (wish.id, gone.facility_id) on conflict do nothing;
      end if;
    end loop;
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
  update match m set state = 'ACTIVE' from match_review v where v.departure_id = which and m.id = v.match_id;
  update volunteer v set carrying = v.carrying - 1 from match_review r
  where r.departure_id = which and r.answer = 'YES' and r.met_at is null and v.id = r.asked_id and v.carrying > 0;
  perform take_back_admissions(array(select v.id from match_review v where v.departure_id = which));
  select coalesce(jsonb_agg(jsonb_build_object('person_id', v.person_id, 'organisation_id', v.organisation_id)), '[]')
  into asked from match_review r join volunteer v on v.id = r.asked_id
  where r.departure_id = which and r.answer is distinct from 'NO' and r.met_at is null;
  delete from match_review v where v.departure_id = which;
  delete from departure_key k where k.departure_id = which;
  update departure d set undone_at = moment where d.id = which;
  return asked;
end
$$;
set role vrijplaats_owner;
