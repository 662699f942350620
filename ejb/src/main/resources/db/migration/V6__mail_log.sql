-- What was sent to whom, for threading, and what a relay refused for good.
create table mail_log (
  home_id uuid not null,
  dedup_key text not null,                   -- the outbox key of the mail
  recipient text not null,
  uid text not null,
  kind text not null,
  message_id text not null,
  state smallint not null,                   -- 1 the relay took it, 2 refused for good
  detail text not null default '',           -- what the relay said
  at timestamptz not null default clock_timestamp(),
  primary key (home_id, dedup_key)
);
create index mail_log_thread on mail_log (home_id, uid, recipient, at);
