-- One declaration an order. `life` is the engine's machine; what names the buyer is sealed.
create table trade.declarations (
  order_id text primary key, order_number text not null unique, checkout text not null, shop text not null, state text not null, life jsonb not null,
  version int not null default 1, list_no text not null unique, parcel jsonb not null default '{}',
  sealed text, checks jsonb not null default '[]', sendable boolean not null default false,
  created timestamptz not null, updated timestamptz not null, closed timestamptz
);
create index on trade.declarations (shop, created desc, order_id desc);
create index on trade.declarations (state, updated) where closed is null;
-- Messages in the order in which they went and came; `sent` null is one that still has to go. XML is sealed: it holds the buyer's ID.
create table trade.messages (
  id bigint generated always as identity primary key, order_id text not null, direction text not null check (direction in ('out', 'in')), code int not null,
  key text not null, guid text not null, sealed text, outcome text, at timestamptz not null, sent timestamptz
);
create index on trade.messages (order_id, id);
create index on trade.messages (code, key) where direction = 'out';
create index on trade.messages (id) where direction = 'out' and sent is null;
