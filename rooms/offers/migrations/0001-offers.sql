create schema offers;
-- Counters stand in the row that they limit: a claim raises them only where the limit allows it, and the checks stand behind that.
create table offers.offers (
  id text primary key, shop text not null, name jsonb not null, kind text not null check (kind in ('percent', 'fixed', 'buy_get', 'free_shipping', 'flash')),
  layer text not null check (layer in ('live_flash', 'campaign', 'flash', 'product', 'order', 'code', 'shipping')),
  funding text not null default 'merchant' check (funding in ('merchant', 'platform')),
  state text not null default 'active' check (state in ('active', 'paused', 'ended')),
  code text, starts timestamptz not null, ends timestamptz check (ends > starts), markets text[] not null default '{}',
  products text[] not null default '{}', categories text[] not null default '{}', currency text not null,
  minimum bigint check (minimum > 0), percent int check (percent between 1 and 10000), amount bigint check (amount > 0),
  buy int check (buy > 0), get int check (get > 0),
  uses_limit int check (uses_limit > 0), uses int not null default 0 check (uses >= 0 and (uses_limit is null or uses <= uses_limit)),
  budget bigint check (budget > 0), spent bigint not null default 0 check (spent >= 0 and (budget is null or spent <= budget)),
  per_person int check (per_person > 0), version int not null default 1, created timestamptz not null, created_by text not null
);
create index on offers.offers (shop, starts desc, id desc);
create index on offers.offers (shop) where state <> 'ended';
-- A code is one offer's at a time.
create unique index on offers.offers (shop, code) where state <> 'ended';
create index on offers.offers (shop, code) where code is not null;
create table offers.items (
  offer text not null references offers.offers on delete cascade, variant text not null, product text not null, price bigint not null check (price > 0),
  pieces_limit int check (pieces_limit > 0), pieces int not null default 0 check (pieces >= 0 and (pieces_limit is null or pieces <= pieces_limit)),
  primary key (offer, variant)
);
-- What a person has of an offer (variant '': orders) or of a flash price (pieces): held and consumed claims together.
create table offers.person_uses (
  person text not null, offer text not null references offers.offers on delete cascade, variant text not null default '', used int not null check (used >= 0),
  primary key (person, offer, variant)
);
create table offers.claims (
  checkout text primary key, person text, state text not null check (state in ('held', 'released', 'consumed')), expires timestamptz not null, created timestamptz not null
);
create index on offers.claims (expires) where state = 'held';
create index on offers.claims (person);
-- What a claim took; variant '' is the offer itself with the amount of its discount.
create table offers.claim_uses (
  checkout text not null references offers.claims on delete cascade, offer text not null, variant text not null default '', pieces int not null, amount bigint not null,
  primary key (checkout, offer, variant)
);
create index on offers.claim_uses (offer);
