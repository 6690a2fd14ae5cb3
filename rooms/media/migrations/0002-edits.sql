-- What an upload is for. Material of edits is held for its owner alone and never served.
alter table media.media add column use text not null default 'clip' check (use in ('clip', 'edit', 'source', 'overlay', 'sound'));
-- The moment that the author chose for the poster.
alter table media.media add column cover_ms integer check (cover_ms >= 0);
alter table media.media add column used timestamptz;
alter table media.media drop constraint media_state_check;
alter table media.media add constraint media_state_check check (state in ('uploading', 'probing', 'processing', 'ready', 'held', 'refused'));
alter table media.media add constraint media_held_check check (state <> 'held' or (use in ('source', 'overlay', 'sound') and used is not null));
create index media_held on media.media (used) where state = 'held';
create index media_material on media.media (owner) where use in ('source', 'overlay', 'sound');
-- The list that a clip is rendered from, and the ids of what it is made of.
create table media.edits (
  media text primary key references media.media on delete cascade,
  list jsonb not null,
  material text[] not null
);
