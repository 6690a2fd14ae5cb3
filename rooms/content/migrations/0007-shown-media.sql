-- Which posts show a medium, whichever way. The three partial indexes of before stood unused: that an array holds a medium does not tell the
-- planner that it is not empty, and one side of an "or" without an index reads every post.
drop index content.posts_video;
drop index content.posts_pictures;
drop index content.posts_variants;
create index posts_media on content.posts using gin ((pictures || variants || video));
