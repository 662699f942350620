-- Who looks holds the row apart from when it is due, so that a change waits for the end of a look and is not undone by it.
alter table subscription add column looking_until timestamptz;
alter table subscription add column revision int not null default 0;
