create schema social;
-- Posts and products as the log tells of them, with the counters that lists show. A counter changes in the transaction of its row.
create table social.known (
  id text primary key, kind text not null check (kind in ('post', 'product')), author text, products text[] not null default '{}', live boolean not null,
  likes int not null default 0 check (likes >= 0), saves int not null default 0 check (saves >= 0),
  comments int not null default 0 check (comments >= 0), shares int not null default 0 check (shares >= 0)
);
create table social.marks (
  mark text not null check (mark in ('like', 'save', 'product_save', 'not_interested')), subject text not null, person text not null,
  at timestamptz not null, primary key (mark, subject, person)
);
create index on social.marks (person, mark, at desc, subject desc);
create table social.follows (person text, target text, at timestamptz not null, primary key (person, target), check (person <> target));
create index on social.follows (target);
create table social.followed (person text primary key, followers int not null check (followers >= 0));
create table social.blocks (person text, target text, at timestamptz not null, primary key (person, target), check (person <> target));
create index on social.blocks (target);
-- `deleted`: by its author, by the post's author, or because the author left. `hidden`: by moderation, until it is restored.
create table social.comments (
  id text primary key, post text not null, author text, parent text references social.comments, text text not null, at timestamptz not null,
  deleted boolean not null default false, hidden boolean not null default false
);
create index on social.comments (post, parent, id desc) where not deleted and not hidden;
create index on social.comments (parent) where parent is not null;
create index on social.comments (author);
create table social.shares (
  id text primary key, person text, about_kind text not null, about_id text not null, grown_from text, source jsonb, at timestamptz not null
);
create index on social.shares (person);
-- Whose order lines are whose, from order.paid; and who holds what in hand, from order.delivered.
create table social.lines (line text primary key, person text not null, product text not null);
create index on social.lines (person);
create table social.bought (person text, product text, primary key (person, product));
