-- Whom a room takes, and when; a room without a row takes everybody while it is free.
create table room_policy (
  room uuid primary key,
  mode text not null,                        -- ALWAYS, IF_FREE, ASK, NEVER
  approver uuid,
  longest_seconds bigint,
  ahead_seconds bigint,
  opens time,
  closes time,
  days text[] not null,                      -- MONDAY and so on; empty for every day
  seats boolean not null,                    -- whether more people than seats are refused
  allowed uuid[] not null                    -- people and groups; empty for everybody inside
);
create index room_policy_by_approver on room_policy (approver);
