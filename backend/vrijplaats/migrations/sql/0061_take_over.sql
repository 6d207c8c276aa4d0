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

-- A report that is taken back (departure_undone): who had said yes has room again.
grant select (carrying), update (carrying) on volunteer to vrijplaats_keys;

-- Who took over goes on outside, until the same day; somebody else can be asked to take it over from them as well.
create policy goes_on on match_review for insert to vrijplaats_owner with check ((select app_role()) = 'MOVE');
create function goes_on_outside(next uuid, moment timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
begin
  perform set_config('app.role', 'MOVE', true);
  insert into match_review (organisation_id, facility_id, match_id, departure_id, created_at, choice, chosen_at)
  select n.organisation_id, n.facility_id, n.id, r.departure_id, moment, 'TAPER', moment
  from match n
  join match m on m.organisation_id = n.organisation_id and m.request_id = n.request_id and m.id <> n.id
  join match_review r on r.match_id = m.id and r.asked_id = n.volunteer_id and r.answer = 'YES' and r.met_at is not null
  where n.id = next and n.organisation_id = app_organisation() and n.outside_until is not null
  order by r.met_at desc limit 1;
  perform set_config('app.role', coalesce(was, ''), true);
end
$$;
revoke execute on function goes_on_outside from public;
grant execute on function goes_on_outside to vrijplaats_app;
comment on function goes_on_outside is 'That a match which was just taken over goes on outside, after the same release; of the own organisation only.';

-- The two go together to the next meeting at which who takes over is free; the first one plans it, and may not read where else
-- the other visits. Which that is follows from what is planned and is kept nowhere, so that nobody is ever at two places at
-- once, whatever is moved or called off. Of two that said yes to the first is the first.
create policy both_go on presence for select to vrijplaats_owner using ((select app_role()) = 'MOVE');
create policy both_go on visit for select to vrijplaats_owner using ((select app_role()) = 'MOVE');
create function meetings_together(who uuid, moment timestamptz)
  returns table (match_id uuid, organisation_id uuid, meets tstzrange)
  language plpgsql set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  taken tstzrange[] := '{}';
begin
  for match_id, organisation_id in
    select r.match_id, r.organisation_id from match_review r join volunteer v on v.id = r.asked_id
    join match m on m.id = r.match_id and m.state <> 'ENDED' and m.outside_until is not null
    where v.person_id = who and r.answer = 'YES' and r.met_at is null order by r.answered_at, r.id loop
    select p.during into meets from visit x join presence p on p.id = x.presence_id and p.live
    where x.match_id = meetings_together.match_id and x.outside and x.state = 'CONFIRMED' and p.ends_at > moment
      and not exists (select from presence b where b.person_id = who and b.live and b.during && p.during)
      and not exists (select from unnest(taken) t (other) where t.other && p.during)
    order by p.starts_at limit 1;
    if found then
      taken := taken || meets;
      return next;
    end if;
  end loop;
end
$$;
revoke execute on function meetings_together from public;
comment on function meetings_together is 'When this person goes along to which match that they take over; to be called as MOVE, by the three below.';

-- Time is given out to a person by one transaction at a time: of two at the same second the second sees what the first took.
create function goes_along_then(who uuid, starts timestamptz, ends timestamptz, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  along boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended('time ' || who::text, 0));
  if app_person() <> who then
    return false;
  end if;
  perform set_config('app.role', 'MOVE', true);
  along := exists (select from meetings_together(who, moment) t where t.meets && tstzrange(starts, ends));
  perform set_config('app.role', coalesce(was, ''), true);
  return along;
end
$$;
revoke execute on function goes_along_then from public;
grant execute on function goes_along_then to vrijplaats_app, vrijplaats_worker;
comment on function goes_along_then is 'Whether this person goes along with somebody then whose match they take over, for whatever organisation; a person asks it of themselves.';

create function who_goes_along_is_busy(first uuid, starts timestamptz, ends timestamptz, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  along uuid;
  own uuid;
  busy boolean;
begin
  perform set_config('app.role', 'MOVE', true);
  select v.person_id, w.person_id into along, own from match_review r join match m on m.id = r.match_id
  join volunteer v on v.id = r.asked_id join volunteer w on w.id = m.volunteer_id
  where r.match_id = first and m.organisation_id = app_organisation() and m.outside_until is not null
    and r.answer = 'YES' and r.met_at is null;
  -- in one order, as these two may go along with each other
  perform pg_advisory_xact_lock(hashtextextended('time ' || least(along, own)::text, 0)) where along is not null;
  perform pg_advisory_xact_lock(hashtextextended('time ' || greatest(along, own)::text, 0)) where along is not null;
  busy := along is not null
    and (exists (select from presence p where p.person_id = along and p.live and p.during && tstzrange(starts, ends))
      or exists (select from meetings_together(along, moment) t where t.match_id <> first and t.meets && tstzrange(starts, ends)))
    and not exists (select from meetings_together(along, moment) t where t.match_id = first and lower(t.meets) < starts);
  perform set_config('app.role', coalesce(was, ''), true);
  return busy;
end
$$;
revoke execute on function who_goes_along_is_busy from public;
grant execute on function who_goes_along_is_busy to vrijplaats_app;
comment on function who_goes_along_is_busy is 'Whether who takes this match over has a visit then, for whatever organisation, when this would be the next meeting; says nothing else of it.';

create function next_together(first uuid, moment timestamptz) returns timestamptz
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  next_one timestamptz;
begin
  perform set_config('app.role', 'MOVE', true);
  select lower(t.meets) into next_one from match_review r join volunteer v on v.id = r.asked_id
  cross join meetings_together(v.person_id, moment) t
  where r.match_id = first and r.organisation_id = app_organisation() and r.answer = 'YES' and r.met_at is null
    and t.match_id = first;
  perform set_config('app.role', coalesce(was, ''), true);
  return next_one;
end
$$;
revoke execute on function next_together from public;
grant execute on function next_together to vrijplaats_app;
comment on function next_together is 'When the two go together, of a match of the own organisation that is taken over; null while no meeting is planned at which both can be.';
