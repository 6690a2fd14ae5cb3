-- One notice of a kind about a thing (`ref`) for a person, ever: learning an event again changes nothing. `shown`: not shown, it is only a mail.
create table notices.items (
  id text primary key, person text not null, kind text not null, ref text not null, at timestamptz not null, subject_kind text not null, subject text not null,
  actor text, detail jsonb not null default '{}', shown boolean not null, read_at timestamptz, mail text not null check (mail in ('no', 'wanted', 'done')),
  unique (person, kind, ref)
);
create index on notices.items (person, at desc, id desc) where shown;
create index on notices.items (person) where shown and read_at is null;
create index on notices.items (at) where mail = 'wanted';
create index on notices.items (actor) where actor is not null;
create index on notices.items (subject);
create table notices.settings (person text, kind text, app boolean not null, mail boolean not null, primary key (person, kind));
-- What the log says, so that nobody else need be asked: whose posts, comments and reviews there are, and who blocked whom.
create table notices.subjects (id text primary key, owner text not null, about text);
create index on notices.subjects (owner);
create table notices.blocks (person text, target text, primary key (person, target));
-- What came of a post: its first hour, and whom it led to buy.
create table notices.posts (post text primary key, person text not null, published timestamptz not null, views int not null default 0, likes int not null default 0, told boolean not null default false);
create index on notices.posts (published) where not told;
create table notices.helped (post text, person text, primary key (post, person));
-- When to ask for a review; the row goes when it was asked for, written, or the order came to nothing.
create table notices.asks (line text primary key, "order" text not null, person text not null, due timestamptz not null);
create index on notices.asks (due);
create index on notices.asks ("order");
-- "Tell me when": fires once. `base`: the price that everyone saw when it was set.
create table notices.alerts (
  person text, kind text not null check (kind in ('restock', 'price_drop')), product text not null, variant text not null default '',
  base_minor bigint, base_currency text, set_at timestamptz not null, fired_at timestamptz, primary key (person, kind, product, variant)
);
create index on notices.alerts (product, kind) where fired_at is null;
