-- Where a shop keeps its stock. The first of a shop is called after the shop, so that everybody who needs one makes the same.
create table catalog.locations (
  id text primary key,
  shop text not null,
  -- Empty: the shop's first one, which each language calls in its own way.
  name text not null,
  -- Orders are filled from the lowest position on.
  position integer not null,
  active boolean not null default true
);
create index locations_shop on catalog.locations (shop, position, id);
insert into catalog.locations (id, shop, name, position)
select 'loc_' || substr(shop, 5), shop, '', 0 from (select distinct shop from catalog.variants) s;

-- Stock by variant and location: what is counted, held and sold. catalog.variants carries the sums.
create table catalog.levels (
  variant text not null references catalog.variants (id),
  location text not null references catalog.locations (id),
  on_hand integer not null default 0,
  reserved integer not null default 0,
  safety integer not null default 0,
  primary key (variant, location),
  constraint levels_reserved check (reserved >= 0 and reserved <= on_hand),
  constraint levels_safety check (safety >= 0)
);
create index levels_location on catalog.levels (location) where on_hand > 0;
insert into catalog.levels (variant, location, on_hand, reserved, safety)
select id, 'loc_' || substr(shop, 5), on_hand, reserved, safety from catalog.variants;

-- What can be bought: summed over locations, each max(0, on_hand - reserved - safety). Of a bundle it is computed from its components.
alter table catalog.variants add column available integer not null default 0,
  add column bundle boolean not null default false,
  -- With this many pieces or fewer it is low on stock; null: as every variant.
  add column low_at integer,
  -- What comes back is bounded by what the hold was sold (reservation_lines.returned): this sum would be checked as it was before a wait.
  drop constraint variants_limits,
  add constraint variants_limits check (on_hand <= 1000000 and safety >= 0),
  add constraint variants_available check (available between 0 and 1000000),
  -- A bundle has no pieces of its own.
  add constraint variants_bundle check (not bundle or on_hand = 0);
update catalog.variants set available = greatest(0, on_hand - reserved - safety);
drop index catalog.variants_shop;
create index variants_shop on catalog.variants (shop, product) include (available, bundle, low_at);

-- Who made it: {text, place} by language and pictures. Who answers for it: {name, address, email}.
alter table catalog.products add column maker jsonb, add column responsible jsonb;

create table catalog.components (
  bundle text not null references catalog.variants (id),
  component text not null references catalog.variants (id),
  quantity integer not null check (quantity between 1 and 99),
  primary key (bundle, component),
  check (bundle <> component)
);
create index components_of on catalog.components (component);

-- A line of a hold: pieces of a variant at a location, held for the variant that the buyer chose (itself, or a bundle of it).
alter table catalog.reservation_lines add column line text references catalog.variants (id),
  add column location text references catalog.locations (id),
  -- Pieces for one of the line; sold pieces that came back.
  add column per integer not null default 1,
  add column returned integer not null default 0 check (returned between 0 and quantity);
update catalog.reservation_lines r set line = r.variant, location = 'loc_' || substr(v.shop, 5) from catalog.variants v where v.id = r.variant;
alter table catalog.reservation_lines alter column line set not null, alter column location set not null,
  drop constraint reservation_lines_pkey,
  add primary key (checkout, attempt, line, variant, location);

alter table catalog.movements add column location text references catalog.locations (id),
  -- Of a receipt, where the maker gives them.
  add column lot text,
  add column best_before date,
  -- Of a change by hand: who made it.
  add column by text;
alter table catalog.movements disable trigger keep_ledger;
update catalog.movements m set location = 'loc_' || substr(v.shop, 5) from catalog.variants v where v.id = m.variant;
alter table catalog.movements enable trigger keep_ledger;
alter table catalog.movements alter column location set not null;
drop index catalog.movements_once;
create unique index movements_once on catalog.movements (ref, kind, variant, location);
create index movements_lots on catalog.movements (variant, best_before) where best_before is not null;
