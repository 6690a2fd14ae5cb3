create schema content;
create table content.posts (
  id text primary key,
  author text not null,
  shop text,
  state text not null check (state in ('draft', 'processing', 'live', 'removed', 'deleted')),
  -- Counts the changes of a draft: what was checked is what is published.
  version integer not null default 1,
  format text not null check (format in ('video', 'pictures')),
  caption text not null,
  language text not null check (language in ('en', 'ja', 'zh')),
  tags text[] not null default '{}',
  mentions jsonb not null default '[]',
  -- Null: the author has not been asked yet.
  disclosure text check (disclosure in ('own_product', 'paid', 'gift', 'none')),
  grown_from text,
  -- The product of the order line that this grew from; proven when it was published.
  grown_product text,
  video text,
  pictures text[] not null default '{}',
  refusal_code text,
  refusal_message text,
  removal_reason text,
  removal_explanation text,
  created timestamptz not null,
  -- When it was last given to be published; the sweep looks for those that wait long.
  submitted timestamptz,
  published timestamptz,
  check (video is null or pictures = '{}'),
  check (cardinality(pictures) <= 10),
  check (state not in ('live', 'removed') or (published is not null and disclosure is not null)),
  check (state <> 'removed' or removal_reason is not null)
);
create index posts_author on content.posts (author, created desc, id desc) where state <> 'deleted';
create index posts_live on content.posts (author, published desc, id desc) where state = 'live';
create index posts_waiting on content.posts (submitted) where state = 'processing';
-- What shows which product from when to when; ten at most.
create table content.tags (
  post text not null references content.posts on delete cascade,
  place smallint not null check (place between 0 and 9),
  product text not null,
  from_ms integer not null check (from_ms >= 0),
  to_ms integer not null check (to_ms >= from_ms),
  primary key (post, place)
);
create index tags_product on content.tags (product, post);
