-- The sequence of the last change that was more than a note of what came of messages: who knew that state knows the
-- event. Null for objects of before: every change counts.
alter table calendar_object add column known_seq bigint;

-- What came of mails, until it is noted in the event: one row for each event and address, the latest.
create table delivery_result (
  home_id uuid not null,
  uid text not null,
  address text not null,
  status text not null,                      -- of SCHEDULE-STATUS
  at timestamptz not null default clock_timestamp(),
  primary key (home_id, uid, address)
);
