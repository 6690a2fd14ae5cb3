-- What was given free again stays as a row for a while, and both are found by when they changed: readers ask for what is new only.
alter table media.withheld add column kept boolean not null default true, add column changed timestamptz not null default now();
create index withheld_changed on media.withheld (changed);
