create schema notices;
-- One letter of a kind about an order, ever: the primary key says so, however often the event or the job is repeated.
create table notices.letters ("order" text not null, kind text not null, ref text not null default '', decided_at timestamptz not null, sent_at timestamptz, primary key ("order", kind, ref));
