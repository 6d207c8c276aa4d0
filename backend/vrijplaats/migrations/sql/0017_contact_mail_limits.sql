-- How to reach a person; finding a person by an address they type; how often something was tried.
create function app_address() returns bytea language sql stable parallel safe return decode(app_setting('address'), 'hex');
create function app_attempt() returns bytea language sql stable parallel safe return decode(app_setting('attempt'), 'hex');
-- the id in a link or code that the program has made sure is its own (core.tickets)
create function app_ticket() returns uuid language sql stable parallel safe return app_setting('ticket')::uuid;

-- fixed for good: the database is UTF-8, and its locale is a builtin one
create function address_hash(email text) returns bytea language sql immutable strict parallel safe
  as $$ select sha256(convert_to(lower(email), 'UTF8')) $$;

-- addresses are plain ASCII when they come in, so that lower() means the same here and in the program
alter table person_contact
  add column email_hash bytea generated always as (address_hash(email)) stored,
  add column email_verified_at timestamptz,
  add constraint email_is_plain check (email ~ '^[\x21-\x7e]+@[\x21-\x7e]+$' and length(email) <= 254),
  add constraint phone_is_e164 check (phone ~ '^\+[1-9][0-9]{6,14}$');
create unique index person_contact_email on person_contact (email_hash);

-- whoever types an address finds that one row and nothing else: to write to it, never to show it
create policy by_address on person_contact for select using (email_hash = (select app_address()));
create policy own_add on person_contact for insert with check (person_id = (select app_person()));
create policy own_change on person_contact for update
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
-- the worker writes letters: to whom, in which language
create policy worker on person_contact for select to vrijplaats_worker using (true);
create policy worker on person for select to vrijplaats_worker using (true);

-- how often something was tried by somebody: a keyed hash of what and who, never an address or a network itself
create table attempt (
  key bytea primary key check (length(key) = 32),
  times integer not null check (times > 0),
  began_at timestamptz not null
);
create index on attempt (began_at);
alter table attempt enable row level security;
alter table attempt force row level security;
create policy counted on attempt for all using (key = (select app_attempt())) with check (key = (select app_attempt()));
create policy worker on attempt for all to vrijplaats_worker using (true);

revoke execute on function app_address, app_attempt, app_ticket, address_hash from public;
grant execute on function address_hash to vrijplaats_app;
grant execute on function app_address, app_attempt, app_ticket
  to vrijplaats_app, vrijplaats_worker, vrijplaats_reports, vrijplaats_audit, vrijplaats_keys;
grant insert (person_id, email, phone, email_verified_at), update (email, phone, email_verified_at) on person_contact
  to vrijplaats_app;
grant update (display_name) on person to vrijplaats_app;
grant select, insert, update (times, began_at) on attempt to vrijplaats_app;
grant select, delete on attempt to vrijplaats_worker;
grant select on person_contact, person, funder to vrijplaats_worker;
