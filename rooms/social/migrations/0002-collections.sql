-- What a person saved, sorted by themselves; seen by nobody else. No collection: the save is in "all" only, where every save is.
create table social.collections (id text primary key, person text not null, name text not null check (name <> ''), cover text, made timestamptz not null);
create index on social.collections (person, made);
alter table social.marks add column collection text references social.collections on delete set null;
create index on social.marks (collection, at desc, subject desc) where collection is not null;
