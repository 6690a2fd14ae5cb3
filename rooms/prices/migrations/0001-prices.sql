create schema prices;
-- Append-only: a price is never changed, only followed by another.
create table prices.changes (
  id text primary key, variant text not null, product text not null, shop text not null, price_minor bigint not null check (price_minor > 0), currency text not null, at timestamptz not null, by text not null
);
create index on prices.changes (variant, at desc, id desc);
create index on prices.changes (product, at desc);
