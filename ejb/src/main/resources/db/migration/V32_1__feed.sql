-- Secret addresses of calendars. Who knows one reads the calendar without any other proof; only the hash is kept.
create table feed (
  home_id uuid not null,
  cal_id uuid not null,
  id uuid not null,
  token_hash bytea not null unique,          -- SHA-256 of 256 random bits
  level text not null check (level in ('FULL', 'BUSY')),
  created timestamptz not null default clock_timestamp(),
  primary key (home_id, cal_id, id)
);
