-- Music that edits may lie over their sound. Pieces of our own have the name that they are composed by; the operator's have none.
create table media.music (
  id text primary key,
  name text unique,
  title jsonb not null,
  mood text not null check (mood in ('calm', 'bright', 'warm', 'lively', 'dreamy')),
  credit jsonb not null,
  length_ms integer not null check (length_ms > 0),
  hidden boolean not null default false,
  created timestamptz not null
);
create index music_order on media.music (created desc, id desc);
