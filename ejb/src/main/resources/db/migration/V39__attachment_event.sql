-- Which events may name a file: the one that it was brought into, parts that were split off it, copies made by who may read it.
create table attachment_event (
  attachment uuid not null references attachment (id) on delete cascade,
  uid text not null,
  primary key (attachment, uid)
);
insert into attachment_event select id, uid from attachment;
alter table attachment drop column uid;
create index attachment_by_age on attachment (created, id);
