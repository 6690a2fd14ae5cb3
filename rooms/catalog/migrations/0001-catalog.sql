create schema catalog;

create table catalog.products (
  id text primary key,
  shop text not null,
  state text not null check (state in ('draft', 'live', 'archived', 'removed')),
  version integer not null default 1,
  category text not null,
  name jsonb not null,
  description jsonb not null,
  specs jsonb not null,
  tags text[] not null,
  options jsonb not null,
  pictures text[] not null,
  -- Whether any variant can be bought: kept under a lock of this row, so that depleted and restocked are told once each.
  in_stock boolean not null,
  -- The lowest price as heard (publish, price.changed): only for the facts in events. Truth is the room of prices.
  price_minor bigint,
  currency text,
  created timestamptz not null,
  published timestamptz,
  check (state not in ('live', 'removed') or published is not null)
);
create index products_live on catalog.products (published desc, id desc) where state = 'live';
create index products_live_shop on catalog.products (shop, published desc, id desc) where state = 'live';
create index products_live_category on catalog.products (category, published desc, id desc) where state = 'live';
create index products_shop on catalog.products (shop, id desc);

create table catalog.variants (
  id text primary key,
  product text not null references catalog.products (id),
  shop text not null,
  position integer not null,
  sku text not null,
  gtin text,
  choice text[] not null,
  weight_grams integer not null,
  picture text,
  -- False once the product is archived: its SKU may be used again.
  active boolean not null default true,
  price_minor bigint,
  currency text,
  on_hand integer not null default 0,
  reserved integer not null default 0,
  safety integer not null default 0,
  sold integer not null default 0,
  constraint variants_reserved check (reserved >= 0 and reserved <= on_hand),
  constraint variants_limits check (on_hand <= 1000000 and safety >= 0 and sold >= 0)
);
create unique index variants_sku on catalog.variants (shop, sku) where active;
create index variants_product on catalog.variants (product, position);

create table catalog.reservations (
  checkout text primary key,
  state text not null check (state in ('held', 'released', 'committed')),
  -- A checkout whose stock was released may hold again: each time is a new attempt, with lines of its own.
  attempt integer not null default 1,
  expires timestamptz not null,
  created timestamptz not null
);
create index reservations_held on catalog.reservations (expires) where state = 'held';

create table catalog.reservation_lines (
  checkout text not null references catalog.reservations (checkout),
  attempt integer not null,
  variant text not null references catalog.variants (id),
  quantity integer not null check (quantity > 0),
  primary key (checkout, attempt, variant)
);

-- The ledger: signed changes of the three counters. Summed per variant they equal the counters.
create table catalog.movements (
  id bigint generated always as identity primary key,
  variant text not null references catalog.variants (id),
  kind text not null,
  on_hand integer not null,
  reserved integer not null,
  sold integer not null,
  ref text not null,
  at timestamptz not null
);
-- What makes every stock action idempotent: one kind of movement, once per reference and variant.
create unique index movements_once on catalog.movements (ref, kind, variant);
create index movements_variant on catalog.movements (variant, id);

create function catalog.keep_ledger() returns trigger language plpgsql as $$ begin raise exception 'catalog.movements is append-only'; end $$;
create trigger keep_ledger before update or delete or truncate on catalog.movements for each statement execute function catalog.keep_ledger();
