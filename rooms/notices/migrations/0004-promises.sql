-- What was bought under a promise of price protection: who hears when its price falls below `low`, what they paid for a piece or were told of last. Gone when the days are.
create table notices.promises (
  line text primary key, "order" text not null, variant text not null, person text not null, low bigint not null, currency text not null, until timestamptz not null
);
create index on notices.promises (variant, until);
create index on notices.promises ("order");
create index on notices.promises (person);
