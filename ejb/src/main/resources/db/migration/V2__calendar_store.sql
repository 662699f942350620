-- Calendar collections and objects. The iCalendar text is the truth; every other column can be rebuilt from it.
-- Keys lead with home_id, the id of the owning principal; no foreign key crosses homes.
create extension if not exists btree_gist;

create table calendar (
  home_id uuid not null,
  cal_id uuid not null,
  uri text not null,
  name text not null,
  color text not null,
  ord int not null default 0,
  zone text not null,
  transparent boolean not null default false,
  is_default boolean not null default false,
  default_alarms text not null default '[]',
  change_seq bigint not null default 0,
  min_valid_seq bigint not null default 0,
  version bigint not null default 0,
  deleted_at timestamptz,
  primary key (home_id, cal_id)
);
create unique index calendar_uri on calendar (home_id, uri) where deleted_at is null;
create unique index calendar_default on calendar (home_id) where is_default and deleted_at is null;

create table calendar_object (
  home_id uuid not null,
  obj_id uuid not null,
  cal_id uuid not null,
  name text not null,
  uid text not null,
  ical bytea not null,
  etag bytea not null,                       -- 128 bit of SHA-256 over ical
  sched_role smallint not null,              -- 0 none, 1 organizer, 2 attendee
  sched_tag uuid,
  organizer text not null default '',
  sequence int not null,
  span tstzrange not null,
  expanded_from timestamptz,                 -- both null: every instance is stored
  expanded_to timestamptz,
  summary text not null,
  search text not null,                      -- lower-cased words that a search may hit
  brief text not null,                       -- what a listing shows, per component, so that it never parses
  change_seq bigint not null,
  created timestamptz not null,
  modified timestamptz not null,
  deleted_at timestamptz,
  primary key (home_id, obj_id)
);
create unique index calendar_object_name on calendar_object (home_id, cal_id, name) where deleted_at is null;
create unique index calendar_object_uid on calendar_object (home_id, cal_id, uid) where deleted_at is null;
create unique index calendar_object_sched on calendar_object (home_id, uid) where sched_role > 0 and deleted_at is null;
create index calendar_object_by_uid on calendar_object (home_id, uid);
create index calendar_object_open on calendar_object using gist (home_id, cal_id, span) where expanded_to is not null and deleted_at is null;
create index calendar_object_trash on calendar_object (home_id, deleted_at) where deleted_at is not null;

create table instance (
  home_id uuid not null,
  obj_id uuid not null,
  rid timestamptz not null,                  -- RECURRENCE-ID as a moment; floating ones as if UTC
  cal_id uuid not null,
  period tstzrange not null,
  floating boolean not null,                 -- a day or a floating time: read rid and period in the viewer's zone
  fbtype smallint not null,                  -- 0 free, 1 busy, 2 tentative, 3 unavailable
  overridden boolean not null,
  primary key (home_id, obj_id, rid)
);
create index instance_by_start on instance (home_id, cal_id, lower(period)) include (obj_id, period);
create index instance_by_period on instance using gist (home_id, period);

create table change_log (
  home_id uuid not null,
  cal_id uuid not null,
  name text not null,
  obj_id uuid not null,
  seq bigint not null,
  op "char" not null,                        -- A created or changed, D gone
  at timestamptz not null default clock_timestamp(),
  primary key (home_id, cal_id, name)
);
create index change_log_by_seq on change_log (home_id, cal_id, seq);
create index change_log_by_time on change_log (home_id, at);

create table edit_lease (
  home_id uuid not null,
  uid text not null,                         -- of the organizer's object: all copies share one lease
  holder uuid not null,
  token uuid not null,
  fence bigint not null,
  until timestamptz not null,
  primary key (home_id, uid)
);
