-- The merchant's list: when a product was last changed by hand or in price, and texts that wait to be approved.
alter table catalog.products add column changed timestamptz not null default now();
update catalog.products set changed = coalesce(published, created);
-- By language: {name, description} that shoppers don't see yet. What they see stands in name and description.
alter table catalog.products add column drafts jsonb not null default '{}';
-- By language: who changed its text last, and when.
alter table catalog.products add column written jsonb not null default '{}';
create index products_changed on catalog.products (shop, changed desc, id desc);
create index variants_shop on catalog.variants (shop, product) include (on_hand, reserved, safety);
