-- Items there that are one instance of a series each, of which nobody here has more: one event here.
create table ews_lone (
  home_id uuid not null,
  uid text not null,                         -- of the event, which all of them share
  instance timestamptz not null,             -- RECURRENCE-ID; of whole days as if they were of UTC
  item_id text not null,
  folder_id text not null,
  change_key text not null,
  primary key (home_id, uid, instance)
);
create index ews_lone_item on ews_lone (home_id, item_id);
