-- Calendars whose events come from an address outside; nobody else writes into them.
alter table calendar add column fed boolean not null default false;

create table subscription (
  home_id uuid not null,
  cal_id uuid not null,
  source text not null,
  every int,                                 -- seconds between two looks; null as the feed says
  told int,                                  -- the same, by the feed itself
  strips text not null default '',           -- names of what is left out of its events
  due_at timestamptz not null,
  tried_at timestamptz,
  refreshed_at timestamptz,
  problem text,                              -- why the last look came to nothing
  failures int not null default 0,           -- one after the other
  etag text,
  last_modified text,
  digest bytea,                              -- SHA-256 of the text that was taken last
  primary key (home_id, cal_id)
);
create index subscription_by_due on subscription (due_at);
