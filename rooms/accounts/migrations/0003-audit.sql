-- What operators did: who, when, what, to what, and the figures of it. Written once, never changed.
create table accounts.audit (
  seq bigint generated always as identity primary key, at timestamptz not null, person text not null, action text not null, about text not null, detail jsonb not null
);
create function accounts.keep_audit() returns trigger language plpgsql as $$ begin raise exception 'accounts.audit is append-only'; end $$;
create trigger keep_audit before update or delete or truncate on accounts.audit for each statement execute function accounts.keep_audit();
