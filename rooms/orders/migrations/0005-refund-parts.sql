-- What a refund is for, where its pieces say it: {goods, shipping, importTax}, each {minor, currency}.
alter table orders.refunds add parts jsonb;
