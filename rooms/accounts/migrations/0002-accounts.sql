create schema accounts;
-- A person with an account. A guest has no row here.
create table accounts.people (
  person text primary key, handle text, name text not null, about text not null default '', picture text, language text not null,
  personalised boolean not null default true, creator boolean not null default false, operator boolean not null default false,
  -- Tokens carry the epoch; raising it ends every session of the person.
  epoch int not null default 0, joined timestamptz not null, erased timestamptz
);
create unique index people_handle on accounts.people (handle);
create index people_joined on accounts.people (joined desc, person desc);
-- What a guest has chosen; made only when a guest chooses something.
create table accounts.guest_settings (person text primary key, language text, personalised boolean not null default true, changed timestamptz not null);
-- Sessions of members, and guests' sessions that were ended.
create table accounts.sessions (
  session text primary key, person text not null, created timestamptz not null, expires timestamptz not null, agent text not null default '', revoked boolean not null default false
);
create index on accounts.sessions (person);
create index on accounts.sessions (expires);
create table accounts.setup (one boolean primary key default true check (one), token_hash text not null, created timestamptz not null);
create table accounts.shops (
  shop text primary key, slug text not null, owner text not null, name jsonb not null, about jsonb not null, picture text, cover text,
  country text not null, currency text not null, seller jsonb not null, shipping_fee_minor bigint not null check (shipping_fee_minor >= 0),
  free_shipping_from_minor bigint check (free_shipping_from_minor >= 0), dispatch_days int not null, delivery_from int not null, delivery_to int not null,
  return_days int not null, opened timestamptz not null, check (delivery_from <= delivery_to)
);
create unique index shops_slug on accounts.shops (slug);
create table accounts.staff (
  shop text not null references accounts.shops, person text not null, role text not null check (role in ('owner', 'staff')), since timestamptz not null,
  primary key (shop, person)
);
create index on accounts.staff (person);
