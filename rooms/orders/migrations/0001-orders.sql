create schema orders;

-- Order numbers are for people: eight digits, all different, that don't tell how many orders there were.
create sequence orders.number;
create function orders.next_number() returns text volatile language sql as $$
  select overlay(to_char(mod(nextval('orders.number') * 38742049 + 21345678, 100000000), 'FM00000000') placing '-' from 5 for 0)
$$;

create table orders.checkouts (
  id text primary key,
  person text not null,
  state text not null check (state in ('open', 'paying', 'paid', 'expired', 'cancelled')),
  -- Opens the guest's order links; null once the person is erased.
  key text,
  language text not null,
  currency text not null,
  total_minor bigint not null check (total_minor >= 0),
  address jsonb,
  expires timestamptz not null,
  -- The payment that paid for it.
  payment text,
  paying_since timestamptz,
  -- A payment that came too late and goes back: from then on no payment can pay for this checkout.
  refused text,
  started timestamptz not null,
  check ((state = 'paid') = (payment is not null)),
  check (refused is null or state = 'expired')
);
create index checkouts_person on orders.checkouts (person);
create index checkouts_open on orders.checkouts (expires) where state = 'open';
create index checkouts_paying on orders.checkouts (paying_since) where state = 'paying';
create index checkouts_payment on orders.checkouts (payment) where payment is not null;

create table orders.orders (
  id text primary key,
  number text not null unique,
  checkout text not null references orders.checkouts (id),
  person text not null,
  shop text not null,
  -- The seller as it was shown when the order was placed.
  shop_card jsonb not null,
  state text not null check (state in ('pending', 'open', 'completed', 'cancelled', 'expired')),
  payment text not null check (payment in ('none', 'paid', 'partially_refunded', 'refunded')),
  fulfilment text not null check (fulfilment in ('none', 'packed', 'shipped', 'delivered', 'returned')),
  currency text not null,
  subtotal_minor bigint not null check (subtotal_minor >= 0),
  shipping_minor bigint not null check (shipping_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  total_minor bigint not null check (total_minor = subtotal_minor + shipping_minor),
  refunded_minor bigint not null default 0 check (refunded_minor >= 0 and refunded_minor <= total_minor),
  key text,
  language text not null,
  address jsonb,
  erased boolean not null default false,
  carrier text,
  tracking text,
  return_reason text,
  return_at timestamptz,
  dispatch_days int not null,
  delivery_from int not null,
  delivery_to int not null,
  return_days int not null,
  placed timestamptz not null,
  paid_at timestamptz,
  shipped_at timestamptz,
  delivered_at timestamptz,
  unique (checkout, shop),
  -- The three statuses agree with each other and with the money.
  check ((payment = 'none') = (paid_at is null)),
  check ((payment = 'none') = (state in ('pending', 'expired') or (state = 'cancelled' and paid_at is null))),
  check (fulfilment = 'none' or paid_at is not null),
  check ((state = 'completed') = (delivered_at is not null) or fulfilment = 'returned')
);
create index orders_mine on orders.orders (person, paid_at desc, id desc) where paid_at is not null;
create index orders_shop on orders.orders (shop, paid_at desc, id desc) where paid_at is not null;
create index orders_waiting on orders.orders (shop, fulfilment) where state = 'open';

create table orders.lines (
  id text primary key,
  order_id text not null references orders.orders (id),
  position int not null,
  product text not null,
  variant text not null,
  name jsonb not null,
  choice jsonb not null,
  sku text not null,
  picture text,
  quantity int not null check (quantity between 1 and 99),
  unit_minor bigint not null,
  total_minor bigint not null check (total_minor = unit_minor * quantity),
  tax_minor bigint not null,
  tax_percent int not null,
  -- The content that led here: lineage starts from this.
  source jsonb
);
create index lines_order on orders.lines (order_id);

create table orders.timeline (
  seq bigint generated always as identity primary key,
  order_id text not null references orders.orders (id),
  what text not null,
  at timestamptz not null,
  note text
);
create index timeline_order on orders.timeline (order_id, seq);

create table orders.refunds (
  id text primary key,
  order_id text not null references orders.orders (id),
  kind text not null check (kind in ('cancel', 'refund', 'return')),
  amount_minor bigint not null check (amount_minor >= 0),
  state text not null check (state in ('started', 'done', 'failed')),
  created timestamptz not null
);
create index refunds_order on orders.refunds (order_id);
create index refunds_started on orders.refunds (created) where state = 'started';
