-- What the optional classifier found in a medium, where it found something.
create table media.labels (
  media text not null references media.media on delete cascade,
  label text not null check (label in ('nudity')),
  share real not null check (share between 0 and 1),
  primary key (media, label)
);
