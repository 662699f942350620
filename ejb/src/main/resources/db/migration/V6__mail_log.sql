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

-- What mails tell, once for all their recipients. Mails that still wait refer to it, those that were sent may for a while.
create table mail_news (
  home_id uuid not null,
  id uuid not null,                          -- of the scheduling message
  method text not null,
  before_ical text,                          -- null: the event was new
  after_ical text,                           -- null: the event is gone
  actor_name text not null,
  actor_address text not null,
  at timestamptz not null,
  primary key (home_id, id)
);
create index mail_news_by_age on mail_news (at);
