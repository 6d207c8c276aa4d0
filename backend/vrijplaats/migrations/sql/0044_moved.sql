-- When a visit was last moved: a calendar is told of a change by how often and by when (RFC 5545, LAST-MODIFIED), and the
-- new moment takes what the prison had said, and when, away.
alter table visit add column moved_at timestamptz;
grant update (moved_at) on visit to vrijplaats_app;
