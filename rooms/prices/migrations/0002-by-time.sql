-- What changed lately, over all products: the mall's shelf of lower prices.
create index on prices.changes (at);
