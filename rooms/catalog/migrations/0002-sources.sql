-- What a product is called where it came from (a handle, an item id): importing again finds it by this. Its brand or maker.
alter table catalog.products add column ref text, add column brand text;
create unique index products_ref on catalog.products (shop, ref) where ref is not null and state <> 'archived';
