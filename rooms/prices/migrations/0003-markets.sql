-- Exchange rates, dated and append-only: one major unit of base is mid units of quote; a buyer pays the spread on top.
create table prices.rates (
  id text primary key, seq bigint generated always as identity, base text not null, quote text not null, mid text not null, spread_bps int not null check (spread_bps between 0 and 1000),
  at timestamptz not null, source text not null, by text not null
);
create index on prices.rates (base, quote, at desc, seq desc);
-- A price list of one market: append-only as prices are; null ends it, and the market pays the exchanged price again.
create table prices.market_changes (
  id text primary key, seq bigint generated always as identity, variant text not null, product text not null, shop text not null, market text not null, price_minor bigint check (price_minor > 0),
  currency text not null, at timestamptz not null, by text not null
);
create index on prices.market_changes (variant, market, at desc, seq desc);
