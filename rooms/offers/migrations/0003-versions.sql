-- How each offer stood since when: written with every change of it and never changed, so that what a price was on a day can be said later. Kept when the offer is deleted.
create table offers.versions (
  seq bigint generated always as identity primary key, offer text not null, shop text not null, at timestamptz not null, facts jsonb not null
);
create index on offers.versions (shop, at);
create index on offers.versions (offer, seq desc);
-- Offers from before: as they are, since they were made.
insert into offers.versions (offer, shop, at, facts)
select o.id, o.shop, o.created, to_jsonb(o) - 'created_by' || jsonb_build_object('items', coalesce(
  (select jsonb_agg(jsonb_build_object('variant', i.variant, 'price', i.price::text, 'limited', i.pieces_limit is not null)) from offers.items i where i.offer = o.id), '[]'))
from offers.offers o order by o.created, o.id;
