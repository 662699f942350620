-- Files of events; the octets lie under the data directory by their digest.
create table attachment (
  id uuid primary key,                       -- MANAGED-ID
  home_id uuid not null,                     -- who brought it in
  uid text not null,                         -- of the event
  digest text not null,                      -- SHA-256, hexadecimal
  name text not null,
  type text not null,
  size bigint not null,
  created timestamptz not null
);
create index attachment_by_digest on attachment (digest);

-- Links by which a file is read without log-in, for a while.
create table attachment_link (
  token_hash bytea primary key,
  attachment uuid not null references attachment (id) on delete cascade,
  expires timestamptz not null
);
create index attachment_link_by_age on attachment_link (expires);
