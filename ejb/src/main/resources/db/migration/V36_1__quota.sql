-- What the objects of a calendar take, those in the trash too: kept beside each write, so that a limit costs no look at them.
alter table calendar add column bytes bigint not null default 0;
update calendar c set bytes = coalesce((select sum(octet_length(o.ical)) from calendar_object o
  where o.home_id = c.home_id and o.cal_id = c.cal_id), 0);

create function count_bytes() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.cal_id = new.cal_id then
    if octet_length(new.ical) <> octet_length(old.ical) then
      update calendar set bytes = bytes + octet_length(new.ical) - octet_length(old.ical)
      where home_id = new.home_id and cal_id = new.cal_id;
    end if;
    return null;
  end if;
  if tg_op <> 'INSERT' then
    update calendar set bytes = bytes - octet_length(old.ical) where home_id = old.home_id and cal_id = old.cal_id;
  end if;
  if tg_op <> 'DELETE' then
    update calendar set bytes = bytes + octet_length(new.ical) where home_id = new.home_id and cal_id = new.cal_id;
  end if;
  return null;
end $$;
create trigger calendar_object_bytes after insert or delete or update of ical, cal_id on calendar_object
  for each row execute function count_bytes();

create index attachment_of_home on attachment (home_id);
