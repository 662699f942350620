-- What somebody says of all his calendars together; no row, nothing said.
create table home (
  home_id uuid primary key,
  availability text not null default ''       -- VCALENDAR with VAVAILABILITYs (RFC 7953, 7.2)
);

-- Free/busy looks for these without a look at any other object.
create index calendar_object_availability on calendar_object (home_id, cal_id) where comp = 4 and deleted_at is null;
