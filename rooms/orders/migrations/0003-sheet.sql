-- What an order costs beside its goods' prices: frozen with it, written anew only while its checkout is open.
alter table orders.checkouts add codes text[] not null default '{}';
alter table orders.orders
  -- Country of destination: prices, taxes and delivery are those of this market.
  add market text,
  add discount_minor bigint not null default 0 check (discount_minor >= 0 and discount_minor <= subtotal_minor),
  -- Duties and taxes of import that the buyer pays with the order.
  add import_minor bigint not null default 0 check (import_minor >= 0),
  -- How it is sent, which offers count, at which rate it was exchanged, what customs is told.
  add sheet jsonb;
update orders.orders set market = shop_card->>'country';
alter table orders.orders alter market set not null;
alter table orders.orders drop constraint orders_check;
alter table orders.orders add constraint orders_total check (total_minor = subtotal_minor - discount_minor + shipping_minor + import_minor);
alter table orders.lines
  add discount_minor bigint not null default 0,
  add import_minor bigint not null default 0 check (import_minor >= 0),
  -- Unit price in the shop's own currency, where the order is in another.
  add base_unit_minor bigint,
  add constraint lines_discount check (discount_minor >= 0 and discount_minor <= total_minor);
