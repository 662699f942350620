-- What CalDAV knows of a calendar beyond the web, and what kind of component an object holds.
alter table calendar add column description text not null default '';
alter table calendar add column comps text not null default 'VEVENT,VTODO,VJOURNAL';
alter table calendar_object add column comp smallint not null default 0;   -- 0 VEVENT, 1 VTODO, 2 VJOURNAL, 3 VFREEBUSY, 4 VAVAILABILITY
create index calendar_object_other on calendar_object (home_id, cal_id, comp) where comp <> 0 and deleted_at is null;

-- Properties that only clients understand, as the XML that they sent.
create table dead_property (
  home_id uuid not null,
  resource uuid not null,                    -- the calendar, or the home for the home itself
  viewer uuid not null,
  ns text not null,
  name text not null,
  xml text not null,
  primary key (home_id, resource, viewer, ns, name)
);
