-- Other beginnings of a post's clip while its author tries them, two at most.
alter table content.posts add column variants text[] not null default '{}' check (cardinality(variants) <= 2);
alter table content.posts add check (variants = '{}' or video is not null);
create index posts_variants on content.posts using gin (variants) where variants <> '{}' and state in ('live', 'removed');
