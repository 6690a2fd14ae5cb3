-- What machines found in a subject. It waits for a person's decision as a report does, but is none: nobody filed it.
create table moderation.signals (
  kind text not null, id text not null, flag text not null, of text, share real check (share between 0 and 1), at timestamptz not null,
  primary key (kind, id, flag)
);
