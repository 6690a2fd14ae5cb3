-- What was really paid for one piece, net of what the merchant gave; China's rule for struck prices looks at it. By order line, so a repeat changes nothing.
create table prices.executed (line text primary key, variant text not null, price_minor bigint not null, currency text not null, at timestamptz not null);
create index on prices.executed (variant, at desc);
