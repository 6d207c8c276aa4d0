-- Who acts: settings of the transaction, read by the policies. Empty means absent (FINDINGS: after set local it is '' and not null).
create function app_setting(name text) returns text
  language sql stable parallel safe
  return nullif(current_setting('app.' || name, true), '');

create function app_person() returns uuid language sql stable parallel safe return app_setting('person')::uuid;
create function app_organisation() returns uuid language sql stable parallel safe return app_setting('organisation')::uuid;
create function app_facility() returns uuid language sql stable parallel safe return app_setting('facility')::uuid;
create function app_volunteer() returns uuid language sql stable parallel safe return app_setting('volunteer')::uuid;
create function app_role() returns text language sql stable parallel safe return app_setting('role');
create function app_session() returns bytea language sql stable parallel safe return decode(app_setting('session'), 'hex');
