-- What the payer holds decides how they are asked to go on. The address is asked for by one provider, and forgotten when the payment ends.
alter table payments.payments
  add column device text not null default 'desktop' check (device in ('desktop', 'phone', 'app')),
  add column ip text,
  -- Number in the provider's own books, which customs compares with what the provider declares.
  add column provider_number text;
