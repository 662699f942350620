-- Channels that tell nobody anything for a while: what would be told meanwhile is never told.
create table mute (
  channel text primary key,
  since timestamptz not null default now(),
  reason text not null
);
