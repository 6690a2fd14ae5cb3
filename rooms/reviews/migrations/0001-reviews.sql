create schema reviews;
-- What the log said of purchases: which line, whose, of what; reviews come from here and from nowhere else.
create table reviews.bought_lines (
  line text primary key, "order" text not null, person text not null, shop text not null, product text not null, variant text not null, choice jsonb not null default '[]',
  paid_at timestamptz not null, delivered_at timestamptz, closed boolean not null default false, pulse smallint check (pulse between 1 and 5)
);
create index on reviews.bought_lines (person, delivered_at desc);
create index on reviews.bought_lines ("order");
create table reviews.reviews (
  id text primary key, line text not null unique references reviews.bought_lines (line), product text not null, shop text not null, author text not null,
  stars smallint not null check (stars between 1 and 5), text text not null, language text not null, pictures jsonb not null default '[]', video text,
  media boolean not null, at timestamptz not null, reply text, reply_at timestamptz, removed boolean not null default false
);
create index on reviews.reviews (product, media desc, at desc, id desc);
create index on reviews.reviews (shop, at desc, id desc);
create index on reviews.reviews (author);
