-- Where a mail was found, so that one which could not be marked is not taken in twice.
alter table inbound_mail add column source text;
create unique index inbound_mail_by_source on inbound_mail (source) where source is not null;

-- Which node looks after something that only one may; whoever comes after its time takes it.
create table node_lease (
  name text primary key,
  node uuid not null,
  until timestamptz not null
);
