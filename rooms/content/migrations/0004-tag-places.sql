-- Where on the picture a product is pinned, in shares of its width and height; none: it is named beside the clip only.
alter table content.tags add column x double precision check (x between 0 and 1);
alter table content.tags add column y double precision check (y between 0 and 1);
alter table content.tags add constraint tags_pin_check check ((x is null) = (y is null));
