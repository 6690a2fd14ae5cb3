-- The posts of a shop in the order of its calendar.
create index posts_shop on content.posts (shop, (coalesce(published, created)) desc, id desc) where state <> 'deleted' and shop is not null;
