-- Messages that are spread after the change was answered, and what their recipients knew before.
alter table itip_message add column waits boolean not null default false, add column before_ical text;
create index itip_message_waiting on itip_message (home_id, uid) where waits;
