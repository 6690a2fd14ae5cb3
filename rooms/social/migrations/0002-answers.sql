-- Comments that wait for an answer are looked for by who made the post.
create index known_author on social.known (author) where kind = 'post' and live;
