-- How media look, so that a copy is known again: a perceptual hash of each of some frames (16 hex digits; '' where a frame shows too
-- little to tell it from others), and how blue and how red each is.
create table media.looks (
  media text primary key references media.media on delete cascade,
  -- 0: a picture.
  length_ms integer not null check (length_ms >= 0),
  hashes text[] not null,
  tints smallint[] not null
);
-- Parts of the hashes: near hashes share one that differs in a bit at most (look-index.ts). A table, because of an array with a GIN
-- index the planner expects so many matches that it reads everything.
create table media.look_keys (
  key integer not null,
  media text not null references media.looks on delete cascade,
  primary key (key, media)
);
create index look_keys_media on media.look_keys (media);
