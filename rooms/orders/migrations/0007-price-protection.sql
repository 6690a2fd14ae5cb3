-- The promise as it stood when the order was placed: so many days after the purchase a lower public price brings the difference back. 0: none.
alter table orders.orders add protection_days int not null default 0 check (protection_days between 0 and 60);
-- What was given back because the price fell, for the pieces that are not refunded.
alter table orders.lines add protected_minor bigint not null default 0 check (protected_minor >= 0);
alter table orders.refunds drop constraint refunds_kind_check,
  add constraint refunds_kind_check check (kind in ('cancel', 'refund', 'return', 'protection'));
