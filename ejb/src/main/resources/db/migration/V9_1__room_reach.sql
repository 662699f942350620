-- How far ahead the rooms of a long series are booked; rolled on each night.
create table room_reach (
  home_id uuid not null,                     -- the organizer's
  uid text not null,
  until timestamptz not null,
  primary key (home_id, uid)
);
create index room_reach_until on room_reach (until);
insert into room_reach (home_id, uid, until)
  select b.organizer_home, b.uid, max(upper(b.period))
  from room_booking b join calendar_object o on o.home_id = b.organizer_home and o.uid = b.uid and o.deleted_at is null
  group by 1, 2, o.span having upper_inf(o.span) or upper(o.span) > max(upper(b.period));
