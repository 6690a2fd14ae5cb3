-- Which declarations of a checkout are still open, and what has ended and still names somebody: asked for every minute.
create index on trade.declarations (checkout) where closed is null;
create index on trade.declarations (closed) where sealed is not null;
create index on trade.messages (order_id) where sealed is not null;
