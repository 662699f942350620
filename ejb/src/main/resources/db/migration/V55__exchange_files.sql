-- Which file here is which attachment in Exchange, so that it is brought once.
create table ews_file (
  home_id uuid not null,
  attachment_id text not null,
  uid text not null,                         -- of the event
  file_id uuid not null references attachment (id) on delete cascade,
  primary key (home_id, attachment_id)
);
create index ews_file_event on ews_file (home_id, uid);
create index ews_file_file on ews_file (file_id);
