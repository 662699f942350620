-- Mails that came in, with what became of each.
create table inbound_mail (
  id uuid primary key,
  message_id text not null,
  verdict text not null,                     -- APPLIED, IGNORED, HELD, REFUSED
  why text not null,
  raw bytea not null,
  received timestamptz not null
);
create index inbound_mail_by_age on inbound_mail (received);

-- Reports of failure name the mail that came back.
create index mail_log_message on mail_log (message_id);
