-- Browsers in which somebody wants to be told of things. Without an endpoint only open windows tell him.
create table browser (
  home_id uuid not null,                     -- whose
  id uuid not null,
  name text not null,
  endpoint text,                             -- of its push service (RFC 8030)
  p256dh text,                               -- its public key and secret (RFC 8291), base64url
  auth text,
  registered_at timestamptz not null default now(),
  primary key (home_id, id)
);
create unique index browser_by_endpoint on browser (endpoint);

-- The one key by which push services know us (VAPID, RFC 8292), the same on every node.
create table push_key (
  id smallint primary key default 1 check (id = 1),
  private_key bytea not null,                -- PKCS #8
  public_key bytea not null                  -- X.509
);
