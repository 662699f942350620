-- Messages that nobody vouches for, kept for the person whom they are for until he takes them over or drops them.
create table held_mail (
  home_id uuid not null,
  id uuid not null,
  mail uuid not null references inbound_mail (id) on delete cascade,
  method text not null,
  ical text not null,
  sender text not null,                      -- empty when there was not one
  received timestamptz not null,
  primary key (home_id, id)
);
create index held_mail_by_mail on held_mail (mail);
