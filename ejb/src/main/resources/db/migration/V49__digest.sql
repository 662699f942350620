-- When somebody who wants to be told of his day in the morning is told next.
create table digest_due (
  home_id uuid primary key,
  due_at timestamptz not null
);
create index digest_due_by_time on digest_due (due_at);
