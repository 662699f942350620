-- Removals are forgotten after a while (calendar.min_valid_seq says up to where); the epoch is raised when a backup is
-- restored, so that no token of the lost time is taken for one of the new.
alter table calendar add column epoch int not null default 1;
create index change_log_gone on change_log (at) where op = 'D';
