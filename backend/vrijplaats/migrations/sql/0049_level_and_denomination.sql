-- How well somebody speaks a language, as an organisation knows it: well, or a little (docs/decisions/0066). What is spoken
-- a little is spoken: it stands among the languages too, and whatever only asks who speaks one goes on as before.
alter table volunteer add column little_languages text[] not null default '{}' check (little_languages <@ languages);
grant update (little_languages) on volunteer to vrijplaats_app, vrijplaats_worker;
grant insert (little_languages) on volunteer to vrijplaats_keys;

-- A chaplaincy activity may have a denomination, a person has none (docs/decisions/0067). A request says it only when the
-- person asks for it; a volunteer's file, of which chaplaincy they help with.
alter table visit_request add column activity_denomination text
    check (activity_denomination in ('CATHOLIC', 'PROTESTANT', 'HUMANIST', 'JEWISH', 'MUSLIM', 'BUDDHIST', 'HINDU')),
  add check (activity_denomination is null or activity_kind = 'CHAPLAINCY');
alter table volunteer add column activity_denominations text[] not null default '{}' check (activity_denominations
    <@ array['CATHOLIC', 'PROTESTANT', 'HUMANIST', 'JEWISH', 'MUSLIM', 'BUDDHIST', 'HINDU']),
  add check (activity_denominations = '{}' or 'CHAPLAINCY' = any (kinds));
grant update (activity_denominations) on volunteer to vrijplaats_app, vrijplaats_worker;
grant insert (activity_denominations) on volunteer to vrijplaats_keys;
grant update (activity_denomination) on visit_request to vrijplaats_keys;
-- It goes when the wish is over. The report that somebody left (role MOVE) may be taken back for a week: there it goes after
-- that week, or with the name.
create function forget_wish_of_activity() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
begin
  new.activity_denomination := null;
  return new;
end
$$;
create trigger forget_wish_of_activity before update on visit_request for each row
  when (new.activity_denomination is not null and (new.state = 'CLOSED'
    or new.state = 'WITHDRAWN' and (old.state <> 'WITHDRAWN' and app_role() is distinct from 'MOVE'
      or new.end_reason is distinct from 'RELEASED' and new.end_reason is distinct from 'TRANSFERRED')))
  execute function forget_wish_of_activity();
