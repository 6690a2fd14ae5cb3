create schema moderation;
-- Who a subject belongs to, learned from the log: who may read the statement of a removal, and what can be reported at all.
create table moderation.owners (kind text, id text, person text, shop text, primary key (kind, id));
create index on moderation.owners (person);
create table moderation.reports (
  id text primary key, kind text not null, subject text not null, reporter text, reason text not null, note text, at timestamptz not null,
  unique (kind, subject, reporter)
);
create index on moderation.reports (reporter);
-- One row a subject that was ever reported or decided on; the queue is read from here.
create table moderation.subjects (
  kind text, id text, state text not null check (state in ('open', 'removed', 'kept')), reports int not null default 0 check (reports >= 0),
  first_at timestamptz not null, last_at timestamptz not null, primary key (kind, id)
);
create index on moderation.subjects (state, reports desc, last_at desc, kind, id);
-- What was decided, by whom and why. Never changed: a later decision is a later row.
create table moderation.decisions (
  seq bigint generated always as identity unique, id text primary key, kind text not null, subject text not null, action text not null check (action in ('remove', 'restore', 'keep')),
  reason text not null, explanation text not null, by text not null, at timestamptz not null
);
create index on moderation.decisions (kind, subject, seq desc);
create function moderation.append_only() returns trigger language plpgsql as $$ begin raise exception 'moderation.decisions is append-only'; end $$;
create trigger append_only before update or delete or truncate on moderation.decisions for each statement execute function moderation.append_only();
