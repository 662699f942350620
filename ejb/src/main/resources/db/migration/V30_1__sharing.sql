-- Calendars shared with people and groups. A row lies in the owner's home; who belongs to a group is asked when it is read.
create table calendar_share (
  home_id uuid not null,
  cal_id uuid not null,                      -- the calendar, or the home's own id for every calendar there is or will be
  principal_id uuid not null,                -- a person or a group
  level smallint not null,                   -- 1 free-busy, 2 read, 3 write, 4 manage
  see_private boolean not null default false,
  created timestamptz not null default clock_timestamp(),
  primary key (home_id, cal_id, principal_id)
);
create index calendar_share_of on calendar_share (principal_id);
create index group_member_of on group_member (member_id);

-- What a person makes of a calendar that is shared with him; null as the owner has it.
create table calendar_bind (
  viewer_id uuid not null,
  home_id uuid not null,
  cal_id uuid not null,
  name text,
  color text,
  ord int,
  transparent boolean,
  hidden boolean not null default false,     -- he has left it
  primary key (viewer_id, home_id, cal_id)
);

-- Whether a component is private or confidential: who may not see it must not find it by its words either.
alter table calendar_object add column classified boolean not null default false;
update calendar_object set classified = true where brief like '%"classification":"PRIVATE"%' or brief like '%"classification":"CONFIDENTIAL"%';
update calendar_object set classified = true where comp <> 0 and convert_from(ical, 'UTF8') ~* '\nCLASS[^:]*:\s*(PRIVATE|CONFIDENTIAL)';
