-- What came together: a person reads their own days away, pauses and rhythms too, and of who left a month ago they go.
do $$
declare
  name text;
begin
  foreach name in array array['volunteer_away', 'volunteer_pause'] loop
    execute format('create policy self on %I for select to vrijplaats_app using ('
      '(select app_role()) = ''SELF'' and volunteer_id in (select v.id from volunteer v where v.person_id = (select app_person())))', name);
  end loop;
end
$$;
create policy self on series for select to vrijplaats_app using (
  (select app_role()) = 'SELF' and match_id in (
    select m.id from match m join volunteer v on v.id = m.volunteer_id where v.person_id = (select app_person())));
grant delete on volunteer_pause to vrijplaats_worker;
-- why somebody was asked says how far away they live and what they speak
grant update (distance_kilometres, reasons) on offer to vrijplaats_worker;

-- The worker that plans ahead holds a volunteer's row, so that nobody says to be away meanwhile; it changes nothing of it.
create policy hold on volunteer for update to vrijplaats_worker using (status <> 'LEFT') with check (false);
