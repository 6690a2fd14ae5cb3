-- The ledger: a journal that is only ever added to, its balances, and what it needs to know of orders.

create table payments.entries (
  id bigint generated always as identity primary key,
  kind text not null,
  -- With the kind: what makes writing it twice harmless.
  reference text not null,
  at timestamptz not null,
  unique (kind, reference)
);
create table payments.postings (
  entry bigint not null references payments.entries (id),
  line int not null,
  party text not null check (party in ('shopper', 'shop', 'creator', 'platform', 'tax', 'provider', 'fx')),
  holder text not null,
  bucket text not null check (bucket in ('main', 'pending', 'payable', 'paying')),
  currency text not null,
  minor bigint not null check (minor <> 0),
  what text not null,
  -- Consumption tax contained in it; the seller's own to declare, told in statements.
  tax_minor bigint not null default 0,
  -- The order, payout or checkout that it is about.
  subject text not null,
  at timestamptz not null,
  primary key (entry, line)
);
create index postings_subject on payments.postings (subject);
create index postings_account on payments.postings (party, holder, currency, at);
create table payments.balances (
  party text not null,
  holder text not null,
  bucket text not null,
  currency text not null,
  minor bigint not null,
  primary key (party, holder, bucket, currency)
);
create index balances_payable on payments.balances (party, holder) where bucket = 'payable' and minor > 0;

-- Whatever is added at once balances by itself, so every entry does.
create function payments.check_balanced() returns trigger language plpgsql as $$
begin
  if exists (select from added group by entry, currency having sum(minor) <> 0)
  then raise exception 'an entry that does not balance' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger postings_balanced after insert on payments.postings
  referencing new table as added for each statement execute function payments.check_balanced();
create function payments.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is only added to' using errcode = '23514';
end $$;
create trigger entries_kept before update or delete on payments.entries for each row execute function payments.refuse_change();
create trigger postings_kept before update or delete on payments.postings for each row execute function payments.refuse_change();

-- Rates by day: a sale takes the newest row of its day, one that names the holder before one for all.
create table payments.rates (
  kind text not null check (kind in ('commission', 'creator', 'fee', 'provider')),
  -- A shop (commission, creator, fee) or a provider; * for all.
  holder text not null,
  -- Hundredths of a percent.
  bps int not null check (bps between 0 and 10000),
  since timestamptz not null,
  primary key (kind, holder, since)
);
insert into payments.rates (kind, holder, bps, since) values
  ('commission', '*', 300, '1970-01-01'), ('creator', '*', 1000, '1970-01-01'),
  ('fee', '*', 360, '1970-01-01'), ('provider', '*', 360, '1970-01-01');

-- What the log told of paid orders: when what they earned may be paid out.
create table payments.sales (
  order_id text primary key,
  number text not null,
  checkout text not null,
  shop text not null,
  paid_at timestamptz not null,
  return_days int not null,
  due timestamptz,
  announced boolean not null default false,
  released boolean not null default false
);
create index sales_checkout on payments.sales (checkout);
create index sales_due on payments.sales (due) where due is not null and not announced;
-- Whose post it is, so that an order which came from it pays its author.
create table payments.post_authors (post text primary key, author text not null, shop text);

create table payments.payouts (
  id text primary key,
  party text not null check (party in ('shop', 'creator')),
  holder text not null,
  currency text not null,
  minor bigint not null check (minor > 0),
  provider text not null,
  state text not null check (state in ('created', 'sent', 'paid', 'failed')),
  provider_ref text,
  failure text,
  created timestamptz not null,
  changed timestamptz not null
);
-- One at a time: an account whose money is on its way is not paid again.
create unique index payouts_open on payments.payouts (party, holder, currency) where state in ('created', 'sent');
create index payouts_holder on payments.payouts (party, holder, created desc, id desc);
create index payouts_state on payments.payouts (state, created desc, id desc);

-- How far the log was compared with the journal, and what the last comparison found.
create table payments.ledger_checks (
  one boolean primary key default true check (one),
  position bigint not null,
  at timestamptz not null,
  problems jsonb not null
);
