-- Publications are frozen. Cells are kept with them; how many detainees are behind a cell is never readable by the app.
create table publication (
  id uuid primary key default uuidv7(),
  period_start date not null,
  period_end date not null check (period_end > period_start),
  canonical bytea not null,
  hash bytea not null check (length(hash) = 32),
  signature bytea not null,
  published_by uuid references person,
  published_at timestamptz not null default now(),
  -- a day is published once: no table can be subtracted from another
  constraint publication_once exclude using gist (daterange(period_start, period_end, '[]') with &&)
);
create table figure_cell (
  id uuid primary key default uuidv7(),
  publication_id uuid not null references publication,
  figure text not null,
  organisation_id uuid not null references organisation,
  quarter date not null,
  value numeric not null,
  unique (publication_id, figure, organisation_id, quarter)
);
create function publication_is_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'a publication is frozen';
end
$$;
create trigger publication_is_frozen before update or delete or truncate on publication for each statement execute function publication_is_frozen();
create trigger figure_cell_is_frozen before update or delete or truncate on figure_cell for each statement execute function publication_is_frozen();
