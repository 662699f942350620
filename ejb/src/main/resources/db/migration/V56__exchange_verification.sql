-- A move counts at its end what Exchange shows, instance by instance, against what is here; a verification does nothing else.
alter table ews_job
  add column mode text not null default 'WRITING',
  add column total integer,                  -- items that the mailbox has, about; null: not known yet
  add column shown_there integer,            -- instances that Exchange shows; null: not counted yet
  add column shown_here integer,
  add column differing integer;              -- events of which it shows more or fewer
update ews_job set mode = 'REHEARSAL' where dry_run;
alter table ews_job drop column dry_run;
