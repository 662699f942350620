-- Mailboxes that are kept the same here and in Exchange. Whoever works on one holds it by a lease.
create table ews_subscription (
  home_id uuid primary key,
  mailbox text not null unique,              -- its address there
  asked_by uuid,                             -- null: at a console of the machine
  asked_at timestamptz not null,
  ended_at timestamptz,                      -- null: it goes on
  token_hash bytea unique,                   -- SHA-256 of what Exchange calls us by; null: it does not yet
  push_id text,                              -- Exchange's name for its promise to call
  heard_at timestamptz,                      -- when it called last
  due timestamptz not null,                  -- when it is looked at, whether Exchange calls or not
  not_before timestamptz not null,           -- not before, after trouble
  attempts integer not null default 0,       -- without success
  lease uuid,
  lease_until timestamptz,
  synced_at timestamptz,                     -- when both were last the same
  problem text                               -- why they are not
);
create index ews_subscription_due on ews_subscription (due) where ended_at is null;

-- Up to where a calendar there was followed.
create table ews_cursor (
  home_id uuid not null,
  folder_id text not null,
  sync_state text not null,
  primary key (home_id, folder_id)
);

-- Events that may have changed here since they were last written there.
create table ews_outbound (
  home_id uuid not null,
  uid text not null,
  since timestamptz not null,                -- of the last change
  attempted boolean not null default false,  -- whether an item may have been made of it already
  primary key (home_id, uid)
);

-- What people should know of single events that are kept the same.
create table ews_note (
  home_id uuid not null,
  note_id uuid not null,
  uid text not null,
  at timestamptz not null,
  kind text not null,
  detail text not null,
  primary key (home_id, note_id)
);

-- What the item there says, as far as we write: SHA-256 of each part, or null where that is not known.
alter table ews_map add column parts jsonb;
-- Whether we made it of somebody else's meeting: there it is an appointment of its own.
alter table ews_map add column appointment boolean not null default false;
