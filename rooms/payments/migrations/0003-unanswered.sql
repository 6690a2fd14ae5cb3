-- What the sweep of checkouts reads: settled payments with a refund that the provider has not answered.
create index payments_unanswered on payments.payments (settled_at) where state = 'settled' and refunding_minor > refunded_minor;
