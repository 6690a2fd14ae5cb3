-- What was bought leaves in one or several parcels; what became of each piece is counted on its line.
alter table orders.lines
  add cancelled int not null default 0 check (cancelled >= 0),
  add returned int not null default 0 check (returned >= 0),
  add refunded int not null default 0 check (refunded between 0 and quantity),
  add shipping_refunded int not null default 0 check (shipping_refunded between 0 and quantity),
  add constraint lines_pieces check (cancelled + returned <= quantity);
create table orders.parcels (
  id text primary key,
  order_id text not null references orders.orders (id),
  position int not null,
  state text not null check (state in ('planned', 'packed', 'shipped', 'delivered', 'returned', 'dropped')),
  -- [{line, quantity, variant}]
  contents jsonb not null,
  -- The return whose goods this parcel replaces.
  replaces text,
  carrier text,
  tracking text,
  shipped_at timestamptz,
  delivered_at timestamptz
);
create unique index parcels_order on orders.parcels (order_id, position);
create table orders.returns (
  id text primary key,
  order_id text not null references orders.orders (id),
  position int not null,
  kind text not null check (kind in ('return', 'exchange', 'claim')),
  state text not null check (state in ('requested', 'approved', 'refused', 'sent_back', 'received', 'settled', 'withdrawn')),
  reason text not null,
  -- The buyer's own words and media; gone once the person is erased.
  words text,
  photos jsonb not null,
  -- [{line, quantity}]
  pieces jsonb not null,
  variant text,
  refusal text,
  refusal_note text,
  carrier text,
  tracking text,
  outcome text check (outcome in ('refund', 'replacement')),
  asked timestamptz not null,
  check ((state = 'settled') = (outcome is not null)),
  check ((state = 'refused') = (refusal is not null))
);
-- One is open at a time.
create unique index returns_open on orders.returns (order_id) where state not in ('refused', 'settled', 'withdrawn');
create unique index returns_order on orders.returns (order_id, position);

alter table orders.orders
  -- Pieces that are still to leave the shop; a replacement waits to.
  add unsent int not null default 0 check (unsent >= 0),
  add replacing boolean not null default false,
  add received_at timestamptz,
  drop constraint orders_fulfilment_check,
  add constraint orders_fulfilment check (fulfilment in ('none', 'packed', 'partially_shipped', 'shipped', 'partially_delivered', 'delivered', 'returned'));
-- The job that counts an order as received walks this.
create index orders_unreceived on orders.orders (delivered_at) where delivered_at is not null and received_at is null;

-- [{line, quantity, shipping, restock}]: of which pieces.
alter table orders.refunds add lines jsonb;
update orders.refunds f set lines = (
  select jsonb_agg(jsonb_build_object('line', l.id, 'quantity', 0, 'shipping', 0, 'restock', l.quantity)) from orders.lines l where l.order_id = f.order_id)
where f.state = 'started' and f.kind <> 'refund';

-- Orders from before there were parcels.
insert into orders.parcels (id, order_id, position, state, contents, carrier, tracking, shipped_at, delivered_at)
select 'pcl_' || substr(o.id, 5), o.id, 0, case when o.fulfilment = 'packed' and o.state <> 'open' then 'dropped' else o.fulfilment end,
  (select jsonb_agg(jsonb_build_object('line', l.id, 'quantity', l.quantity, 'variant', null) order by l.position) from orders.lines l where l.order_id = o.id),
  o.carrier, o.tracking, o.shipped_at, o.delivered_at
from orders.orders o where o.fulfilment <> 'none';
update orders.lines l set cancelled = case when o.fulfilment in ('none', 'packed') then l.quantity else 0 end,
  returned = case when o.fulfilment = 'returned' then l.quantity else 0 end
from orders.orders o where o.id = l.order_id and o.paid_at is not null and (o.state = 'cancelled' or o.fulfilment = 'returned');
update orders.lines l set refunded = l.quantity, shipping_refunded = l.quantity
from orders.orders o where o.id = l.order_id and (o.payment = 'refunded' or (o.paid_at is not null and (o.state = 'cancelled' or o.fulfilment = 'returned')));
insert into orders.returns (id, order_id, position, kind, state, reason, words, photos, pieces, outcome, asked)
select 'ret_' || substr(o.id, 5), o.id, 0, 'return', case when o.fulfilment = 'delivered' then 'requested' else 'settled' end, 'other', o.return_reason, '[]',
  (select jsonb_agg(jsonb_build_object('line', l.id, 'quantity', l.quantity) order by l.position) from orders.lines l where l.order_id = o.id),
  case when o.fulfilment = 'delivered' then null else 'refund' end, o.return_at
from orders.orders o where o.return_at is not null;
update orders.orders set return_at = null where fulfilment <> 'delivered';
update orders.orders set fulfilment = 'none' where fulfilment = 'packed' and state = 'cancelled';
alter table orders.orders drop column return_reason;
-- Those that arrived before were received then.
update orders.orders set received_at = delivered_at where delivered_at is not null;
