-- What somebody was reminded of in his browser and has not dealt with yet, one for each instance. It is read again with
-- its event whenever it is shown; what is not true any more is not shown.
create table open_reminder (
  home_id uuid not null,                     -- whom it reminds
  id uuid not null,
  obj_home uuid not null,
  obj_id uuid not null,
  instance timestamptz not null,             -- RECURRENCE-ID, days and floating times as if UTC
  due_at timestamptz not null,
  primary key (home_id, id),
  unique (home_id, obj_home, obj_id, instance)
);
