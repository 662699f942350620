-- One booking for each instance; the constraint, not the code, makes double booking impossible.
create table room_booking (
  home_id uuid not null,                     -- the room's
  organizer_home uuid not null,
  uid text not null,
  rid timestamptz not null,
  period tstzrange not null,
  primary key (home_id, uid, rid),
  constraint room_once exclude using gist (home_id with =, period with &&)
);
create index room_booking_of on room_booking (organizer_home, uid);
