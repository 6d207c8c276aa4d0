-- A match outlives transfer and release. What a prison reports is a day, where to, and nothing else: no reason, no plan, no
-- address. The place where somebody is going to live is the name of a town, and only if they want that known.
create table departure (
  id uuid primary key default uuidv7(),
  facility_id uuid not null references facility,
  detainee_id uuid not null,
  pseudonym text not null,
  kind text not null check (kind in ('TRANSFER', 'RELEASE')),
  on_day date not null,
  to_facility_id uuid references facility,
  to_place text check (length(to_place) between 1 and 80),
  reported_by uuid not null references person,
  created_at timestamptz not null,
  -- the person is not here any more: by the worker, when the day has come
  moved_at timestamptz,
  undone_at timestamptz,
  foreign key (facility_id, detainee_id) references detainee (facility_id, id),
  unique (facility_id, id),
  check ((kind = 'TRANSFER') = (to_facility_id is not null)),
  check (kind = 'RELEASE' or to_place is null),
  check (to_facility_id <> facility_id)
);
create unique index departure_one_ahead on departure (facility_id, detainee_id) where undone_at is null;
create index departure_due on departure (on_day) where moved_at is null and undone_at is null;
create index on departure (reported_by);
create index on departure (to_facility_id);

-- What somebody has to decide about a match, and what was decided. Gone when the report is taken back.
create table match_review (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null,
  facility_id uuid not null,
  match_id uuid not null,
  departure_id uuid not null,
  created_at timestamptz not null,
  -- what the volunteer would like; nobody has to say
  wish text check (wish in ('CONTINUE', 'STOP')),
  wished_at timestamptz,
  choice text check (choice in ('KEEP', 'HAND_OVER', 'HAND_BACK', 'TAPER')),
  chosen_by uuid references person,
  chosen_at timestamptz,
  -- the old and the new volunteer go together once
  together boolean not null default false,
  met_at timestamptz,
  foreign key (organisation_id, match_id) references match (organisation_id, id),
  foreign key (facility_id, departure_id) references departure (facility_id, id),
  unique (organisation_id, match_id, departure_id),
  check ((wish is null) = (wished_at is null)),
  check ((choice is null) = (chosen_at is null))
);
create index on match_review (departure_id);
create index on match_review (chosen_by);

-- After a release people meet outside until this day, half a year at most; then the match ends.
alter table match add column outside_until date;
create index match_tapering on match (outside_until) where outside_until is not null and state <> 'ENDED';

-- The match keeps its row where the person goes: what was visited before stays with the prison where it was.
alter table visit drop constraint visit_organisation_id_facility_id_match_id_fkey;
alter table visit add foreign key (organisation_id, match_id) references match (organisation_id, id);
alter table series drop constraint series_organisation_id_facility_id_match_id_fkey;
alter table series add foreign key (organisation_id, match_id) references match (organisation_id, id);
create function at_the_place_of_the_match() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if not exists (select from match m where m.id = new.match_id and m.facility_id = new.facility_id) then
    raise insufficient_privilege using message = 'not where this match is';
  end if;
  return new;
end
$$;
revoke execute on function at_the_place_of_the_match from public;
create trigger at_the_place before insert on visit for each row execute function at_the_place_of_the_match();
create trigger at_the_place before insert on series for each row execute function at_the_place_of_the_match();
-- everything of a wish goes along with it; the person and the place change together
alter table offer drop constraint offer_facility_id_request_id_fkey;
alter table offer add foreign key (facility_id, request_id) references visit_request (facility_id, id) on update cascade;
alter table waves drop constraint waves_facility_id_request_id_fkey;
alter table waves add foreign key (facility_id, request_id) references visit_request (facility_id, id) on update cascade;
alter table pool_entry drop constraint pool_entry_facility_id_request_id_fkey;
alter table pool_entry add foreign key (facility_id, request_id) references visit_request (facility_id, id) on update cascade;
-- but for a match that is over: it stays where it ended. Whose it was need not know where the person went after that
alter table match drop constraint match_facility_id_request_id_fkey;
alter table match add foreign key (request_id) references visit_request (id);
create function at_the_place_of_the_request() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if not exists (select from visit_request r where r.id = new.request_id and r.facility_id = new.facility_id) then
    raise insufficient_privilege using message = 'not where this request is';
  end if;
  return new;
