-- iTIP messages, each stored once for all its recipients, and the links by which people answer without log-in.
create table itip_message (
  home_id uuid not null,
  id uuid not null,
  uid text not null,
  method text not null,
  ical text not null,                        -- the state that is told
  actor uuid not null,
  at timestamptz not null,
  primary key (home_id, id)
);
create index itip_message_by_age on itip_message (at);

create table rsvp_token (
  token_hash bytea primary key,              -- SHA-256 of 256 random bits
  home_id uuid not null,                     -- the organizer's
  uid text not null,
  address text not null,
  sequence int not null,
  expires timestamptz not null
);
create index rsvp_token_by_expiry on rsvp_token (expires);
