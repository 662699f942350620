-- A share that somebody is invited to says nothing of a calendar until he accepts it.
alter table calendar_share add column answer smallint not null default 1;    -- 0 awaited, 1 accepted, 2 declined
alter table calendar_share add column summary text not null default '';      -- as its owner called it for him

-- What people are told about sharing, until they answer it or put it away.
create table sharing_notice (
  home_id uuid not null,                     -- who is told
  notice_id uuid not null,
  kind text not null,
  of_home uuid not null,                     -- the calendar it is about
  cal_id uuid not null,
  other_id uuid not null,                    -- who shares it, or who answered
  level smallint not null,
  summary text not null default '',
  reply_to uuid,                             -- the invitation that was answered
  created timestamptz not null,
  primary key (home_id, notice_id)
);
