create schema payments;

create table payments.payments (
  id text primary key,
  -- What is paid for: a checkout.
  reference text not null,
  person text,
  provider text not null,
  method text not null,
  -- What the test provider was asked to play; null elsewhere.
  outcome text,
  state text not null check (state in ('started', 'needs_action', 'pending', 'settled', 'failed')),
  -- Settled although another payment already pays for the reference: to be refunded.
  surplus boolean not null default false,
  late boolean not null default false,
  currency text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  -- Promised to be refunded (claimed before the provider is asked), and really refunded.
  refunding_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  provider_ref text,
  failure text,
  created timestamptz not null,
  asked timestamptz not null,
  settled_at timestamptz,
  check (refunded_minor >= 0 and refunded_minor <= refunding_minor and refunding_minor <= amount_minor),
  check (refunding_minor = 0 or state = 'settled')
);
-- One live payment a reference: this index is what makes a double click on "pay" one charge.
create unique index payments_live on payments.payments (reference) where state <> 'failed' and not surplus;
create index payments_reference on payments.payments (reference, created desc);
create index payments_waiting on payments.payments (asked) where state in ('started', 'pending');
create index payments_settled on payments.payments (settled_at) where state = 'settled';
create index payments_person on payments.payments (person);

create table payments.refunds (
  id text primary key,
  payment text not null references payments.payments (id),
  amount_minor bigint not null check (amount_minor > 0),
  state text not null check (state in ('started', 'done', 'failed')),
  failure text,
  created timestamptz not null
);
create index refunds_payment on payments.refunds (payment);
