-- The return that other goods are sent for: a row of no money, which is started until they are sold and what came back is on the shelf.
alter table orders.refunds add replaces text references orders.returns (id);
