-- What leaves after the commit, and what came in already.
create table outbox (
  home_id uuid not null,
  id uuid not null,
  queue text not null,
  dedup_key text not null,
  body jsonb not null,
  not_before timestamptz not null,
  state smallint not null default 0,         -- 0 waiting, 1 published
  attempts int not null default 0,
  created timestamptz not null default now(),
  published_at timestamptz,
  primary key (home_id, id),
  unique (home_id, dedup_key)
);
create index outbox_due on outbox (not_before) where state = 0;
create index outbox_published on outbox (published_at) where state = 1;

create table processed (
  home_id uuid not null,
  consumer text not null,
  dedup_key text not null,
  at timestamptz not null default now(),
  primary key (home_id, consumer, dedup_key)
);
create index processed_by_age on processed (at);
