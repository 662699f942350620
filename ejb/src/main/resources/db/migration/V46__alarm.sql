-- Objects whose alarms may go off at other times than was reckoned; whoever reminds takes them and reckons anew.
-- Written with the object, so nothing is forgotten, and no request waits for the reckoning.
create table alarm_change (
  home_id uuid not null,
  obj_id uuid not null,
  at timestamptz not null default clock_timestamp(), -- since when
  primary key (home_id, obj_id)
);
create index alarm_change_by_time on alarm_change (at);

-- When somebody is to be reminded of an object next: the first moment at which any of his alarms goes off.
create table alarm_due (
  home_id uuid not null,
  obj_id uuid not null,
  user_id uuid not null,                     -- the owner of the home, or a viewer with alarms of his own
  due_at timestamptz not null,
  look_at timestamptz not null,              -- when to hand it over; pushed on once that was done, should it get lost
  primary key (home_id, obj_id, user_id)
);
create index alarm_due_by_look on alarm_due (look_at);
create index alarm_due_by_user on alarm_due (user_id);

insert into alarm_change (home_id, obj_id)
select home_id, obj_id from calendar_object o
where comp = 0 and deleted_at is null and (position('BEGIN:VALARM'::bytea in ical) > 0
  or exists (select from object_user u where u.home_id = o.home_id and u.obj_id = o.obj_id
    and u.overlay like '%BEGIN:VALARM%'));
