-- What the sweep of checkouts reads: payments without an end, oldest first.
create index payments_open on payments.payments (created) where state in ('started', 'needs_action', 'pending');
