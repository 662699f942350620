-- Whom the company's messenger reaches, where that is not simply by his address.
create table messenger_account (
  user_id uuid primary key,
  chat text,                                 -- null: his address
  refused_at timestamptz                     -- since when he wants nothing of the bot; null: he does
);
create unique index messenger_account_by_chat on messenger_account (chat);

-- Cards with buttons: what was shown to somebody of an event, to be altered when the event or his answer changes.
create table messenger_card (
  home_id uuid not null,                     -- of whom it was shown to
  id uuid not null,
  uid text not null,
  organizer_id uuid not null,                -- whose event it is
  chat text not null,
  message text not null,                     -- the messenger's name for it
  words text not null,
  shown_at timestamptz not null default now(),
  primary key (home_id, id)
);
create index messenger_card_by_uid on messenger_card (home_id, uid);
create index messenger_card_by_time on messenger_card (shown_at);

-- Up to where the messenger's events were read.
create table messenger_events (
  bot text primary key,
  last bigint not null
);

-- What somebody is to say to the bot to show that an account of the messenger is his.
create table messenger_code (
  hash bytea primary key,
  user_id uuid not null unique,
  expires timestamptz not null
);
