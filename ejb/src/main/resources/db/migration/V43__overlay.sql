-- What somebody has for himself of an object in another's calendar: reminders, whether it takes his time, how it looks.
-- Its numbers are of the calendar's own line, so one sync token reaches both; it is no change to anybody else.
create table object_user (
  home_id uuid not null,
  obj_id uuid not null,
  user_id uuid not null,
  overlay text not null,                     -- a VCALENDAR; empty where nothing is said any more
  seq bigint not null,
  primary key (home_id, obj_id, user_id),
  foreign key (home_id, obj_id) references calendar_object on delete cascade
);
create index object_user_by_seq on object_user (home_id, user_id, seq);

-- How far the numbers of one user's own changes to a calendar of others have come.
create table calendar_user (
  home_id uuid not null,
  cal_id uuid not null,
  user_id uuid not null,
  overlay_seq bigint not null,
  primary key (home_id, cal_id, user_id)
);

alter table calendar add column overlay_seq bigint not null default 0;

-- Reminders that new events of a calendar of others get for its viewer.
alter table calendar_bind add column default_alarms text;
