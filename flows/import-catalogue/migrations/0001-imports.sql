create schema imports;

-- One reading of a file or an address: previewed, then imported on demand (a schedule imports at once).
create table imports.runs (
  id text primary key,
  shop text not null,
  person text not null,
  schedule text,
  name text not null,
  url text,
  language text not null,
  kind text,
  state text not null check (state in ('reading', 'previewed', 'importing', 'done', 'failed')),
  code text,
  message text,
  row_at integer,
  total integer not null default 0,
  done integer not null default 0,
  -- Of the database's clock: the demo's clock jumps.
  lease_until timestamptz,
  -- Beginnings without progress: a file that kills workers is given up at last.
  attempts integer not null default 0,
  created timestamptz not null,
  finished timestamptz
);
create index runs_shop on imports.runs (shop, id desc);
create index runs_open on imports.runs (id) where state in ('reading', 'importing');

create table imports.items (
  run text not null references imports.runs (id) on delete cascade,
  n integer not null,
  row_at integer not null,
  rows integer not null,
  ref text not null,
  title text,
  outcome text not null,
  changes text[] not null,
  code text,
  message text,
  warnings jsonb not null,
  -- The product as the file has it; gone when it is done with.
  feed jsonb,
  done boolean not null default false,
  product text,
  primary key (run, n)
);
create index items_outcome on imports.items (run, outcome, n);
create index items_product on imports.items (product) where product is not null;

-- What else is known of a product that came in: its pictures at their source, and whether it waits for them to go on sale.
create table imports.links (
  product text primary key,
  shop text not null,
  person text not null,
  type text,
  publish boolean not null,
  pictures text[] not null,
  variant_pictures jsonb not null,
  -- The product's pictures when they were last set from here: others since are the merchant's own choice.
  media text[] not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  code text,
  message text,
  next_at timestamptz not null
);
create index links_waiting on imports.links (next_at) where state = 'waiting';

create table imports.pictures (
  shop text not null,
  url text not null,
  person text not null,
  media text,
  attempts integer not null default 0,
  code text,
  message text,
  final boolean not null default false,
  primary key (shop, url)
);

create table imports.schedules (
  id text primary key,
  shop text not null,
  person text not null,
  url text not null,
  language text not null,
  every text not null check (every in ('hourly', 'daily')),
  next_at timestamptz not null,
  created timestamptz not null
);
create index schedules_shop on imports.schedules (shop, id desc);
create index schedules_due on imports.schedules (next_at);
