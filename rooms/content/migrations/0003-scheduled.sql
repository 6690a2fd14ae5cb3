-- A post may wait for its time. Until then it can be changed; the time goes with the waiting.
alter table content.posts drop constraint posts_state_check;
alter table content.posts add constraint posts_state_check check (state in ('draft', 'scheduled', 'processing', 'live', 'removed', 'deleted'));
alter table content.posts add column scheduled timestamptz;
alter table content.posts add constraint posts_scheduled_check check ((state = 'scheduled') = (scheduled is not null));
create index posts_due on content.posts (scheduled, id) where state = 'scheduled';
-- The calendar of a shop: when it was published, or will be, or was begun.
drop index content.posts_shop;
create index posts_shop on content.posts (shop, (coalesce(published, scheduled, created)) desc, id desc) where state <> 'deleted' and shop is not null;