end
$$;
revoke execute on function at_the_place_of_the_request from public;
create trigger at_the_place before insert on match for each row execute function at_the_place_of_the_request();
alter table match drop constraint match_facility_id_detainee_id_fkey;
alter table match add constraint match_person foreign key (facility_id, detainee_id) references detainee (facility_id, id)
  deferrable initially immediate;

-- One winner for as long as the match goes on that came of it: when that is handed over, the next one wins.
alter table offer add column handed_on boolean not null default false;
drop index offer_one_winner;
create unique index offer_one_winner on offer (organisation_id, request_id) where state = 'ACCEPTED' and not handed_on;

-- who has left is known to those who visit and to nobody of the prison any more
alter table detainee_identity add column left_at timestamptz;
drop policy facility on detainee_identity;
create policy facility on detainee_identity for select using (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF' and left_at is null);

alter table departure enable row level security;
alter table departure force row level security;
alter table match_review enable row level security;
alter table match_review force row level security;
create policy facility on departure for select using (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF');
create policy concerned on departure for select using (id in (select r.departure_id from match_review r));
create policy report on departure for insert with check (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF' and reported_by = (select app_person()));
create policy own on match_review for select using (
  organisation_id = (select app_organisation()) and ((select app_role()) = 'COORDINATOR'
    or match_id in (select m.id from match m where m.volunteer_id = (select app_volunteer()))
    or choice = 'HAND_OVER' and match_id in (select m.id from match m
      join match n on n.organisation_id = m.organisation_id and n.request_id = m.request_id
      where n.volunteer_id = (select app_volunteer()))));
create policy facility on match_review for select using (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF');
create policy report on match_review for insert with check (
  facility_id = (select app_facility()) and (select app_role()) = 'STAFF'
  and match_id in (select m.id from match m where m.facility_id = (select app_facility())));
create policy decide on match_review for update
  using (organisation_id = (select app_organisation()) and ((select app_role()) = 'COORDINATOR'
    or match_id in (select m.id from match m where m.volunteer_id = (select app_volunteer()))
    or choice = 'HAND_OVER' and match_id in (select m.id from match m
      join match n on n.organisation_id = m.organisation_id and n.request_id = m.request_id
      where n.volunteer_id = (select app_volunteer()))))
  with check (organisation_id = (select app_organisation()));
create policy worker on departure for select to vrijplaats_worker using (true);
create policy worker on match_review for select to vrijplaats_worker using (true);
-- somebody whom a prison reports: the match is looked at; no other change is the prison's
create policy facility_reports on match for update
  using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF' and state = 'ACTIVE')
  with check (facility_id = (select app_facility()) and state = 'REVIEW');
-- held while it is reported, so that nobody plans meanwhile; it rests with the match, and the prison changes nothing of it
create policy facility_reports on series for update
  using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF') with check (false);
create policy worker_ends on match for update to vrijplaats_worker using (true) with check (true);
-- a person reads their own, over all organisations
create policy self on match_review for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and match_id in (
    select m.id from match m join volunteer v on v.id = m.volunteer_id where v.person_id = (select app_person())));
grant select, insert (facility_id, detainee_id, pseudonym, kind, on_day, to_facility_id, to_place, reported_by, created_at)
  on departure to vrijplaats_app;
grant select, insert (organisation_id, facility_id, match_id, departure_id, created_at),
  update (wish, wished_at, choice, chosen_by, chosen_at, together, met_at) on match_review to vrijplaats_app;
grant update (outside_until) on match to vrijplaats_app;
grant select on departure, match_review to vrijplaats_worker;
grant update (state, ended_on, end_reason) on match to vrijplaats_worker;
-- on the day, when it was chosen before how the match goes on
grant update (ended_at, end_reason) on series to vrijplaats_worker;
grant update (ended_at, end_reason) on visit_request to vrijplaats_worker;
grant select (id) on departure, match_review to vrijplaats_audit;
create policy audit on departure for select to vrijplaats_audit using (true);
create policy audit on match_review for select to vrijplaats_audit using (true);

-- What goes along to the next prison, sealed for it beforehand by somebody who may read the name. A table of the keys'
-- own: only the functions below reach it. `moved` is what has to go back when the report is taken back.
create table departure_key (
  departure_id uuid primary key,
  facility_id uuid not null,
  detainee_id uuid not null,
  -- at the next prison: a new person with a new key, or somebody it knows already
  to_detainee_id uuid,
  given_name bytea,
  family_name bytea,
  version smallint,
  wrapped bytea,
  to_fingerprint bytea,
  fingerprint bytea,
  moved jsonb not null default '[]',
  foreign key (facility_id, departure_id) references departure (facility_id, id)
);
alter table departure_key enable row level security;
alter table departure_key force row level security;
alter table departure_key owner to vrijplaats_keys;
grant select, update (moved_at, undone_at, to_place) on departure to vrijplaats_keys;
grant select (pseudonym, fingerprint), insert (id, facility_id, pseudonym, fingerprint), delete on detainee to vrijplaats_keys;
grant insert, update (left_at), delete on detainee_identity to vrijplaats_keys;
grant update (facility_id, detainee_id, pseudonym, organisation_id, state, claimed_by, claimed_at, matched_at, waiting_since,
  ended_at, end_reason) on visit_request to vrijplaats_keys;
grant insert (facility_id, detainee_id, pseudonym, activity_kind, languages, volunteer_gender, note, consent_at, waiting_since,
  requested_by, created_at, activity_denomination) on visit_request to vrijplaats_keys;
grant select, insert, delete on pool_entry to vrijplaats_keys;
grant select, update (state, answered_at, handed_on) on offer to vrijplaats_keys;
grant update (facility_id, detainee_id, pseudonym, state) on match to vrijplaats_keys;
grant select, delete on match_review to vrijplaats_keys;
-- only inside the functions that move somebody is the role MOVE; there the keys' owner, who cannot log in, sees all rows
do $$
declare
  name text;
begin
  foreach name in array array['departure', 'match_review', 'detainee', 'detainee_identity', 'visit_request', 'pool_entry',
    'offer', 'match', 'organisation_facility'] loop
    execute format('create policy moves on %I for all to vrijplaats_keys using ((select app_role()) = ''MOVE'') '
      'with check ((select app_role()) = ''MOVE'')', name);
  end loop;
end
$$;
create policy erases on departure for update to vrijplaats_keys
  using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF') with check (true);

create function facility_key_to_pass(facility uuid, wrapped_key bytea) returns bytea
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  kept bytea;
begin
  if app_role() is distinct from 'STAFF' then
    raise insufficient_privilege using message = 'staff only';
  end if;
  insert into facility_key (facility_id, wrapped) values (facility, wrapped_key) on conflict do nothing;
  select wrapped into kept from facility_key where facility_id = facility;
  return kept;
end
$$;
comment on function facility_key_to_pass is 'The wrapped key of another prison, to seal for it the name of somebody who goes there. It opens nothing: the keys of names are not given.';
create function pass_on(departure uuid, next_id uuid, next_given bytea, next_family bytea, next_version smallint,
  wrapped_key bytea, next_print bytea) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into departure_key (departure_id, facility_id, detainee_id, to_detainee_id, given_name, family_name, version,
    wrapped, to_fingerprint)
  select d.id, d.facility_id, d.detainee_id, next_id, next_given, next_family, next_version, wrapped_key, next_print
  from departure d where d.id = departure and d.facility_id = app_facility() and app_role() = 'STAFF';
  if not found then
    raise insufficient_privilege using message = 'not this departure';
  end if;
end
$$;
comment on function pass_on is 'Keeps what goes along with somebody of the own facility who was just reported.';

-- The day has come. Gives what became of their wishes, to tell people of.
create function departure_carried_out(which uuid, moment timestamptz, spare text[])
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
    for wish in select r.id, r.state, r.organisation_id, r.activity_kind from visit_request r
      where r.detainee_id = gone.detainee_id and (r.state in ('OPEN', 'OFFERED') or r.state = 'MATCHED' and exists (
        select from match m where m.request_id = r.id and m.state <> 'ENDED')) order by r.id loop
      if wish.state <> 'MATCHED' and exists (select from visit_request r where r.detainee_id = next_id
        and r.activity_kind = wish.activity_kind and r.state in ('OPEN', 'OFFERED')) then
        delete from pool_entry p where p.request_id = wish.id and wish.organisation_id is null;
        update visit_request r set state = 'WITHDRAWN', ended_at = moment, end_reason = 'TRANSFERRED' where r.id = wish.id;
        what := 'request.withdrawn'; request_id := wish.id; organisation_id := wish.organisation_id;
        facility_id := gone.facility_id;
        undone := undone || jsonb_build_object('id', wish.id, 'organisation', wish.organisation_id);
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

-- Taken back while nobody did anything with it; null when somebody has, else who else is to hear of it (0061), and the
-- admissions that nobody needs any more.
-- who was asked to take over, and the admission that was asked for, are columns of 0061
create function departure_undone(which uuid, moment timestamptz) returns jsonb
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
      update match m set facility_id = gone.facility_id, detainee_id = gone.detainee_id, pseudonym = gone.pseudonym
      where m.request_id = wish.id and m.state <> 'ENDED';
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

-- A week after the day nobody takes it back any more: what would be needed for that goes, and with it the old key.
create function departures_forgotten(before timestamptz) returns integer
  language plpgsql set search_path = public, pg_temp
as $$
declare
  forgotten integer;
begin
  delete from detainee_key k using departure d
  where d.detainee_id = k.detainee_id and d.kind = 'TRANSFER' and d.moved_at < before and d.undone_at is null;
  update visit_request r set activity_denomination = null
  where r.activity_denomination is not null and r.state = 'WITHDRAWN' and r.ended_at < before;
  delete from departure_key k using departure d where d.id = k.departure_id and d.moved_at < before;
  get diagnostics forgotten = row_count;
  return forgotten;
end
$$;

-- The doors to these three: inside, and nowhere else, the role is MOVE; a failure takes that back with everything else.
create function carry_out_departure(which uuid, moment timestamptz, spare text[])
  returns table (what text, request_id uuid, offer_id uuid, organisation_id uuid, facility_id uuid)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
begin
  perform set_config('app.role', 'MOVE', true);
  return query select * from departure_carried_out(which, moment, spare);
  perform set_config('app.role', coalesce(was, ''), true);
end
$$;
comment on function carry_out_departure is 'Somebody is not here any more: their wishes go along, or end. Does nothing before the day, and nothing twice.';
create function undo_departure(which uuid, moment timestamptz) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  done jsonb;
begin
  if was is distinct from 'STAFF' then
    return null;
  end if;
  perform set_config('app.role', 'MOVE', true);
  done := departure_undone(which, moment);
  perform set_config('app.role', was, true);
  return done;
end
$$;
comment on function undo_departure is 'Takes back what the own facility reported, while nobody did anything with it; gives whom that has to be said to besides those of the matches, and the admissions taken back with it; null when it cannot be.';
create function forget_departures(before timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  forgotten integer;
begin
  perform set_config('app.role', 'MOVE', true);
  forgotten := departures_forgotten(before);
  perform set_config('app.role', coalesce(was, ''), true);
  return forgotten;
end
$$;
comment on function forget_departures is 'The name that a prison kept of somebody who has gone to another can be read by nobody any more.';

create function hold_wishes_of(going uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  own uuid := app_organisation();
begin
  if was is not null and was <> 'COORDINATOR' then
    return;
  end if;
  perform set_config('app.role', 'MOVE', true);
  perform from visit_request r join match m on m.detainee_id = r.detainee_id
  where m.id = going and (own is null or m.organisation_id = own) and r.state in ('OPEN', 'OFFERED', 'MATCHED')
  order by r.id for update of r;
  perform set_config('app.role', coalesce(was, ''), true);
end
$$;
comment on function hold_wishes_of is 'Holds what waits or goes on for the person of a match of the own organisation, in the order of everything that touches more than one wish of somebody.';
-- Handed back after a transfer to a prison where the organisation does not come: a wish waits there for everybody, with the
-- days that it has waited and nothing of the match. It is a row of its own: the old one stays with whose it was, and follows
-- the person nowhere any more. Who asked anew there meanwhile waits as long. The days of the visits are not days of waiting.
create function back_to_pool(ended uuid, moment timestamptz) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
  own uuid := app_organisation();
  wish visit_request;
  since timestamptz;
  anew uuid;
begin
  if was is not null and was <> 'COORDINATOR' then
    return null;
  end if;
  perform hold_wishes_of(ended);
  perform set_config('app.role', 'MOVE', true);
  select r.* into wish from visit_request r join match m on m.request_id = r.id and m.organisation_id = r.organisation_id
  join match_review v on v.match_id = m.id and v.choice = 'HAND_BACK'
  join departure d on d.id = v.departure_id and d.moved_at is not null
  where m.id = ended and m.state = 'ENDED' and r.state = 'MATCHED' and (own is null or m.organisation_id = own) for update of r;
  if found then
    since := moment - (coalesce(wish.matched_at, moment) - wish.waiting_since);
    update visit_request r set waiting_since = least(r.waiting_since, since)
    where r.facility_id = wish.facility_id and r.detainee_id = wish.detainee_id and r.activity_kind = wish.activity_kind
      and r.state in ('OPEN', 'OFFERED');
    if not found then
      insert into visit_request (facility_id, detainee_id, pseudonym, activity_kind, languages, volunteer_gender, note,
        consent_at, waiting_since, requested_by, created_at, activity_denomination)
      values (wish.facility_id, wish.detainee_id, wish.pseudonym, wish.activity_kind, wish.languages, wish.volunteer_gender,
        wish.note, wish.consent_at, since, wish.requested_by, moment, wish.activity_denomination)
      returning id into anew;
      insert into pool_entry (request_id, facility_id) values (anew, wish.facility_id);
    end if;
    -- what was noted goes along, and stays in one place
    update visit_request r set state = 'CLOSED', ended_at = moment, end_reason = 'MATCH_ENDED',
      note = case when anew is null then r.note end
    where r.id = wish.id;
  end if;
  perform set_config('app.role', coalesce(was, ''), true);
  return anew;
end
$$;
comment on function back_to_pool is 'The wish of a match that was just handed back waits anew for everybody at the new prison, as the one it gives; null when it need not, or is not to be.';
-- Handed over, the wish waits again: it has waited as long as it had when somebody was found.
create function waits_again() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  new.waiting_since := coalesce(new.claimed_at, now()) - (old.matched_at - old.waiting_since);
  new.matched_at := null;
  return new;
end
$$;
revoke execute on function waits_again from public;
create trigger waits_again before update of state on visit_request
  for each row when (old.state = 'MATCHED' and new.state = 'OPEN' and old.matched_at is not null) execute function waits_again();
create function hand_on_offers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  was text := app_role();
begin
  perform set_config('app.role', 'MOVE', true);
  update offer o set handed_on = true where o.request_id = new.id and o.state = 'ACCEPTED';
  perform set_config('app.role', coalesce(was, ''), true);
  return null;
end
$$;
create trigger hand_on_offers after update of state on visit_request
  for each row when (old.state = 'MATCHED' and new.state = 'OPEN') execute function hand_on_offers();
alter function hand_on_offers owner to vrijplaats_keys;
alter function back_to_pool owner to vrijplaats_keys;
alter function hold_wishes_of owner to vrijplaats_keys;
create policy lightens on volunteer for all to vrijplaats_owner using ((select app_role()) = 'MOVE') with check (true);
create policy lightens on match for select to vrijplaats_owner using ((select app_role()) = 'MOVE');
create function lighten_after_release(ended uuid) returns void
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
revoke execute on function lighten_after_release from public;
grant execute on function lighten_after_release to vrijplaats_worker;
comment on function lighten_after_release is 'Whoever visited in a match that the worker just ended has room for somebody else; the worker changes nothing of a volunteer itself.';
alter function departure_carried_out owner to vrijplaats_keys;
alter function departure_undone owner to vrijplaats_keys;
alter function departures_forgotten owner to vrijplaats_keys;
alter function facility_key_to_pass owner to vrijplaats_keys;
alter function pass_on owner to vrijplaats_keys;
alter function carry_out_departure owner to vrijplaats_keys;
alter function undo_departure owner to vrijplaats_keys;
alter function forget_departures owner to vrijplaats_keys;
set role vrijplaats_keys;
create policy moves on departure_key for all to vrijplaats_keys using ((select app_role()) = 'MOVE') with check (true);
create policy own on departure_key for all to vrijplaats_keys
  using (facility_id = (select app_facility()) and (select app_role()) = 'STAFF') with check (facility_id = (select app_facility()));
create policy moves on detainee_key for all to vrijplaats_keys using ((select app_role()) = 'MOVE') with check ((select app_role()) = 'MOVE');
create policy pass on facility_key for select to vrijplaats_keys using ((select app_role()) = 'STAFF');
create policy pass_first on facility_key for insert to vrijplaats_keys with check ((select app_role()) = 'STAFF');
revoke execute on function departure_carried_out, departure_undone, departures_forgotten from public;
revoke execute on function facility_key_to_pass, pass_on, carry_out_departure, undo_departure, forget_departures, back_to_pool,
  hold_wishes_of, hand_on_offers from public;
grant execute on function back_to_pool to vrijplaats_app, vrijplaats_worker;
grant execute on function hold_wishes_of to vrijplaats_app;
grant execute on function facility_key_to_pass, pass_on, undo_departure to vrijplaats_app;
grant execute on function carry_out_departure, forget_departures to vrijplaats_worker;
set role vrijplaats_audit;
create or replace function ids_that_exist(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select id from visit_request where id = any (ids)
  union all select id from offer where id = any (ids)
  union all select id from match where id = any (ids)
  union all select id from visit where id = any (ids)
  union all select id from volunteer where id = any (ids)
  union all select id from notice where id = any (ids)
  union all select id from detainee where id = any (ids)
  union all select id from organisation where id = any (ids)
  union all select id from facility where id = any (ids)
  union all select id from membership where id = any (ids)
  union all select id from invitation where id = any (ids)
  union all select id from recovery where id = any (ids)
  union all select id from call_request where id = any (ids)
  union all select id from correction where id = any (ids)
  union all select id from credential where id = any (ids)
  union all select id from admission where id = any (ids)
  union all select id from hand_over where id = any (ids)
  union all select id from inbox_view where id = any (ids)
  union all select id from departure where id = any (ids)
$$;
set role vrijplaats_owner;

-- What somebody wrote down of their visits is theirs and the coordinator's: who comes after them does not read it.
drop policy own on visit_log;
create policy own on visit_log for select using (
  organisation_id = (select app_organisation()) and ((select app_role()) <> 'VOLUNTEER'
    or visit_id in (select v.id from visit v join match m on m.id = v.match_id where m.volunteer_id = (select app_volunteer()))));
