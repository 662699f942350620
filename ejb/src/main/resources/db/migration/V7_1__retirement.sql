-- Who left keeps his row and his addresses: old events go on naming him, and nobody inherits his mail.
alter table principal add column retired_at timestamptz;
