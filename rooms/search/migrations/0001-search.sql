create schema search;
-- One row a findable thing. `words` are tokens of all its languages; `popularity` only breaks ties.
create table search.entries (
  kind text not null check (kind in ('product', 'post', 'person')), id text not null, shop text, category text, words tsvector not null, at timestamptz not null, visible boolean not null default true, primary key (kind, id)
);
create index entries_words on search.entries using gin (words);
create index entries_at on search.entries (kind, at desc, id desc) where visible;
-- What completions offer, folded for prefix search.
create table search.phrases (phrase text not null, kind text not null check (kind in ('product', 'tag', 'person')), shown text not null, source text not null, primary key (phrase, kind, source));
create index phrases_prefix on search.phrases (phrase text_pattern_ops);
create index phrases_source on search.phrases (source);
