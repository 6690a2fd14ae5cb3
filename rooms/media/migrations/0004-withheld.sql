-- Media of removed posts: their files are there and are served to nobody but their owner and operators.
create table media.withheld (media text primary key references media.media on delete cascade);
