-- How much all nodes together ask of Exchange at once: one row.
create table ews_pace (
  one boolean primary key default true check (one), -- there is no second
  at_once integer not null,                  -- mailboxes that are worked on
  rests_until timestamptz not null,          -- Exchange wants to be left alone until then
  grown_at timestamptz not null              -- when it last became more, or less
);
insert into ews_pace (at_once, rests_until, grown_at) values (1000, '1970-01-01', '1970-01-01'); -- as many as kalends.exchange.at-once allows
