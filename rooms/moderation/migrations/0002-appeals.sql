-- What the person concerned says against a removal: once a decision. The answer is a row of its own decision when it reverses.
create table moderation.appeals (
  id text primary key, decision text not null unique, kind text not null, subject text not null, person text,
  text text not null, at timestamptz not null,
  outcome text check (outcome in ('upheld', 'reversed')), explanation text, by text, answered timestamptz, check ((outcome is null) = (answered is null))
);
create index on moderation.appeals (at, id) where outcome is null;
create index on moderation.appeals (person);
create index on moderation.owners (shop);
