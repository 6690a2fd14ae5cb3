create schema trade;
-- What customs asks of goods: by product, and by variant where it differs.
create table trade.facts (
  subject text primary key, shop text not null, product text not null, facts jsonb not null, updated timestamptz not null, updated_by text not null
);
create index on trade.facts (shop, product);
create table trade.registrations (
  shop text primary key, names jsonb not null, version int not null default 1, updated timestamptz not null, updated_by text not null
);
-- An operator's rows of law. Append only: the newest of a key counts, and a null row takes it back. So the table is its own audit.
create table trade.rules (
  seq bigint generated always as identity primary key, jurisdiction text not null, rule text not null, from_day text not null,
  row jsonb, at timestamptz not null, by text not null
);
create index on trade.rules (jurisdiction, rule, from_day, seq desc);
-- Real name and ID number, sealed under their own key. `person_key` is a keyed hash of the number.
create table trade.identities (
  checkout text primary key, person text not null, person_key text not null, sealed text, masked_name text, masked_id text,
  given timestamptz not null, erase_after timestamptz
);
create index on trade.identities (person);
create index on trade.identities (erase_after) where sealed is not null;
create table trade.identity_reads (
  seq bigint generated always as identity primary key, checkout text not null, by text not null, why text not null, at timestamptz not null
);
create index on trade.identity_reads (checkout);
create table trade.consents (
  checkout text not null, version text not null, person text not null, language text not null, at timestamptz not null, primary key (checkout, version)
);
create index on trade.consents (person);
-- A person's year: the counter and, beside it, the entries that it is the sum of. Amounts are fen of CNY.
create table trade.quota_years (
  person_key text not null, year int not null, used bigint not null check (used >= 0), primary key (person_key, year)
);
create table trade.quota_entries (
  order_id text not null, n int not null, checkout text not null, person_key text not null, year int not null,
  kind text not null check (kind in ('use', 'restore')), amount bigint not null check (amount > 0), at timestamptz not null,
  primary key (order_id, n)
);
create index on trade.quota_entries (checkout);
create index on trade.quota_entries (person_key, year);
-- Who holds the quota of a checkout: `attempt` names the payment's try, so that a try that failed can't let go of the next one's.
create table trade.quota_claims (
  checkout text primary key, attempt text not null, state text not null check (state in ('held', 'released', 'kept')), expires timestamptz not null
);
create index on trade.quota_claims (expires) where state = 'held';
