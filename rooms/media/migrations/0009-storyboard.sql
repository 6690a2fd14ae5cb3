-- The sheet of small pictures: size of a tile, columns, count, milliseconds from one to the next. Null where a clip has none.
alter table media.media add column storyboard jsonb;
