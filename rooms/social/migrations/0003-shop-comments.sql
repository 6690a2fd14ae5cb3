-- Whose shop a post is of, so that everybody who works there sees what waits under it; learned again from the log for what is there.
alter table social.known add column shop text;
update social.known k set shop = e.data ->> 'shop'
  from events.log e where e.name = 'post.published' and e.subject_id = k.id and k.kind = 'post' and e.data ->> 'shop' is not null;
create index known_shop on social.known (shop) where kind = 'post' and live and shop is not null;
drop index social.known_author;
-- Written by somebody who worked in the shop then: an answer stays one when they leave.
alter table social.comments add column for_shop boolean not null default false;
