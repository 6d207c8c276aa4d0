-- The worker delivers and expires; it reads whom to tell, never a sealed name, never an outcome.
create policy worker on outbox for all to vrijplaats_worker using (true) with check (true);
create policy worker on history for insert to vrijplaats_worker with check (person_id is null);
create policy worker on notice for all to vrijplaats_worker using (true) with check (true);
create policy worker on idempotency for all to vrijplaats_worker using (true);
create policy worker on session for all to vrijplaats_worker using (true);
create policy worker on membership for select to vrijplaats_worker using (true);
create policy worker on organisation_facility for select to vrijplaats_worker using (true);
create policy worker on volunteer for select to vrijplaats_worker using (true);
create policy worker on offer for all to vrijplaats_worker using (true) with check (true);
create policy worker on visit_request for all to vrijplaats_worker using (true) with check (true);
create policy worker on match for select to vrijplaats_worker using (true);
create policy worker on presence for select to vrijplaats_worker using (true);
create policy worker on visit for select to vrijplaats_worker using (true);

-- The reports role sees what figures are made of: no person, no name.
create policy reports on visit for select to vrijplaats_reports using (true);
create policy reports on visit_log for select to vrijplaats_reports using (true);
create policy reports on presence for select to vrijplaats_reports using (true);
create policy reports on match for select to vrijplaats_reports using (true);

-- Figures by definition (docs/definitions): visits held and hours, by organisation and calendar quarter of the visit's
-- start in Amsterdam; detainees = distinct people behind the cell, for disclosure control only.
create function report_cells(from_day date, to_day date)
  returns table (organisation_id uuid, quarter date, visits bigint, minutes bigint, detainees bigint)
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if app_role() is distinct from 'OPERATOR' then
    raise insufficient_privilege using message = 'operator only';
  end if;
  return query
  select v.organisation_id, date_trunc('quarter', p.starts_at at time zone 'Europe/Amsterdam')::date,
    count(*), sum(l.minutes)::bigint, count(distinct m.detainee_id)
  from visit_log l
  join visit v on v.id = l.visit_id and v.organisation_id = l.organisation_id
  join presence p on p.id = v.presence_id
  join match m on m.id = v.match_id
  where l.outcome = 'HELD'
    and p.starts_at >= from_day::timestamp at time zone 'Europe/Amsterdam'
    and p.starts_at < (to_day + 1)::timestamp at time zone 'Europe/Amsterdam'
  group by 1, 2;
end
$$;
alter function report_cells owner to vrijplaats_reports;
