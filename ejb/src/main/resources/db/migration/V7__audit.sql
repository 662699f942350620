-- What was done stays written: no statement changes or removes a row.
alter table audit add column before_hash text;        -- SHA-256 of the state, never the state
alter table audit add column after_hash text;
create index audit_of_actor on audit (actor, id);
create index audit_of_subject on audit (subject, id);

create function audit_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end
$$;
create trigger audit_stays before update or delete or truncate on audit
  for each statement execute function audit_stays();
