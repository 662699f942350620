-- Rows are claimed for a while instead of locked while the broker is spoken to, and may be taken back by subject.
alter table outbox add column subject text;               -- what it is about: order and coalescing; null: neither
alter table outbox add column retry_at timestamptz;       -- hands off until then: a node's claim, or back-off after a failure
drop index outbox_due;
create index outbox_due on outbox (coalesce(retry_at, not_before)) where state = 0;
create index outbox_waiting_by_subject on outbox (home_id, queue, subject) where state = 0;
