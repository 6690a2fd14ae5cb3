create schema events;
-- Actions write here inside their own transaction; the sequencer empties it.
create table events.inbox (
  seq bigserial primary key, id text not null, name text not null, at timestamptz not null, person text, session text, surface text,
  subject_kind text not null, subject_id text not null, source jsonb, data jsonb not null
);
create table events.log (
  position bigint primary key, id text not null unique, name text not null, at timestamptz not null, person text, session text, surface text,
  subject_kind text not null, subject_id text not null, source jsonb, data jsonb not null
);
create table events.cursor (name text primary key, position bigint not null);
-- NOTIFY only wakes the sequencer, and only when the writing transaction commits.
create function events.wake() returns trigger language plpgsql as $$ begin perform pg_notify('enishi_inbox', ''); return null; end $$;
create trigger wake after insert on events.inbox for each statement execute function events.wake();
