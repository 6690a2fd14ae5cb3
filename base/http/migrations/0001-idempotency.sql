create schema http;
create table http.idempotency (
  caller text not null, key text not null, fingerprint text not null, state text not null check (state in ('started', 'done')),
  status int, body jsonb, at timestamptz not null, primary key (caller, key)
);
create index idempotency_at on http.idempotency (at);
