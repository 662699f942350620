-- Series that repeat as nothing in Exchange does: there each instance of some time is an appointment by itself.
create table ews_spread (
  home_id uuid not null,
  uid text not null,                         -- of the series
  written_at timestamptz not null,           -- the time that is covered goes with it
  primary key (home_id, uid)
);

create table ews_spread_item (
  home_id uuid not null,
  single text not null,                      -- UID of the appointment
  uid text not null,
  item_id text not null,
  folder_id text not null,
  change_key text not null,
  digest text not null,                      -- of what it says; empty where somebody changed it there
  primary key (home_id, single)
);
create index ews_spread_item_series on ews_spread_item (home_id, uid);
create index ews_spread_item_item on ews_spread_item (home_id, item_id);
