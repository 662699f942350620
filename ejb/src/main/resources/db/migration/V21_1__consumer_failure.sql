-- Why the consumer refused a message the last time: a dead letter itself does not say.
create table consumer_failure (
  home_id uuid not null,
  dedup_key text not null,                   -- the outbox key of the message
  reason text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (home_id, dedup_key)
);
create index consumer_failure_by_age on consumer_failure (at);
