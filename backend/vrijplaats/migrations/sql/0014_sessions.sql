-- A session has a name of its own for lists, so that the hash of its token stays out of them, and says in coarse words
-- on what it runs ("Chrome/Android"): never the whole user agent, which would be a fingerprint.
alter table session add column id uuid not null default uuidv7() unique;
alter table session add column device text not null default '/' check (device ~ '^[A-Za-z]{0,16}/[A-Za-z]{0,16}$');
