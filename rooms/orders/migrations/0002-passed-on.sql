-- What the buyer did with it afterwards, as the log tells: reviewed it, or posted or shared from it.
alter table orders.orders add reviewed boolean not null default false, add passed_on boolean not null default false;
