-- Which posts show a medium: asked when a copy of it comes.
create index posts_video on content.posts (video) where video is not null and state in ('live', 'removed');
create index posts_pictures on content.posts using gin (pictures) where pictures <> '{}' and state in ('live', 'removed');
