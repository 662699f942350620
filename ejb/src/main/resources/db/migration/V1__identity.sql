-- Who there is: global reference tables, and what proves who somebody is.
create extension if not exists pg_trgm;

create table principal (
  id uuid primary key,
  kind text not null check (kind in ('USER', 'GROUP', 'ROOM', 'RESOURCE')),
  login text not null unique,
  name text not null,
  address text not null unique,
  title text not null default '',
  zone text not null,
  language text not null,
  role text not null default 'USER' check (role in ('USER', 'ADMIN')),
  password_hash text,                        -- null: cannot log in
  blocked_at timestamptz,
  capacity int,
  equipment text[] not null default '{}',
  site text not null default '',
  floor text not null default '',
  words text not null,                       -- what the directory search looks at
  created timestamptz not null default now()
);
create index principal_words on principal using gin (words gin_trgm_ops);

create table alias (
  address text primary key,
  principal_id uuid not null references principal on delete cascade
);
create index alias_of on alias (principal_id);

create table group_member (
  group_id uuid not null references principal on delete cascade,
  member_id uuid not null references principal on delete cascade,
  primary key (group_id, member_id)
);

create table session (
  token_hash bytea primary key,              -- SHA-256 of 256 random bits
  principal_id uuid not null references principal on delete cascade,
  csrf_token text not null,
  created timestamptz not null default clock_timestamp(),
  used timestamptz not null default clock_timestamp(),
  expires timestamptz not null
);
create index session_of on session (principal_id);
create index session_by_expiry on session (expires);

create table app_password (
  principal_id uuid not null references principal on delete cascade,
  id uuid not null,
  secret_hash bytea not null unique,
  label text not null,
  scope text not null check (scope in ('caldav', 'rest')),
  created timestamptz not null default now(),
  used timestamptz,
  primary key (principal_id, id)
);

create table login_failure (
  subject text primary key,                  -- an account or a network address
  failures int not null,
  since timestamptz not null
);

create table settings (
  principal_id uuid primary key references principal on delete cascade,
  body jsonb not null
);

create table audit (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  actor uuid,
  on_behalf_of uuid,
  action text not null,
  subject text not null,
  network text not null default '',
  client text not null default ''
);
create index audit_by_time on audit (at);
