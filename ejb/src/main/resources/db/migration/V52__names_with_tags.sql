-- A client that lists a calendar asks for names and tags: the index answers that by itself, ten times faster than ten
-- thousand wide rows. The price is that a changed object gets a new entry in each index.
drop index calendar_object_name;
create unique index calendar_object_name on calendar_object (home_id, cal_id, name)
    include (comp, etag, change_seq) where deleted_at is null;
