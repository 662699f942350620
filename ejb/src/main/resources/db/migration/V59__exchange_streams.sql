-- Where Exchange cannot call, connections are kept open by which it tells of changes: which one a mailbox is told by,
-- and until when that holds. Without a connection: not before when the next is opened.
alter table ews_subscription add column stream uuid;
alter table ews_subscription add column stream_until timestamptz;
