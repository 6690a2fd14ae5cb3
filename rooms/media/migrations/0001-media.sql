create schema media;
create table media.media (
  id text primary key,
  owner text not null,
  state text not null check (state in ('uploading', 'probing', 'processing', 'ready', 'refused')),
  -- Null until the content itself has told what it is: what a client claims is not believed.
  kind text check (kind in ('video', 'picture')),
  bytes bigint not null check (bytes >= 0),
  progress integer not null default 0 check (progress between 0 and 100),
  watchable text not null default 'no' check (watchable in ('no', 'first_rung', 'all')),
  refusal_code text,
  refusal_message text,
  width integer check (width > 0),
  height integer check (height > 0),
  duration_ms integer check (duration_ms >= 0),
  thumbhash text,
  -- A worker holds a medium until this moment of the database's own clock; a killed worker stops renewing it.
  lease_until timestamptz,
  attempts integer not null default 0,
  created timestamptz not null,
  check ((state = 'refused') = (refusal_code is not null)),
  check (state <> 'ready' or watchable = 'all'),
  check (watchable = 'no' or (kind is not null and width is not null and height is not null and thumbhash is not null))
);
create index media_owner on media.media (owner);
create index media_unfinished on media.media (created) where state in ('uploading', 'probing', 'processing');
create table media.rungs (
  media text not null references media.media on delete cascade,
  name text not null check (name in ('low', 'mid', 'high')),
  width integer not null,
  height integer not null,
  kbps integer not null,
  primary key (media, name)
);
create table media.captions (
  media text not null references media.media on delete cascade,
  language text not null check (language in ('en', 'ja', 'zh')),
  -- Part of the URL, so that files may be cached for ever.
  version text not null,
  primary key (media, language)
);
