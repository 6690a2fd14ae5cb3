-- Authorise first and capture later, in parts; void the rest; chargebacks. `capture` = now: settled at once, as every checkout does.
alter table payments.payments
  add column capture text not null default 'now' check (capture in ('now', 'later')),
  -- Promised to be captured (claimed before the provider is asked), and really captured.
  add column capturing_minor bigint not null default 0,
  add column captured_minor bigint not null default 0,
  -- Let go without being captured; promised first, done at voided_at.
  add column voided_minor bigint not null default 0,
  add column voided_at timestamptz,
  add column charged_back_minor bigint not null default 0,
  -- Where the payer goes on: {kind: redirect | qr, url}.
  add column action jsonb,
  -- What the payer's browser made at the provider in place of a card number; nothing secret of ours.
  add column token text;
update payments.payments set capturing_minor = amount_minor, captured_minor = amount_minor where state = 'settled';

alter table payments.payments drop constraint payments_state_check;
alter table payments.payments add constraint payments_state_check
  check (state in ('started', 'needs_action', 'pending', 'authorised', 'settled', 'voided', 'failed'));
-- The old limit of refunds was the amount asked for; the new one is what was captured.
alter table payments.payments
  add constraint payments_captures check (
    captured_minor >= 0 and captured_minor <= capturing_minor
    and voided_minor >= 0 and capturing_minor + voided_minor <= amount_minor),
  add constraint payments_backs check (charged_back_minor >= 0 and refunding_minor + charged_back_minor <= captured_minor),
  add constraint payments_settled_captured check (captured_minor = 0 or state = 'settled');

drop index payments.payments_live;
create unique index payments_live on payments.payments (reference) where state not in ('failed', 'voided') and not surplus;
-- What the sweep reads: voids that the provider has not answered.
create index payments_voiding on payments.payments (id) where voided_minor > 0 and voided_at is null;

create table payments.captures (
  id text primary key,
  payment text not null references payments.payments (id),
  amount_minor bigint not null check (amount_minor > 0),
  state text not null check (state in ('started', 'done', 'failed')),
  failure text,
  created timestamptz not null
);
create index captures_payment on payments.captures (payment);

create table payments.chargebacks (
  id text primary key,
  payment text not null references payments.payments (id),
  provider text not null,
  provider_ref text not null,
  state text not null check (state in ('opened', 'won', 'lost')),
  amount_minor bigint not null check (amount_minor > 0),
  -- The part of it that is still ours to lose: what was given back before is not lost twice. 0 when won.
  counted_minor bigint not null check (counted_minor >= 0 and counted_minor <= amount_minor),
  created timestamptz not null,
  unique (provider, provider_ref)
);
create index chargebacks_payment on payments.chargebacks (payment);

-- Every webhook once, by the provider's own id of the event.
create table payments.inbox (
  provider text not null,
  event text not null,
  payment text,
  received timestamptz not null,
  -- Null while it is being worked on, and after a crash in the middle: then the provider's next try does it.
  handled timestamptz,
  primary key (provider, event)
);
create index inbox_received on payments.inbox (received);
