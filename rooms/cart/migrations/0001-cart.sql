create schema cart;
-- `unit_minor` is the price when it was put in, so that a change can be shown; what is charged is the price of today.
create table cart.lines (
  person text not null, variant text not null, product text not null, quantity int not null check (quantity between 1 and 99), source jsonb,
  unit_minor bigint not null, currency text not null, added_at timestamptz not null, primary key (person, variant)
);
