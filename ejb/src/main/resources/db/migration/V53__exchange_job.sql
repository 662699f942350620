-- Moves of mailboxes from Exchange, one job each. Whoever works on one holds it by a lease; nothing that he writes counts
-- after he has lost it.
create table ews_job (
  job_id uuid primary key,
  mailbox text not null,                     -- its address
  home_id uuid not null,                     -- whose home it goes to
  state text not null,
  dry_run boolean not null,
  range_from timestamptz,                    -- null: from ever
  range_to timestamptz,                      -- null: for ever
  folder_id text,                            -- the calendar that is read; null: the first one
  sync_state text,                           -- where in it; null: at its beginning
  seen integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  asked_by uuid,                             -- null: at a console of the machine
  asked_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  not_before timestamptz not null,           -- when it may be looked at
  attempts integer not null default 0,       -- without progress
  lease uuid,
  lease_until timestamptz,
  problem text                               -- why it waits or has failed
);
create unique index ews_job_open on ews_job (mailbox) where state in ('NEW', 'RUNNING', 'WAITING', 'PAUSED');
create index ews_job_due on ews_job (not_before) where state in ('NEW', 'RUNNING', 'WAITING');

-- What a person should know of single items; what went well without loss is only counted.
create table ews_job_item (
  job_id uuid not null references ews_job on delete cascade,
  item_id text not null,
  uid text,
  calendar text not null,
  title text not null,
  action text not null,
  reason text not null,
  primary key (job_id, item_id)
);

-- Which calendar here stands for which there.
create table ews_folder (
  home_id uuid not null,
  folder_id text not null,
  cal_id uuid not null,
  primary key (home_id, folder_id)
);

-- Which state of which item was taken.
create table ews_map (
  home_id uuid not null,
  uid text not null,
  item_id text not null,
  folder_id text not null,
  change_key text not null,
  synced_at timestamptz not null,
  primary key (home_id, uid)
);
create index ews_map_item on ews_map (home_id, item_id);
